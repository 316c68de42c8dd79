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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk for monthly runs: starts one, and tells how far it is. */
@Dependent
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** The name under which the schedule starts a run. */
    static final String SCHEDULE = "schedule";

    private static final int LAST_DAY_TO_SIGN_OFF = 2;

    private final DataSource database;
    private final RunScheduler scheduler;
    private final Clock clock;

    @Inject
    public Runs(DataSource database, RunScheduler scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Plans the reports over a month for all tenants, and has them made in the background, by all nodes.
     *
     * <p>What was issued before stays: a second run of a month makes only what was waiting, withheld or failed.
     *
     * @param startedBy the login of who started it, or the name of the schedule
     * @throws Refusal when the month is not over yet, or a run of this month is going on
     */
    public UUID start(YearMonth period, String startedBy) {
        var now = clock.instant();
        if (!Period.ofMonth(period).isOver(now)) {
            throw Refusal.rule("period-not-over", "This month is not over yet; reports are made of whole months.");
        }
        var run = UUID.randomUUID();
        inTransaction(connection -> {
            var store = new RunStore(connection);
            if (store.running(period).isPresent()) {
                throw running();
            }
            try {
                store.add(run, period, startedBy, now);
            } catch (SQLException e) {
                // Two starts at once: the unique running_period lets one of them in.
                if (Sqls.isDuplicate(e)) {
                    throw running();
                }
                throw e;
            }
            store.plan(run, period);
            store.finishIfDone(run, now);
            scheduler.schedule(store.work(run), connection, now);
            return run;
        });
        scheduler.wake();
        return run;
    }

    public RunView get(UUID run) {
        return inTransaction(connection -> new RunStore(connection).find(run)).orElseThrow(Runs::unknown);
    }

    /** What the run planned, part by part. */
    public Page<RunPart, RunPart.Place> parts(UUID run, RunPart.Query query) {
        return inTransaction(connection -> {
            demand(connection, run);
            return new PartList(connection).page(run, query);
        });
    }

    /** What the run did not issue and why, by commission. */
    public List<NotIssued> notIssued(UUID run) {
        return inTransaction(connection -> {
            demand(connection, run);
            return new PartList(connection).notIssued(run);
        });
    }

    /** The latest runs, newest first. */
    public List<RunView> recent(int limit) {
        return inTransaction(connection -> new RunStore(connection).recent(limit));
    }

    /**
     * Starts the run of last month by itself, once, from the third day of a month on: the coaches have two days to sign
     * off. Asked every night, so that a night on which no node was up is made good on the next.
     */
    void startLastMonthWhenDue() {
        var today = Period.dayOf(clock.instant());
        var period = YearMonth.from(today).minusMonths(1);
        if (today.getDayOfMonth() <= LAST_DAY_TO_SIGN_OFF
                || inTransaction(connection -> new RunStore(connection).wasRun(period))) {
            return;
        }
        try {
            start(period, SCHEDULE);
        } catch (Refusal e) {
            // Another node was a moment earlier.
            LOG.info("The run of {} was not started: {}", period, e.code());
        }
    }

    private static void demand(Connection connection, UUID run) throws SQLException {
        if (!new RunStore(connection).isKnown(run)) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.unknown("run", "There is no such run.");
    }

    private static Refusal running() {
        return Refusal.conflict("run-running", "A run of this month is going on; wait until it is finished.");
    }

    private <T> T inTransaction(Sqls.Work<T> work) {
        return Sqls.inTransaction(database, work);
    }
}
