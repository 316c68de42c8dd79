package nl.werkvlak.platform.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.RunScheduler;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.RunWorker;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.tenancy.Sql;

/** A whole monthly run, and what part of it the gate takes. */
final class RunBenchmark {

    private static final int WORKERS = 2;
    private static final int BATCH = 100;
    private static final double SECOND = 1e9;

    private final BusyOffice office;
    private final Table table;

    RunBenchmark(BusyOffice office, Table table) {
        this.office = office;
        this.table = table;
    }

    void measure() throws SQLException {
        var gateBefore = gateAlone();
        var threads = Executors.newCachedThreadPool();
        var worker = new RunWorker(office.database(), office.vault(), new Renderer(), office.clock());
        var scheduler = new RunScheduler(office.database(), worker, () -> {
            throw new IllegalStateException("No month starts by itself here");
        });
        var runs = new Runs(office.database(), scheduler, office.clock());
        scheduler.start(threads);
        var began = System.nanoTime();
        var ended = finished(runs, runs.start(GateBenchmark.OCTOBER, "benchmark"));
        var nanos = System.nanoTime() - began;
        scheduler.stop();
        threads.shutdown();
        if (ended.issued() < office.size()) {
            throw new IllegalStateException("Not every report was issued, so nothing was measured: " + ended);
        }
        table.add("whole run", office.size(), ended.issued() * SECOND / nanos, "reports/s", "");
        var gate = (gateBefore + gateAlone()) / 2;
        table.add(
                "  the gate's share of it", office.size(), 100.0 * gate / (nanos * (double) WORKERS), "%", "at most 5");
    }

    /** Looks five times a second, until the run says that it is finished. */
    private static RunView finished(Runs runs, UUID run) {
        var never = new CountDownLatch(1);
        var view = runs.get(run);
        while (view.state() == RunView.State.RUNNING) {
            try {
                if (never.await(200, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Nobody counts this down");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
            view = runs.get(run);
        }
        return view;
    }

    /** What the run asks of the gate, in the same batches, and nothing else; nanoseconds on one thread. */
    private long gateAlone() throws SQLException {
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
