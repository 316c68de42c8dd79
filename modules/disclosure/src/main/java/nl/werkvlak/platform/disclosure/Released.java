package nl.werkvlak.platform.disclosure;

import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.HeldText;

/**
 * A document from which everything was taken that the gate did not let through. Only a release makes one, and nothing
 * else can be put on paper: so a report cannot be made past the gate, not even by mistake.
 */
public final class Released<D extends Record> {

    private final D document;
    private final Map<DataCategory, List<HeldText>> heldTexts;

    Released(D document, Map<DataCategory, List<HeldText>> heldTexts) {
        this.document = document;
        this.heldTexts = Map.copyOf(heldTexts);
    }

    public D document() {
        return document;
    }

    /** The free texts that were taken out because of marks that nobody released; for our own people, never for a tenant. */
    public Map<DataCategory, List<HeldText>> heldTexts() {
        return heldTexts;
    }
}
