package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What a run begins with: whether there may be one, and which reports it is to make. By plain SQL, in sets. */
final class RunStart {

    private static final String LEFT = " state in ('FAILED', 'WAITING', 'CANCELLED')";

    private final Connection connection;
    private final Sql sql;
    private final RunStore runs;

    RunStart(Connection connection) {
        this.connection = connection;
        this.sql = Sql.ofPlatform(connection);
        this.runs = new RunStore(connection);
    }

    void add(UUID run, RunOrder order, @Nullable UUID repeats, String startedBy, Instant decidedAt)
            throws SQLException {
        sql.update(
                "insert into reporting_run (id, period, state, started_by, decided_at, scope_tenant_id,"
                        + " scope_commission_id, scope_trajectory_id, repeats) values (?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?)",
                run,
                order.period().toString(),
                startedBy,
                decidedAt,
                order.scope().tenant(),
                order.scope().commission(),
                order.scope().trajectory(),
                repeats);
    }

    /** Plans all reports of a month that the scope of the run has. */
    void all(UUID run, YearMonth period) throws SQLException {
        for (var plan : Plan.values()) {
            plan.add(sql, run, period);
        }
    }

    /** Plans what an earlier run left, and nothing else. */
    void again(UUID run, UUID earlier) throws SQLException {
        sql.update(
                "insert into run_part (tenant_id, id, run_id, kind, subject_id, commission_id, trajectory_id, state)"
                        + " select tenant_id, uuid(), ?, kind, subject_id, commission_id, trajectory_id, 'PLANNED'"
                        + " from run_part where run_id = ? and" + LEFT,
                run,
                earlier);
    }

    /**
     * A run of one commission that has ended already: of reports of it that could not be judged again, each a part that
     * failed. So they are seen and told like all others that fail.
     *
     * @param subjects the trajectories, or the commission itself
     */
    void failed(RunOrder order, ReportKind kind, Collection<UUID> subjects, Instant at) throws SQLException {
        var run = UUID.randomUUID();
        add(run, order, null, Runs.RECHECK, at);
        var tenant = Objects.requireNonNull(order.scope().tenant(), "tenant");
        var commission = order.scope().commission();
        Sql.ofTenant(connection, tenant)
                .batch(
                        "insert into run_part (tenant_id, id, run_id, kind, subject_id, commission_id, trajectory_id,"
                                + " state, reason) values (:tenant, uuid(), ?, ?, ?, ?, ?, ?, ?)",
                        subjects.stream()
                                .map(subject -> new @Nullable Object[] {
                                    run,
                                    kind,
                                    subject,
                                    commission,
                                    subject.equals(commission) ? null : subject,
                                    RunPart.Reason.INTERNAL.state(),
                                    RunPart.Reason.INTERNAL
                                })
                                .toList());
        runs.finishIfDone(run, at);
    }

    /** Who starts a run does so alone, until the end of the transaction. Call it before anything is read. */
    void turn() throws SQLException {
        sql.update("update run_turn set starts = starts + 1");
    }

    /**
     * The scope of what people call it: the code of a tenant, the number of one of its commissions, the number of one of its
     * trajectories; nothing is everything.
     */
    RunScope named(String tenant, String commission, String trajectory) throws SQLException {
        if (tenant.isEmpty()) {
            if (commission.isEmpty() && trajectory.isEmpty()) {
                return RunScope.ALL;
            }
            throw Refusal.rule("tenant-not-named", "Name the tenant of which this is a commission or a trajectory.")
                    .at("tenant");
        }
        var of = sql.query("select id from tenant where code = ?", row -> new TenantId(row.uuid("id")), tenant).stream()
                .findFirst()
                .orElseThrow(RunStart::noTenant);
        return new RunScope(
                of,
                numbered(of, "commission", commission, RunStart::noCommission),
                numbered(of, "trajectory", trajectory, RunStart::noTrajectory));
    }

    private @Nullable UUID numbered(TenantId tenant, String table, String number, Supplier<Refusal> unknown)
            throws SQLException {
        if (number.isEmpty()) {
            return null;
        }
        return Sql.ofTenant(connection, tenant)
                .query(
                        "select id from " + table + " where tenant_id = :tenant and number = ?",
                        row -> row.uuid("id"),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(unknown);
    }

    private static Refusal noTenant() {
        return Refusal.unknown("tenant", "There is no such tenant.").at("tenant");
    }

    private static Refusal noCommission() {
        return Refusal.unknown("commission", "There is no such commission.").at("commission");
    }

    private static Refusal noTrajectory() {
        return Refusal.unknown("trajectory", "There is no such trajectory.").at("trajectory");
    }

    /** The month and the scope, when there is something of that scope, with the commission of a trajectory. */
    RunOrder known(YearMonth period, RunScope scope) throws SQLException {
        var tenant = scope.tenant();
        if (tenant == null) {
            return new RunOrder(period, scope);
        }
        if (sql.query("select 1 from tenant where id = ?", row -> true, tenant).isEmpty()) {
            throw noTenant();
        }
        var commission = scope.commission();
        if (commission != null
                && sql.query("select 1 from commission where tenant_id = ? and id = ?", row -> true, tenant, commission)
                        .isEmpty()) {
            throw noCommission();
        }
        var trajectory = scope.trajectory();
        if (trajectory == null) {
            return new RunOrder(period, scope);
        }
        return sql
                .query(
                        "select commission_id from trajectory where tenant_id = ? and id = ?"
                                + " and commission_id = coalesce(?, commission_id)",
                        row -> new RunOrder(period, new RunScope(tenant, row.uuid("commission_id"), trajectory)),
                        tenant,
                        trajectory,
                        commission)
                .stream()
                .findFirst()
                .orElseThrow(RunStart::noTrajectory);
    }

    /** The month and the scope of an earlier run that left something to make. */
    RunOrder left(UUID run) throws SQLException {
        var earlier = runs.find(run).orElseThrow(Runs::unknown);
        if (earlier.endedAt() == null) {
            throw Refusal.conflict(
                    "run-going-on", "This run is going on; what it leaves can be repeated when it has ended.");
        }
        if (earlier.left() == 0) {
            throw Refusal.conflict(
                    "nothing-to-repeat", "This run left nothing: no report failed, waits or was cancelled.");
        }
        return new RunOrder(earlier.period(), earlier.scope());
    }

    /** A run of this month is going on that may make the same report. */
    boolean isTouched(RunOrder order) throws SQLException {
        return sql
                .query(
                        "select scope_tenant_id, scope_commission_id, scope_trajectory_id from reporting_run"
                                + " where period = ? and state in ('RUNNING', 'PAUSED')",
                        RunStore::scope,
                        order.period().toString())
                .stream()
                .anyMatch(order.scope()::touches);
    }
}
