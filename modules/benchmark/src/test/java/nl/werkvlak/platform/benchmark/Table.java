package nl.werkvlak.platform.benchmark;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, a row each, beside what it should be. */
final class Table {

    private record Measured(String what, int size, double value, String unit, String aim) {}

    private final List<Measured> rows = new ArrayList<>();

    /** @param aim what the value should be, in words; empty where there is none */
    void add(String what, int size, double value, String unit, String aim) {
        rows.add(new Measured(what, size, value, unit, aim));
        System.err.printf(Locale.ROOT, "  %s (%d): %,.3f %s%n", what, size, value, unit);
    }

    void print() {
        System.out.printf("%n%-52s %12s %16s %-14s %s%n", "what", "trajectories", "value", "unit", "aim");
        for (var row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-52s %,12d %,16.3f %-14s %s%n",
                    row.what(),
                    row.size(),
                    row.value(),
                    row.unit(),
                    row.aim());
        }
    }

    void write(Path file) throws IOException {
        var json = Json.createArrayBuilder();
        for (var row : rows) {
            json.add(Json.createObjectBuilder()
                    .add("what", row.what())
                    .add("trajectories", row.size())
                    .add("value", row.value())
                    .add("unit", row.unit())
                    .add("aim", row.aim()));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json.build().toString());
    }
}
