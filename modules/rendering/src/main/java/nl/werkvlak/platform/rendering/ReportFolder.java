package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.util.List;

/**
 * One kind of report: its folder under {@code reports/}, what it says, and who lays that out. A new report is a folder and
 * a line here; the tests of templates, texts, samples and golden texts then take it along.
 *
 * @param name of the folder and of the template in it
 */
record ReportFolder<D extends Record & ReportDocument>(String name, Class<D> document, Layout<D> layout) {

    static final List<ReportFolder<?>> ALL = List.of(
            new ReportFolder<>(
                    "progress", ProgressDocument.class, (d, words, brand) -> new ProgressSheet(words, brand).of(d)),
            new ReportFolder<>("final", FinalDocument.class, (d, words, brand) -> new FinalSheet(words, brand).of(d)),
            new ReportFolder<>(
                    "accountability",
                    AccountabilityDocument.class,
                    (d, words, brand) -> new AccountabilitySheet(words, brand).of(d)));

    /** Makes rows of a document, ready to print. */
    interface Layout<D> {
        Sheet of(D document, Words words, Color brand);
    }

    String template() {
        return name + "/" + name + ".jasper";
    }

    /** @throws ClassCastException for a document of another kind */
    Sheet sheet(Record report, Words words, Color brand) {
        return layout.of(document.cast(report), words, brand);
    }
}
