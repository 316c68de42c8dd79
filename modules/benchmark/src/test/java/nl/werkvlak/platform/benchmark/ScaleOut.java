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
import nl.werkvlak.platform.reporting.RunScope;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.RunWorker;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.testing.OtherJvm;
import nl.werkvlak.platform.testing.TestDatabase;

/**
 * Two nodes beside one, each a process with one core of the machine to itself. They make the same month by turns, of one
 * tenant after the other: both, or one while the other is halted, so that what the machine gives to others weighs on both
 * alike. The database works on the cores of the nodes that work: so two nodes have twice of all that one has.
 */
final class ScaleOut {

    private static final Path LOG = Path.of("target", "scale-out.out");
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final String READY = "ready";
    private static final double SECOND = 1e9;
    private static final int NODES = 2;

    /** So many that what each run ends with, one accountability report after the other, weighs little. */
    private static final int SIZE = 10_000;

    /**
     * Tenants whose month both make before anything is measured, after that of all tenants before it. With one core a node's
     * compiler takes long to rest; what is left for it to do weighs twice as much where two nodes share a month.
     */
    private static final int WARM_UP = 2;

    /** How many nodes make the month of each tenant that is measured. */
    private static final List<Integer> TURNS = List.of(1, 2, 2, 1, 1, 2);

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

    /** What was made, in how many nanoseconds, and how long the processor of each node was at it. */
    private record Made(long reports, long wall, List<Duration> processors) {

        /** All that so many nodes made. */
        static Made by(int nodes, List<Made> months) {
            return months.stream()
                    .filter(made -> made.processors.size() == nodes)
                    .reduce(Made::plus)
                    .orElseThrow();
        }

        private Made plus(Made other) {
            return new Made(
                    reports + other.reports,
                    wall + other.wall,
                    Stream.iterate(0, at -> at < processors.size(), at -> at + 1)
                            .map(at -> processors.get(at).plus(other.processors.get(at)))
                            .toList());
        }

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
        var made = byTurns();
        var one = Made.by(1, made);
        var two = Made.by(2, made);
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

    /** What was made of each tenant that is measured. */
    private static List<Made> byTurns() throws SQLException, IOException {
        var offices = BusyOffice.of(SIZE, WARM_UP + TURNS.size());
        var nodes = new ArrayList<Process>();
        // They share its connections.
        try (var first = offices.get(0)) {
            for (var core = 0; core < NODES; core++) {
                nodes.add(node(first.database(), core));
            }
            run(first.database(), GateBenchmark.OCTOBER.minusMonths(1), RunScope.ALL, nodes);
            for (var office : offices.subList(0, WARM_UP)) {
                run(office, nodes);
            }
            var made = new ArrayList<Made>();
            for (var count : TURNS) {
                made.add(by(count, offices.get(WARM_UP + made.size()), nodes));
            }
            return made;
        } finally {
            nodes.forEach(Process::destroyForcibly);
            keepDatabaseTo(Runtime.getRuntime().availableProcessors());
        }
    }

    /** The others are halted meanwhile: they have nothing in hand. */
    private static Made by(int count, BusyOffice office, List<Process> nodes) throws IOException {
        var halted = nodes.subList(count, nodes.size());
        keepDatabaseTo(count);
        for (var node : halted) {
            signal("STOP", node);
        }
        try {
            var made = run(office, nodes.subList(0, count));
            if (made.reports() < SIZE) {
                throw new IllegalStateException("Not every report was issued, so nothing was measured: " + made);
            }
            return made;
        } finally {
            for (var node : halted) {
                signal("CONT", node);
            }
        }
    }

    /** The database, with all its threads, works on this many cores, the first ones. */
    private static void keepDatabaseTo(int cores) throws IOException {
        if (Files.isExecutable(TASKSET)) {
            var process = Long.toString(TestDatabase.pid());
            tell(TASKSET.toString(), "--all-tasks", "--cpu-list", "--pid", "0-" + (cores - 1), process);
        }
    }

    private static void signal(String what, Process node) throws IOException {
        // The one of the shell is there everywhere.
        tell("sh", "-c", "kill -" + what + " " + node.pid());
    }

    private static void tell(String... command) throws IOException {
        var told = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        if (told.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed; see " + LOG);
        }
    }

    private static Made run(BusyOffice office, List<Process> nodes) {
        return run(office.database(), GateBenchmark.OCTOBER, new RunScope(office.tenant(), null, null), nodes);
    }

    private static Made run(DataSource database, YearMonth month, RunScope scope, List<Process> nodes) {
        var runs = new Runs(database, scheduler(database), BusyOffice.CLOCK);
        var before = nodes.stream().map(ScaleOut::processor).toList();
        var began = System.nanoTime();
        var ended = finished(runs, runs.start(month, scope, "benchmark"));
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
