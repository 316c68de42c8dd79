package nl.werkvlak.platform.reporting;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

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

    /** Plans all of them, for every tenant at once. */
    void add(Sql platform, UUID run, YearMonth period) throws SQLException {
        platform.update(
                "insert into run_part (tenant_id, id, run_id, kind, subject_id, commission_id, trajectory_id, state)"
                        + " select p.tenant_id, uuid(), ?, ?, p.subject_id, p.commission_id, p.trajectory_id, 'PLANNED'"
                        + " from (" + select + ") p",
                with(period, run, kind));
    }

    /** Those of one commission: trajectories, or the commission itself; in one order. */
    List<UUID> subjects(Sql tenant, UUID commission, YearMonth period) throws SQLException {
        return tenant.query(
                "select p.subject_id from (" + select + ") p where p.tenant_id = :tenant and p.commission_id = ?"
                        + " order by p.subject_id",
                row -> row.uuid("subject_id"),
                Stream.concat(days(period).stream(), Stream.of(commission)).toArray());
    }

    private @Nullable Object[] with(YearMonth period, Object... before) {
        return Stream.concat(Stream.of(before), days(period).stream()).toArray();
    }
}
