package nl.werkvlak.platform.disclosure;

/**
 * A document from which everything was taken that the gate did not let through. Only a release makes one, and nothing
 * else can be put on paper: so a report cannot be made past the gate, not even by mistake.
 */
public final class Released<D extends Record> {

    private final D document;

    Released(D document) {
        this.document = document;
    }

    public D document() {
        return document;
    }
}
