package nl.werkvlak.platform.reporting;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.tenancy.Sql;

/** Which reports there are to make over a month: for a run, and for who wants to know what a run would do. */
enum Plan {
    /** Of each trajectory that was active in the month. */
    PROGRESS(
            ReportKind.PROGRESS,
            "select tenant_id, id subject_id, commission_id, id trajectory_id from trajectory"
                    + " where started_on <= ? and (ended_on is null or ended_on >= ?)") {
        @Override
        List<LocalDate> days(YearMonth period) {
            return List.of(period.atEndOfMonth(), period.atDay(1));
        }
    },
    /** Of each trajectory that ended in it. */
    FINAL(
            ReportKind.FINAL,
            "select tenant_id, id subject_id, commission_id, id trajectory_id from trajectory"
                    + " where ended_on between ? and ?"),
    /** Of each commission. */
    ACCOUNTABILITY(
            ReportKind.ACCOUNTABILITY,
            "select tenant_id, id subject_id, id commission_id, null trajectory_id from commission where true") {
        @Override
        List<LocalDate> days(YearMonth period) {
            return List.of();
        }
    },
    /** Of each commission in which hours are to be charged. */
    INVOICE(
            ReportKind.INVOICE,
            "select c.tenant_id, c.id subject_id, c.id commission_id, null trajectory_id from commission c"
                    + " where c.hourly_rate is not null and exists (select 1 from trajectory t"
                    + " join hours_worked h on h.tenant_id = t.tenant_id and h.trajectory_id = t.id"
                    + " where t.tenant_id = c.tenant_id and t.commission_id = c.id and h.worked_on between ? and ?)");

    private final ReportKind kind;
    private final String select;

    Plan(ReportKind kind, String select) {
        this.kind = kind;
        this.select = select;
    }

    ReportKind kind() {
        return kind;
    }

    List<LocalDate> days(YearMonth period) {
        return List.of(period.atDay(1), period.atEndOfMonth());
    }

    /** Plans all of them, for every tenant of the scope of the run at once. */
    void add(Sql platform, UUID run, YearMonth period) throws SQLException {
        platform.update(
                "insert into run_part (tenant_id, id, run_id, kind, subject_id, commission_id, trajectory_id, state)"
                        + " select p.tenant_id, uuid(), r.id, ?, p.subject_id, p.commission_id, p.trajectory_id, 'PLANNED'"
                        + " from reporting_run r join (" + select + ") p"
                        + " on (r.scope_tenant_id is null or p.tenant_id = r.scope_tenant_id)"
                        + " and (r.scope_commission_id is null or p.commission_id = r.scope_commission_id)"
                        // A report about a commission is none of a trajectory.
                        + " and (r.scope_trajectory_id is null or p.trajectory_id = r.scope_trajectory_id)"
                        + " where r.id = ?",
                Stream.of(Stream.of(kind), days(period).stream(), Stream.of(run))
                        .flatMap(each -> each)
                        .toArray());
    }

    /** Those of one commission: trajectories, or the commission itself; in one order. */
    List<UUID> subjects(Sql tenant, UUID commission, YearMonth period) throws SQLException {
        return tenant.query(
                "select p.subject_id from (" + select + ") p where p.tenant_id = :tenant and p.commission_id = ?"
                        + " order by p.subject_id",
                row -> row.uuid("subject_id"),
                Stream.concat(days(period).stream(), Stream.of(commission)).toArray());
    }
}
