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

/** Where runs and what they planned are kept. A run is over all tenants, so this works by plain SQL, in sets. */
final class RunStore {

    private static final String VIEW = "select r.id, r.period, r.state, r.started_by, r.decided_at, r.ended_at,"
            + " count(p.id) planned, coalesce(sum(" + PartList.IN_HAND + "), 0) running,"
            + " coalesce(sum(p.state = 'ISSUED'), 0) issued, coalesce(sum(p.newly), 0) newly,"
            + " coalesce(sum(p.state = 'WAITING'), 0) waiting, coalesce(sum(p.state = 'WITHHELD'), 0) withheld,"
            + " coalesce(sum(p.state = 'FAILED'), 0) failed, coalesce(sum(p.state = 'CANCELLED'), 0) cancelled"
            + " from reporting_run r left join run_part p on p.run_id = r.id";

    private final Connection connection;
    private final Sql sql;
    private final PartList parts;

    RunStore(Connection connection) {
        this.connection = connection;
        this.parts = new PartList(connection);
        this.sql = Sql.ofPlatform(connection);
    }

    void add(UUID run, YearMonth period, String startedBy, Instant decidedAt) throws SQLException {
        sql.update(
                "insert into reporting_run (id, period, state, started_by, decided_at) values (?, ?, 'RUNNING', ?, ?)",
                run,
                period.toString(),
                startedBy,
                decidedAt);
    }

    /** Plans all reports of a month, for every tenant at once. */
    void plan(UUID run, YearMonth period) throws SQLException {
        for (var plan : Plan.values()) {
            plan.add(sql, run, period);
        }
    }

    /** The commissions that a run has work in. */
    List<CommissionWork> work(UUID run) throws SQLException {
        return sql.query(
                "select distinct tenant_id, commission_id from run_part where run_id = ? and state = 'PLANNED'",
                row -> new CommissionWork(run, new TenantId(row.uuid("tenant_id")), row.uuid("commission_id")),
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

    Optional<UUID> running(YearMonth period) throws SQLException {
        return sql
                .query(
                        "select id from reporting_run where running_period = ?",
                        row -> row.uuid("id"),
                        period.toString())
                .stream()
                .findFirst();
    }

    boolean wasRun(YearMonth period) throws SQLException {
        return !sql.query("select 1 from reporting_run where period = ? limit 1", row -> true, period.toString())
                .isEmpty();
    }

    /**
     * The run ends when nothing of it is planned any more; whoever finishes the last part finishes the run. Call it
     * in a transaction of its own, after the one that ended the parts: the later of two workers then sees all of them.
     * It looks without locking first, since a lock on the parts of others would stand in their way.
     */
    void finishIfDone(UUID run, Instant at) throws SQLException {
        var isGoingOn = !sql.query(
                        "select 1 from run_part where run_id = ? and state = 'PLANNED' limit 1", row -> true, run)
                .isEmpty();
        if (!isGoingOn) {
            var finished = sql.update(
                    "update reporting_run set state = 'FINISHED', ended_at = ? where id = ? and state = 'RUNNING'",
                    at,
                    run);
            if (finished > 0) {
                MailQueue.ofRun(connection, run, at);
            }
        }
    }

    private static RunView view(Sql.Row row) throws SQLException {
        return new RunView(
                row.uuid("id"),
                YearMonth.parse(row.text("period")),
                RunView.State.valueOf(row.text("state")),
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
                row.count("cancelled"));
    }
}
