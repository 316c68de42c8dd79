package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as comma-separated values (RFC 4180, UTF-8): lines end with CRLF, numbers have a point, dates are those of
 * ISO 8601.
 */
final class CsvWriter {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String COMMANDS = "=+-@\t\r";

    private CsvWriter() {}

    static void write(List<DataTable> tables, OutputStream out) throws IOException {
        var table = tables.get(0);
        var lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(lines, table.columns().stream().map(DataTable.Column::key).collect(Collectors.joining(",")));
        for (List<DataTable.Cell> row : table.rows()) {
            line(lines, row.stream().map(CsvWriter::field).collect(Collectors.joining(",")));
        }
        lines.flush();
    }

    private static void line(Writer lines, String line) throws IOException {
        lines.write(line);
        lines.write("\r\n");
    }

    private static String field(DataTable.Cell cell) {
        if (cell instanceof DataTable.Amount amount) {
            return amount.value() == null ? "" : amount.value().toPlainString();
        }
        if (cell instanceof DataTable.Day day) {
            return day.day() == null ? "" : day.day().toString();
        }
        return cell instanceof DataTable.Suppressed suppressed
                ? text(suppressed.mark())
                : text(((DataTable.Text) cell).text());
    }

    /** An apostrophe before what would be a formula: a spreadsheet then shows the text, and runs nothing. */
    private static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = COMMANDS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
