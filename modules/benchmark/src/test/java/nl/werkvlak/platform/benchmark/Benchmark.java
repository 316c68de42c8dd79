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

    private static final int WARM_UP = 10_000;

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
        new RunBenchmark(BusyOffice.of(WARM_UP), renderer, raw, table).warmUp();
        for (var size : Arrays.stream(arguments[0].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray()) {
            var office = BusyOffice.of(size);
            new GateBenchmark(office, table).measure();
            new RunBenchmark(office, renderer, raw, table).measure();
            new PullBenchmark(office, renderer, table).measure();
        }
        new ScaleOut(table).measure();
        table.print();
        table.write(Path.of(arguments[1]));
        // The database and the workers end with the process.
        System.exit(0);
    }
}
