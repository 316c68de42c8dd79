package nl.werkvlak.platform.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes the lines of a coverage report as they come, so that a tenant of any size stays flat in memory. */
final class CoverageTable {

    static final String CSV = "text/csv";

    private CoverageTable() {}

    /** Gives its lines one by one. */
    interface Lines {
        void each(Consumer<CoverageLine> line);
    }

    static void json(OutputStream out, Lines lines) throws IOException {
        out.write("{\"lines\":[".getBytes(StandardCharsets.UTF_8));
        var separator = new Object() {
            String next = "";
        };
        lines.each(line -> {
            try {
                out.write(separator.next.getBytes(StandardCharsets.UTF_8));
                out.write(RecordJson.write(line));
                separator.next = ",";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 4180, with a header row; lists within a field are separated by spaces. */
    static void csv(OutputStream out, Lines lines) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "commission",
                    "trajectoryId",
                    "trajectory",
                    "category",
                    "permitted",
                    "counted",
                    "projection",
                    "bases",
                    "reasons",
                    "validThrough");
            lines.each(line -> csv.writeRecord(
                    plain(line.commission()),
                    line.trajectoryId().toString(),
                    plain(line.trajectory()),
                    line.category().name(),
                    String.valueOf(line.permitted()),
                    String.valueOf(line.counted()),
                    line.projection().name(),
                    plain(String.join(" ", line.bases())),
                    line.reasons().stream().map(Enum::name).collect(Collectors.joining(" ")),
                    Objects.toString(line.validThrough(), "")));
        }
    }

    /** A text that a spreadsheet would take for a formula is marked as text. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
