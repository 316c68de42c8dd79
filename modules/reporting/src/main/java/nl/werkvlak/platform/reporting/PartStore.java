package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.tenancy.Sql;

/** Where the parts of one run in one commission are kept, and how each comes to its end. */
final class PartStore {

    private static final String MINE = " where tenant_id = :tenant and run_id = ? and commission_id = ?";
    private static final String LEFT = MINE + " and state = 'PLANNED'";
    private static final String PLANNED = LEFT + " and kind = ?";

    private final Sql sql;
    private final CommissionWork work;

    /** Where the month stands, and by what it is found there. */
    private final String month;

    private final Object key;

    PartStore(Connection connection, CommissionWork work) {
        this(connection, work, "(select period from reporting_run where id = ?) m", work.run());
    }

    /** For what no run makes. */
    PartStore(Connection connection, CommissionWork work, YearMonth period) {
        this(connection, work, "(select ? period) m", period.toString());
    }

    private PartStore(Connection connection, CommissionWork work, String month, Object key) {
        this.sql = Sql.ofTenant(connection, work.tenant());
        this.work = work;
        this.month = month;
        this.key = key;
    }

    /** How many parts of each kind are planned. */
    Map<ReportKind, Long> left() throws SQLException {
        var left = new EnumMap<ReportKind, Long>(ReportKind.class);
        sql.stream(
                "select kind, count(*) parts from run_part" + LEFT + " group by kind",
                row -> left.put(ReportKind.valueOf(row.text("kind")), row.count("parts")),
                work.run(),
                work.commission());
        return left;
    }

    /** Trajectories, or the commission itself. */
    List<UUID> planned(ReportKind kind, int limit) throws SQLException {
        return sql.query(
                "select subject_id from run_part" + PLANNED + " order by subject_id limit ?",
                row -> row.uuid("subject_id"),
                work.run(),
                work.commission(),
                kind,
                limit);
    }

    /** Trajectories with hours in the period: what is charged was signed off. */
    List<UUID> withHours() throws SQLException {
        return sql.query(
                "select distinct h.trajectory_id from hours_worked h join trajectory t on t.tenant_id = h.tenant_id"
                        + " and t.id = h.trajectory_id join " + month
                        + " where h.tenant_id = :tenant and t.commission_id = ?"
                        + " and h.worked_on between concat(m.period, '-01') and last_day(concat(m.period, '-01'))",
                row -> row.uuid("trajectory_id"),
                key,
                work.commission());
    }

    /**
     * Of what there are reports of this period already, from an earlier run or an earlier attempt.
     *
     * @param valid the report of each subject that has one
     * @param withdrawn subjects that have none but withdrawn ones
     */
    record Before(Map<UUID, UUID> valid, Set<UUID> withdrawn) {

        Set<UUID> subjects() {
            var subjects = new HashSet<>(valid.keySet());
            subjects.addAll(withdrawn);
            return subjects;
        }
    }

    Before before(ReportKind kind, Collection<UUID> subjects) throws SQLException {
        var before = new Before(new HashMap<>(), new HashSet<>());
        sql.stream(
                "select r.subject_id, r.id, s.withdrawn_at is not null withdrawn from report r join report_standing s"
                        + " on s.tenant_id = r.tenant_id and s.report_id = r.id where r.tenant_id = :tenant"
                        + " and r.subject_id in (?) and r.kind = ? and r.period = (select m.period from " + month + ")",
                row -> {
                    if (row.flag("withdrawn")) {
                        before.withdrawn().add(row.uuid("subject_id"));
                    } else {
                        before.valid().put(row.uuid("subject_id"), row.uuid("id"));
                    }
                },
                subjects,
                kind,
                key);
        before.withdrawn().removeAll(before.valid().keySet());
        return before;
    }

    /** Those whose coach has not signed off the period; a period that came in with an import counts as signed off. */
    List<UUID> notSignedOff(Collection<UUID> trajectories) throws SQLException {
        return sql.query(
                "select t.id from trajectory t join " + month
                        + " where t.tenant_id = :tenant and t.id in (?)"
                        + " and (t.imported_through is null"
                        + " or t.imported_through < last_day(concat(m.period, '-01')))"
                        + " and not exists (select 1 from sign_off s where s.tenant_id = t.tenant_id"
                        + " and s.trajectory_id = t.id and s.period = m.period)",
                row -> row.uuid("id"),
                key,
                trajectories);
    }

    /** Each planned part whose report is among these has it. */
    void issued(Collection<UUID> reports, boolean newly) throws SQLException {
        if (!reports.isEmpty()) {
            sql.update(
                    // By its key, one by one: a scan of the reports would hold what other workers are writing there.
                    "update report r force index (primary) straight_join run_part p on r.tenant_id = p.tenant_id"
                            + " and r.subject_id = p.subject_id and r.kind = p.kind set p.state = 'ISSUED', p.newly = ?, p.report_id = r.id"
                            + " where p.tenant_id = :tenant and p.run_id = ? and p.commission_id = ?"
                            + " and p.state = 'PLANNED' and r.id in (?)",
                    newly,
                    work.run(),
                    work.commission(),
                    reports);
        }
    }

    /** They get no report, for this reason. */
    void end(ReportKind kind, Collection<UUID> subjects, RunPart.Reason reason) throws SQLException {
        if (!subjects.isEmpty()) {
            sql.update(
                    "update run_part set state = ?, reason = ?" + PLANNED + " and subject_id in (?)",
                    reason.state(),
                    reason,
                    work.run(),
                    work.commission(),
                    kind,
                    subjects);
        }
    }

    /** All that is left. */
    void endAll(RunPart.Reason reason) throws SQLException {
        sql.update(
                "update run_part set state = ?, reason = ?" + LEFT,
                reason.state(),
                reason,
                work.run(),
                work.commission());
    }
}
