package nl.werkvlak.platform.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.werkvlak.platform.rendering.Renderer;

/** The command behind {@code ./mvnw -Pbenchmark}: measures, prints one table, and writes it as JSON. */
public final class Benchmark {

    /** A run of fewer is over before the machine has settled: of those so many are measured that they make as many. */
    private static final int ENOUGH = 10_000;

    /** After the second the compiler still works: what comes first was seen to be slower by a tenth than what comes later. */
    private static final int WARM_UPS = 4;

    private Benchmark() {}

    /**
     * Measures.
     *
     * @param arguments numbers of trajectories, separated by commas; and the file for the JSON
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        var table = new Table();
        var renderer = new Renderer();
        var raw = new RawEngine();
        for (var before = 0; before < WARM_UPS; before++) {
            try (var office = BusyOffice.of(ENOUGH)) {
                new RunBenchmark(ENOUGH, renderer, raw, table).warmUp(office);
            }
        }
        for (var size : Arrays.stream(arguments[0].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray()) {
            var runs = new RunBenchmark(size, renderer, raw, table);
            for (var made = size; made < ENOUGH; made += size) {
                try (var office = BusyOffice.of(size)) {
                    runs.measure(office);
                }
            }
            try (var office = BusyOffice.of(size)) {
                runs.measure(office);
                runs.tell();
                new GateBenchmark(office, table).measure();
                new PullBenchmark(office, renderer, table).measure();
            }
        }
        new ScaleOut(table).measure();
        table.print();
        table.write(Path.of(arguments[1]));
        // The database and the workers end with the process.
        System.exit(0);
    }
}
