package nl.werkvlak.platform.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.Corrector;
import nl.werkvlak.platform.reporting.RunAct;
import nl.werkvlak.platform.reporting.RunScheduler;
import nl.werkvlak.platform.reporting.RunWorker;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.tenancy.Sql;

/** A whole monthly run beside the bare engine, what part of it the gate takes, and what it asks of machine and database. */
final class RunBenchmark {

    private static final int WORKERS = RunScheduler.WORKERS;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int BATCH = 100;
    private static final String STARTED_BY = "benchmark";
    private static final int MOST_BARE = 5000;

    /** For so long a run is left alone, in nanoseconds. */
    private static final long TURN = TimeUnit.MINUTES.toNanos(1);

    private static final double SECOND = 1e9;
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;

    private final int size;
    private final Renderer renderer;
    private final RawEngine raw;
    private final Table table;

    private int rounds;
    private long reports;
    private Meter.Reading whole = Meter.Reading.NOTHING;
    private long bareReports;
    private Meter.Reading bare = Meter.Reading.NOTHING;
    private long gate;
    private long stored;
    private long heap;

    RunBenchmark(int size, Renderer renderer, RawEngine raw, Table table) {
        this.size = size;
        this.renderer = renderer;
        this.raw = raw;
        this.table = table;
    }

    /** The first thousands of a process are slow: a compiler works beside them. Both sides are warm before they are measured. */
    void warmUp(BusyOffice office) throws SQLException {
        var threads = Executors.newFixedThreadPool(WORKERS);
        raw.make(size, threads, WORKERS);
        threads.shutdown();
        run(office, new Meter(office.database()), () -> {});
    }

    /**
     * The bare engine makes some before the run and after it, and once a minute while it is paused: a machine that slows down
     * slows both.
     */
    void measure(BusyOffice office) throws SQLException {
        var meter = new Meter(office.database());
        var threads = Executors.newCachedThreadPool(meter);
        gate += gateAlone(office);
        bare(meter, threads);
        var run = run(office, meter, () -> bare(meter, threads));
        heap += Meter.heapInUse();
        bare(meter, threads);
        threads.shutdown();
        gate += gateAlone(office);
        reports += run.reports();
        whole = whole.plus(run.cost());
        stored += stored(office);
        rounds++;
    }

    /** What all that was measured comes to. */
    void tell() {
        row("whole run", reports * SECOND / whole.wall(), "reports/s", "");
        row("bare engine", bareReports * SECOND / bare.wall(), "reports/s", "");
        row(
                "whole run / bare engine",
                ((double) reports / whole.wall()) / ((double) bareReports / bare.wall()),
                "",
                "at least 1.0");
        row(
                "  by processor time of the server",
                ((double) reports / whole.processor()) / ((double) bareReports / bare.processor()),
                "",
                "at least 1.0");
        row("  processor time of a report", whole.processor() / MEGA / reports, "ms", "flat");
        row("  gate's share of the run", 100.0 * gate / 2 / (whole.wall() * (double) CORES), "%", "at most 5");
        row("  statements of a report", whole.statements() / (double) reports, "statements", "under 0.1 at 10,000");
        row("  memory asked for by a report", whole.allocated() / MEGA / reports, "MB", "");
        row("  stored of a report", stored / KILO / reports, "kB", "");
        row("  heap in use after the run", heap / MEGA / rounds, "MB", "flat");
    }

    private void row(String what, double value, String unit, String aim) {
        table.add(what, size, value, unit, aim);
    }

    /** Half as many as a run makes, so that before it and after it there are as many; of a large run enough to compare with. */
    private void bare(Meter meter, ExecutorService threads) throws SQLException {
        var portion = Math.min(size / 2, MOST_BARE);
        var began = meter.read();
        raw.make(portion, threads, WORKERS);
        bare = bare.plus(meter.read().minus(began));
        bareReports += portion;
    }

    private record Run(long reports, Meter.Reading cost) {}

    /** What is done while a run is paused. */
    private interface Turn {
        void take() throws SQLException;
    }

    private Run run(BusyOffice office, Meter meter, Turn other) throws SQLException {
        var worker = new RunWorker(office.database(), office.vault(), renderer, office.clock());
        var corrector = new Corrector(office.database(), office.vault(), renderer, office.clock());
        var scheduler = new RunScheduler(office.database(), worker, corrector, () -> {
            throw new IllegalStateException("No month starts by itself here");
        });
        var runs = new Runs(office.database(), scheduler, office.clock());
        var began = meter.read();
        scheduler.start(meter, new MailSender(office.database(), office.clock()));
        var run = runs.start(GateBenchmark.OCTOBER, STARTED_BY);
        var cost = Meter.Reading.NOTHING;
        var looks = new AtomicLong();
        while (!hasEnded(office, run, looks)) {
            if (!isPaused(runs, run)) {
                continue;
            }
            cost = cost.plus(meter.read().minus(began));
            other.take();
            began = meter.read();
            runs.act(run, RunAct.Kind.RESUMPTION, STARTED_BY);
        }
        cost = cost.plus(meter.read().minus(began)).withoutStatements(looks.get());
        var ended = runs.get(run);
        // It ends its threads as well, and with them what they tell.
        scheduler.stop();
        if (ended.issued() < office.size()) {
            throw new IllegalStateException("Not every report was issued, so nothing was measured: " + ended);
        }
        return new Run(ended.issued(), cost);
    }

    /** Not, when it ended at that moment. */
    private static boolean isPaused(Runs runs, UUID run) {
        try {
            runs.act(run, RunAct.Kind.PAUSE, STARTED_BY);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    /**
     * Whether the run ended within its turn. Looks twenty times a second, with one statement that is none of the run's and is
     * counted apart.
     */
    private static boolean hasEnded(BusyOffice office, UUID run, AtomicLong looks) throws SQLException {
        var never = new CountDownLatch(1);
        var until = System.nanoTime() + TURN;
        try (var connection = office.database().getConnection()) {
            var sql = Sql.ofPlatform(connection);
            while (System.nanoTime() < until) {
                looks.incrementAndGet();
                var isOver = sql.query(
                                "select state <> 'RUNNING' over_now from reporting_run where id = ?",
                                row -> row.flag("over_now"),
                                run)
                        .get(0);
                if (isOver) {
                    return true;
                }
                if (never.await(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Nobody counts this down");
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** What the reports take in the database, in bytes, of the sealed PDFs alone. */
    private static long stored(BusyOffice office) throws SQLException {
        try (var connection = office.database().getConnection()) {
            return Sql.ofTenant(connection, office.tenant())
                    .query(
                            "select sum(length(pdf) + length(document)) bytes from report_content where tenant_id = :tenant",
                            row -> row.count("bytes"))
                    .get(0);
        }
    }

    /** What the run asks of the gate, in the same batches, and nothing else; nanoseconds on one thread. */
    private static long gateAlone(BusyOffice office) throws SQLException {
        try (var connection = office.database().getConnection()) {
            var began = System.nanoTime();
            for (var commission : office.commissions()) {
                var ids = new ArrayList<>(Sql.ofTenant(connection, office.tenant())
                        .query(
                                "select id from trajectory where tenant_id = :tenant and commission_id = ?",
                                row -> row.uuid("id"),
                                commission));
                for (var from = 0; from < ids.size(); from += BATCH) {
                    Gate.open(connection)
                            .release(
                                    connection,
                                    office.tenant(),
                                    commission,
                                    ids.subList(from, Math.min(ids.size(), from + BATCH)),
                                    GateBenchmark.OCTOBER,
                                    ReportKind.PROGRESS,
                                    GateBenchmark.NOON);
                }
            }
            return System.nanoTime() - began;
        }
    }
}
