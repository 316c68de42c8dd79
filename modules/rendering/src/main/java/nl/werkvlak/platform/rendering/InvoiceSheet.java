package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out an invoice specification: what is paid for; total, hours and rate first, then the lines. */
final class InvoiceSheet {

    private final Words words;
    private final Sheet sheet = new Sheet();

    InvoiceSheet(Words words) {
        this.words = words;
    }

    Sheet of(InvoiceDocument document) {
        sheet.row(
                "title",
                words.say("title"),
                words.say(
                        "title.about",
                        words.period(document.about()),
                        document.commissionNumber(),
                        words.code("product", document.product())));
        InvoiceDocument.Total total = document.total();
        BigDecimal gross = total.gross();
        if (gross == null || document.lines().isEmpty()) {
            sheet.section("nothing");
            sheet.row("note", words.say("nothing"));
            return sheet;
        }
        Panels panels = new Panels();
        panels.add(words.say("answer.total"), words.euros(gross), words.say("answer.total.note", vat(document)), null);
        panels.add(words.say("answer.hours"), words.orEmpty(words.hours(total.hours())), null, null);
        panels.add(words.say("answer.rate"), words.euros(document.hourlyRate()), words.say("answer.rate.note"), null);
        panels.addTo(sheet);
        lines(document);
        return sheet;
    }

    private String vat(InvoiceDocument document) {
        return words.number(document.vat());
    }

    private void lines(InvoiceDocument document) {
        sheet.section("lines", words.say("lines"));
        for (InvoiceDocument.Line line : document.lines()) {
            sheet.tableRow(
                    "lines",
                    "line",
                    line.reference() == null ? words.say("lines.unnamed") : line.reference(),
                    words.code("work", line.work()),
                    exact(line.hours()),
                    exact(line.amount()));
        }
        InvoiceDocument.Total total = document.total();
        total(words.say("total.net"), total.hours(), total.net());
        total(words.say("total.tax", vat(document)), null, total.tax());
        total(words.say("total.gross"), null, total.gross());
    }

    private void total(String name, @Nullable BigDecimal hours, @Nullable BigDecimal amount) {
        sheet.tableRow("lines", "total", name, "", exact(hours), exact(amount));
    }

    private @Nullable String exact(@Nullable BigDecimal value) {
        return value == null ? null : words.exact(value);
    }

    /** The lines as rows: a sheet of lines, and one with the totals and what the specification is about. */
    static List<DataTable> tables(InvoiceDocument document, Words words) {
        List<List<DataTable.Cell>> lines = document.lines().stream()
                .<List<DataTable.Cell>>map(line -> List.of(
                        new DataTable.Text(line.reference()),
                        new DataTable.Text(words.code("work", line.work())),
                        new DataTable.Amount(line.hours(), Unit.EXACT),
                        new DataTable.Amount(document.hourlyRate(), Unit.EXACT),
                        new DataTable.Amount(line.amount(), Unit.EXACT)))
                .toList();
        InvoiceDocument.Total total = document.total();
        List<DataTable.Cell> about = List.of(
                new DataTable.Text(document.head().reportNumber()),
                new DataTable.Text(document.commissionNumber()),
                new DataTable.Text(document.about().toString()),
                new DataTable.Day(document.about().lastDay()),
                new DataTable.Amount(total.hours(), Unit.EXACT),
                new DataTable.Amount(total.net(), Unit.EXACT),
                new DataTable.Amount(document.vat(), Unit.DECIMAL),
                new DataTable.Amount(total.tax(), Unit.EXACT),
                new DataTable.Amount(total.gross(), Unit.EXACT));
        return List.of(
                table(words, "lines", lines, "reference", "work", "hours", "rate", "amount"),
                table(
                        words,
                        "totals",
                        List.of(about),
                        "number",
                        "commission",
                        "period",
                        "lastDay",
                        "hours",
                        "net",
                        "vat",
                        "tax",
                        "gross"));
    }

    private static DataTable table(Words words, String key, List<List<DataTable.Cell>> rows, String... columns) {
        return new DataTable(
                key,
                words.say("data." + key),
                Stream.of(columns)
                        .map(column -> new DataTable.Column(column, words.say("data." + key + "." + column)))
                        .toList(),
                rows);
    }
}
