package nl.werkvlak.platform.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.kernel.RowId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.rendering.ReportDocument;
import nl.werkvlak.platform.trajectory.HeldText;
import nl.werkvlak.platform.vault.DataKey;

/**
 * What was released, as a report of its own: on paper in Dutch and as JSON, each sealed for it.
 *
 * @param heldTexts the texts that stayed inside because of a mark
 */
record Printed(UUID id, SealedPdf pdf, SealedDocument document, Map<DataCategory, List<HeldText>> heldTexts) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final byte[] NOTHING = {};

    static <D extends Record & ReportDocument> Printed of(
            Released<D> released, Renderer renderer, DataKey key, Instant now) {
        return sealed(renderer.pdf(released, DUTCH), renderer.json(released), released, key, now);
    }

    /** Without paper, for who only wants to know what would become of it. */
    static Printed blank(Released<?> released, DataKey key, Instant now) {
        return sealed(NOTHING, NOTHING, released, key, now);
    }

    private static Printed sealed(byte[] pdf, byte[] json, Released<?> released, DataKey key, Instant now) {
        var id = RowId.next(now);
        return new Printed(id, SealedPdf.of(pdf, key, id), SealedDocument.of(json, key, id), released.heldTexts());
    }
}
