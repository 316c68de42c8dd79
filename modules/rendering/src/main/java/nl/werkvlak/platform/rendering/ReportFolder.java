package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of report: its folder under {@code reports/}, what it says, and who lays that out. A new report is a folder and
 * a line here; the tests of templates, texts, samples and golden texts then take it along.
 *
 * @param name of the folder and of the template in it
 * @param rows the values that are given out beside the paper; null where there is nothing but paper
 */
record ReportFolder<D extends Record & ReportDocument>(
        String name,
        Class<D> document,
        Layout<D> layout,
        @Nullable Rows<D> rows) {

    static final List<ReportFolder<?>> ALL = List.of(
            new ReportFolder<>(
                    "progress",
                    ProgressDocument.class,
                    (d, words, brand) -> new ProgressSheet(words, brand).of(d),
                    null),
            new ReportFolder<>(
                    "final", FinalDocument.class, (d, words, brand) -> new FinalSheet(words, brand).of(d), null),
            new ReportFolder<>(
                    "accountability",
                    AccountabilityDocument.class,
                    (d, words, brand) -> new AccountabilitySheet(words, brand).of(d),
                    (d, words) -> new AccountabilityTables(words).of(d)),
            new ReportFolder<>(
                    "invoice",
                    InvoiceDocument.class,
                    (d, words, brand) -> new InvoiceSheet(words).of(d),
                    InvoiceSheet::tables));

    /** Makes rows of a document, ready to print. */
    interface Layout<D> {
        Sheet of(D document, Words words, Color brand);
    }

    /** Makes the tables of a document. */
    interface Rows<D> {
        List<DataTable> of(D document, Words words);
    }

    String template() {
        return name + "/" + name + ".jasper";
    }

    /** @throws ClassCastException for a document of another kind */
    Sheet sheet(Record report, Words words, Color brand) {
        return layout.of(document.cast(report), words, brand);
    }

    List<DataTable> tables(Record report, Words words) {
        if (rows == null) {
            throw new IllegalArgumentException("Report " + name + " has no rows");
        }
        return rows.of(document.cast(report), words);
    }
}
