package nl.werkvlak.platform.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.Corrector;
import nl.werkvlak.platform.reporting.RunScheduler;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.RunWorker;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.testing.OtherJvm;
import nl.werkvlak.platform.testing.TestDatabase;

/**
 * Two nodes beside one, each a process with one core of the machine to itself, making the same month. The database works on
 * the cores of the nodes, on the one of the first while that is alone: so two nodes have twice of all that one has.
 */
final class ScaleOut {

    private static final Path LOG = Path.of("target", "scale-out.out");
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final String READY = "ready";
    private static final double SECOND = 1e9;

    /** So many that what each run ends with, one accountability report after the other, weighs little. */
    private static final int SIZE = 10_000;

    /**
     * Months that a node makes before it is measured. With one core its compiler takes long to rest; what is left for it to
     * do weighs twice as much where two nodes share a month.
     */
    private static final int WARM_UP = 5;

    private final Table table;

    ScaleOut(Table table) {
        this.table = table;
    }

    /** A node: it works on whatever is planned, until it is stopped, or whoever started it is. */
    public static void main(String... arguments) throws SQLException, IOException {
        var database = OtherJvm.database();
        scheduler(database).start(Executors.defaultThreadFactory(), new MailSender(database, BusyOffice.CLOCK));
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // Nobody tells it anything; its input ends with the other process.
        }
        System.exit(0);
    }

    /** What it made, in how many nanoseconds, and how long the processor of each node was at it. */
    private record Made(long reports, long wall, List<Duration> processors) {

        double perSecond() {
            return reports * SECOND / wall;
        }

        /** Of the node that had most to do. */
        double processor() {
            return processors.stream().mapToLong(Duration::toNanos).max().orElseThrow();
        }

        double processorOfAll() {
            return processors.stream().mapToLong(Duration::toNanos).sum();
        }
    }

    void measure() throws SQLException, IOException {
        var one = by(1);
        var two = by(2);
        row("one node of one core", one.perSecond(), "reports/s", "");
        row("two nodes of one core each", two.perSecond(), "reports/s", "");
        row("two nodes / one node", two.perSecond() / one.perSecond(), "", "at least 1.8");
        row("  by processor time of the busier node", one.processor() / two.processor(), "", "at least 1.8");
        row("  the busier node's share of what both did", two.processor() / two.processorOfAll(), "", "0.5");
        row("  processor's share of the time of one node", one.processor() / one.wall(), "", "");
        row("  processor's share of the time of the busier of two", two.processor() / two.wall(), "", "");
    }

    private void row(String what, double value, String unit, String aim) {
        table.add(what, SIZE, value, unit, aim);
    }

    /** They warm up on other months, of which each node makes as much as one that is alone. */
    private Made by(int count) throws SQLException, IOException {
        var office = BusyOffice.of(SIZE);
        var nodes = new ArrayList<Process>();
        try {
            keepDatabaseTo(count);
            for (var core = 0; core < count; core++) {
                nodes.add(node(office.database(), core));
            }
            for (var before = 1; before <= WARM_UP * count; before++) {
                run(office, GateBenchmark.OCTOBER.minusMonths(before), nodes);
            }
            var made = run(office, GateBenchmark.OCTOBER, nodes);
            if (made.reports() < SIZE) {
                throw new IllegalStateException("Not every report was issued, so nothing was measured: " + made);
            }
            return made;
        } finally {
            nodes.forEach(Process::destroyForcibly);
            keepDatabaseTo(Runtime.getRuntime().availableProcessors());
        }
    }

    /** The database, with all its threads, works on this many cores, the first ones. */
    private static void keepDatabaseTo(int cores) throws IOException {
        if (Files.isExecutable(TASKSET)) {
            var process = Long.toString(TestDatabase.pid());
            var taskset = new ProcessBuilder(
                            TASKSET.toString(), "--all-tasks", "--cpu-list", "--pid", "0-" + (cores - 1), process)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
            if (taskset.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("The database could not be kept to its cores; see " + LOG);
            }
        }
    }

    private static Made run(BusyOffice office, YearMonth month, List<Process> nodes) {
        var runs = new Runs(office.database(), scheduler(office.database()), office.clock());
        var before = nodes.stream().map(ScaleOut::processor).toList();
        var began = System.nanoTime();
        var ended = finished(runs, runs.start(month, "benchmark"));
        var wall = System.nanoTime() - began;
        var processors = Stream.iterate(0, at -> at < nodes.size(), at -> at + 1)
                .map(at -> processor(nodes.get(at)).minus(before.get(at)))
                .toList();
        return new Made(ended.newlyIssued(), wall, processors);
    }

    /** One that works with what all nodes share: the database, the keys and the clock. */
    private static RunScheduler scheduler(DataSource database) {
        var renderer = new Renderer();
        return new RunScheduler(
                database,
                new RunWorker(database, BusyOffice.VAULT, renderer, BusyOffice.CLOCK),
                new Corrector(database, BusyOffice.VAULT, renderer, BusyOffice.CLOCK),
                () -> {
                    throw new IllegalStateException("No month starts by itself here");
                });
    }

    /** Returns when it works. */
    private static Process node(DataSource database, int core) throws IOException {
        var builder =
                OtherJvm.of(ScaleOut.class, database, "-XX:ActiveProcessorCount=1", "-XX:+UseParallelGC", "-Xmx1g");
        if (Files.isExecutable(TASKSET)) {
            builder.command().addAll(0, List.of(TASKSET.toString(), "--cpu-list", Integer.toString(core)));
        }
        var node = builder.redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        var told = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (!READY.equals(told)) {
            node.destroyForcibly();
            throw new IllegalStateException("A node did not come up; see " + LOG);
        }
        return node;
    }

    private static Duration processor(Process node) {
        return node.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Looks ten times a second, until the run says that it is finished. */
    private static RunView finished(Runs runs, UUID run) {
        var view = runs.get(run);
        while (view.isGoingOn()) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                    .join();
            view = runs.get(run);
        }
        return view;
    }
}
