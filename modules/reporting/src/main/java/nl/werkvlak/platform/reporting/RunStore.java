package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.mail.MailQueue;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where runs and what they planned are kept. A run is over all tenants, so this works by plain SQL, in sets. */
final class RunStore {

    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

    private static final String VIEW = "select r.id, r.period, r.state, r.started_by, r.decided_at, r.ended_at,"
            + " r.scope_tenant_id, r.scope_commission_id, r.scope_trajectory_id, r.repeats,"
            + " concat_ws(' ', t.code, c.number) scope_name, a.raised_at, coalesce(a.is_late, false) is_late,"
            + " count(p.id) planned, coalesce(sum(" + PartList.IN_HAND + "), 0) running,"
            + " coalesce(sum(p.state = 'ISSUED'), 0) issued, coalesce(sum(p.newly), 0) newly,"
            + " coalesce(sum(p.state = 'WAITING'), 0) waiting, coalesce(sum(p.state = 'WITHHELD'), 0) withheld,"
            + " coalesce(sum(p.state = 'FAILED'), 0) failed, coalesce(sum(p.state = 'CANCELLED'), 0) cancelled"
            + " from reporting_run r left join run_part p on p.run_id = r.id"
            + " left join run_alert a on a.run_id = r.id left join tenant t on t.id = r.scope_tenant_id"
            + " left join commission c on c.tenant_id = r.scope_tenant_id and c.id = r.scope_commission_id";

    private final Connection connection;
    private final Sql sql;
    private final PartList parts;

    RunStore(Connection connection) {
        this.connection = connection;
        this.parts = new PartList(connection);
        this.sql = Sql.ofPlatform(connection);
    }

    /** The commissions that a run has work in. */
    List<CommissionWork> work(UUID run) throws SQLException {
        return sql.query(
                "select distinct p.tenant_id, p.commission_id, r.resumed from run_part p"
                        + " join reporting_run r on r.id = p.run_id where p.run_id = ? and p.state = 'PLANNED'",
                row -> new CommissionWork(
                        run, new TenantId(row.uuid("tenant_id")), row.uuid("commission_id"), row.number("resumed")),
                run);
    }

    Optional<RunView> find(UUID run) throws SQLException {
        return sql.query(VIEW + " where r.id = ? group by r.id", RunStore::view, parts.inHand(), run).stream()
                .findFirst();
    }

    boolean isKnown(UUID run) throws SQLException {
        return !sql.query("select 1 from reporting_run where id = ?", row -> true, run)
                .isEmpty();
    }

    List<RunView> recent(int limit) throws SQLException {
        return sql.query(
                VIEW + " group by r.id order by r.decided_at desc, r.id limit ?",
                RunStore::view,
                parts.inHand(),
                limit);
    }

    /** Anybody let this month be made as a whole. */
    boolean wasRun(YearMonth period) throws SQLException {
        return !sql.query(
                        "select 1 from reporting_run where period = ? and scope_tenant_id is null and repeats is null limit 1",
                        row -> true,
                        period.toString())
                .isEmpty();
    }

    /**
     * Whether a batch of this work may be made: its run goes on, and it was not handed out anew since. It stays so until the
     * end of the transaction: who pauses or cancels waits for the batches in hand.
     */
    boolean mayGoOn(CommissionWork work) throws SQLException {
        return !sql.query(
                        "select 1 from reporting_run where id = ? and state = 'RUNNING' and resumed = ?"
                                + " lock in share mode",
                        row -> true,
                        work.run(),
                        work.resumed())
                .isEmpty();
    }

    /** How the run stands; nobody makes a batch of it, or changes that, until the end of the transaction. */
    Optional<RunView.State> held(UUID run) throws SQLException {
        return sql
                .query(
                        "select state from reporting_run where id = ? for update",
                        row -> RunView.State.valueOf(row.text("state")),
                        run)
                .stream()
                .findFirst();
    }

    void move(UUID run, RunView.State state, @Nullable Instant endedAt) throws SQLException {
        sql.update("update reporting_run set state = ?, ended_at = ? where id = ?", state, endedAt, run);
    }

    /** It goes on; what was handed out before is void. */
    void resume(UUID run) throws SQLException {
        sql.update("update reporting_run set state = 'RUNNING', resumed = resumed + 1 where id = ?", run);
    }

    /** What is planned is made no more. Call it while the run is {@link #held}: then no batch is in hand. */
    void cancel(UUID run, Instant at) throws SQLException {
        sql.update(
                "update run_part set state = ?, reason = ? where run_id = ? and state = 'PLANNED'",
                RunPart.Reason.CANCELLED.state(),
                RunPart.Reason.CANCELLED,
                run);
        move(run, RunView.State.CANCELLED, at);
        MailQueue.ofRun(connection, run, at);
        alert(find(run).orElseThrow(Runs::unknown), at);
    }

    void write(UUID run, RunAct act) throws SQLException {
        sql.update(
                "insert into run_act (id, run_id, act, acted_at, acted_by) values (uuid(), ?, ?, ?, ?)",
                run,
                act.kind(),
                act.at(),
                act.by());
    }

    List<RunAct> acts(UUID run) throws SQLException {
        return sql.query(
                "select act, acted_at, acted_by from run_act where run_id = ? order by acted_at",
                row -> new RunAct(RunAct.Kind.valueOf(row.text("act")), row.instant("acted_at"), row.text("acted_by")),
                run);
    }

    /**
     * The run ends when nothing of it is planned any more; whoever finishes the last part finishes the run. Call it
     * in a transaction of its own, after the one that ended the parts: the later of two workers then sees all of them.
     * It looks without locking first, since a lock on the parts of others would stand in their way.
     */
    void finishIfDone(UUID run, Instant at) throws SQLException {
        if (hasPlanned(run)) {
            return;
        }
        // What is written before the row is taken keeps no other one that finishes waiting; who comes second writes
        // nothing.
        var view = find(run).orElseThrow(Runs::unknown);
        if (!view.isGoingOn()) {
            return;
        }
        MailQueue.ofRun(connection, run, at);
        if (sql.update(
                        "update reporting_run set state = 'FINISHED', ended_at = ? where id = ?"
                                + " and state in ('RUNNING', 'PAUSED')",
                        at,
                        run)
                > 0) {
            alert(view, at);
        }
    }

    /** Something is still to be made. */
    boolean hasPlanned(UUID run) throws SQLException {
        return !sql.query("select 1 from run_part where run_id = ? and state = 'PLANNED' limit 1", row -> true, run)
                .isEmpty();
    }

    /** One for the whole run, also when thousands of its parts have the same trouble. */
    private void alert(RunView run, Instant at) throws SQLException {
        var isLate = run.startedBy().equals(Runs.SCHEDULE) && RunCalendar.isLate(run.period(), run.decidedAt());
        if (isLate || run.failed() > 0 || run.waiting() > 0) {
            sql.update(
                    "insert into run_alert (run_id, raised_at, is_late, waiting, failed) values (?, ?, ?, ?, ?)",
                    run.id(),
                    at,
                    isLate,
                    run.waiting(),
                    run.failed());
            MailQueue.ofAlert(connection, run.id(), at);
            LOG.warn(
                    "run-alert: run {} of {} left {} failed and {} waiting reports{}",
                    run.id(),
                    run.period(),
                    run.failed(),
                    run.waiting(),
                    isLate ? ", and began late" : "");
        }
    }

    static RunScope scope(Sql.Row row) throws SQLException {
        var tenant = row.uuidOrNull("scope_tenant_id");
        return new RunScope(
                tenant == null ? null : new TenantId(tenant),
                row.uuidOrNull("scope_commission_id"),
                row.uuidOrNull("scope_trajectory_id"));
    }

    private static RunView view(Sql.Row row) throws SQLException {
        return new RunView(
                row.uuid("id"),
                YearMonth.parse(row.text("period")),
                RunView.State.valueOf(row.text("state")),
                scope(row),
                row.text("scope_name"),
                row.uuidOrNull("repeats"),
                row.text("started_by"),
                row.instant("decided_at"),
                row.instantOrNull("ended_at"),
                row.count("planned"),
                row.count("running"),
                row.count("issued"),
                row.count("newly"),
                row.count("waiting"),
                row.count("withheld"),
                row.count("failed"),
                row.count("cancelled"),
                row.instantOrNull("raised_at"),
                row.flag("is_late"));
    }
}
