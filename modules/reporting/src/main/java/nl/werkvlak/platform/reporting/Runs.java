package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk for monthly runs: starts one, steers it, and tells how far it is. */
@Dependent
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** The name under which the schedule starts a run. */
    static final String SCHEDULE = "schedule";

    /** The name under which reports that could not be judged again are told of. */
    static final String RECHECK = "recheck";

    private final DataSource database;
    private final RunScheduler scheduler;
    private final Clock clock;

    @Inject
    public Runs(DataSource database, RunScheduler scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** As {@link #start(YearMonth, RunScope, String)}, of everything. */
    public UUID start(YearMonth period, String startedBy) {
        return start(period, RunScope.ALL, startedBy);
    }

    /**
     * Plans the reports over a month, and has them made in the background, by all nodes. Where there is nothing to report on, the
     * run ends at once.
     *
     * <p>What was issued before stays: a second run of a month makes only what was waiting, withheld or failed.
     *
     * @param startedBy the account of who started it, or the name of the schedule
     * @throws Refusal when the month is not over yet, there is nothing of this scope, or a run of this month that touches it is
     *     going on
     */
    public UUID start(YearMonth period, RunScope scope, String startedBy) {
        if (!Period.ofMonth(period).isOver(clock.instant())) {
            throw Refusal.rule("period-not-over", "This month is not over yet; reports are made of whole months.");
        }
        return begin(start -> start.known(period, scope), null, startedBy);
    }

    /**
     * What a run is to be of, by the names that people know; an empty one is all of them.
     *
     * @param tenant its code
     * @param commission the number of one of the tenant
     * @param trajectory the number of one of the tenant, and of the commission if that is named
     * @throws Refusal when there is no such thing, at the field that names it
     */
    public RunScope scope(String tenant, String commission, String trajectory) {
        return inTransaction(connection -> new RunStart(connection).named(tenant, commission, trajectory));
    }

    /**
     * Makes again what an earlier run did not: what failed, waited or was cancelled, and nothing else. The earlier run stays as
     * it is; this is another one, of the same month and scope.
     */
    public UUID repeat(UUID run, String startedBy) {
        return begin(start -> start.left(run), run, startedBy);
    }

    private interface Order {
        RunOrder in(RunStart start) throws SQLException;
    }

    private UUID begin(Order asked, @Nullable UUID repeats, String startedBy) {
        var run = UUID.randomUUID();
        var now = clock.instant();
        inTransaction(connection -> {
            var start = new RunStart(connection);
            start.turn();
            var order = asked.in(start);
            if (start.isTouched(order)) {
                throw Refusal.conflict(
                        "run-running",
                        "A run of this month is going on that touches this one; wait until it has ended.");
            }
            start.add(run, order, repeats, startedBy, now);
            if (repeats == null) {
                start.all(run, order.period());
            } else {
                start.again(run, repeats);
            }
            var store = new RunStore(connection);
            scheduler.schedule(store.work(run), connection, now);
            store.finishIfDone(run, now);
            return run;
        });
        scheduler.wake();
        return run;
    }

    /**
     * Pauses, resumes or cancels. Returns when it holds: batches in hand are made first, and nothing after them. What was done
     * already is not done again.
     *
     * @param by the account of who does it
     * @throws Refusal when there is no such run, or it has ended in another way
     */
    public RunView act(UUID run, RunAct.Kind kind, String by) {
        var now = clock.instant();
        var view = inTransaction(connection -> {
            var store = new RunStore(connection);
            var state = store.held(run).orElseThrow(Runs::unknown);
            if (state != kind.after()) {
                if (state != RunView.State.RUNNING && state != RunView.State.PAUSED) {
                    throw Refusal.conflict(
                            "run-ended", "This run has ended; what it left can be repeated by another run.");
                }
                store.write(run, new RunAct(kind, now, by));
                switch (kind) {
                    case PAUSE -> store.move(run, kind.after(), null);
                    case RESUMPTION -> store.resume(run);
                    case CANCELLATION -> store.cancel(run, now);
                }
                scheduler.takeBack(run, connection);
                if (kind == RunAct.Kind.RESUMPTION) {
                    scheduler.schedule(store.work(run), connection, now);
                }
                store.finishIfDone(run, now);
            }
            return store.find(run).orElseThrow(Runs::unknown);
        });
        scheduler.wake();
        return view;
    }

    /** What administrators did to the run, oldest first. */
    public List<RunAct> acts(UUID run) {
        return of(run, connection -> new RunStore(connection).acts(run));
    }

    public RunView get(UUID run) {
        return inTransaction(connection -> new RunStore(connection).find(run)).orElseThrow(Runs::unknown);
    }

    /** What the run planned, part by part. */
    public Page<RunPart, RunPart.Place> parts(UUID run, RunPart.Query query) {
        return of(run, connection -> new PartList(connection).page(run, query));
    }

    /** What the run did not issue and why, by commission. */
    public List<NotIssued> notIssued(UUID run) {
        return of(run, connection -> new PartList(connection).notIssued(run));
    }

    /** The latest runs, newest first. */
    public List<RunView> recent(int limit) {
        return inTransaction(connection -> new RunStore(connection).recent(limit));
    }

    /**
     * Starts the run of last month by itself, once, from its due day on. Asked every night and when a node comes up, so that
     * nights on which no node was up are made good at the first look after them; a month of which the next one has ended
     * meanwhile is left to an administrator.
     */
    void startLastMonthWhenDue() {
        var today = Period.dayOf(clock.instant());
        var period = YearMonth.from(today).minusMonths(1);
        if (today.isBefore(RunCalendar.dueDay(period))
                || inTransaction(connection -> new RunStore(connection).wasRun(period))) {
            return;
        }
        try {
            start(period, SCHEDULE);
        } catch (Refusal e) {
            // Another node was a moment earlier, or a part of the month is being made: asked again tomorrow.
            LOG.info("The run of {} was not started: {}", period, e.code());
        }
    }

    private <T> T of(UUID run, Transactions.Work<T> work) {
        return inTransaction(connection -> {
            demand(connection, run);
            return work.with(connection);
        });
    }

    private static void demand(Connection connection, UUID run) throws SQLException {
        if (!new RunStore(connection).isKnown(run)) {
            throw unknown();
        }
    }

    static Refusal unknown() {
        return Refusal.unknown("run", "There is no such run.");
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        return Transactions.in(database, work);
    }
}
