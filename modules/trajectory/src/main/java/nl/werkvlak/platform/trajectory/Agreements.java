package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.kernel.Text;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.Agreement.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The desk for agreements (afspraken): what was agreed on, who does it and by when; then, once, that it was done or dropped.
 * They are the next steps in a progress report, so what is written here is read by the tenant when nothing stops it.
 */
@Dependent
public class Agreements {

    private static final int LONGEST_ACTION = 500;

    private final FactTable<Agreement> agreements;

    @Inject
    public Agreements(DataSource database) {
        this.agreements = new FactTable<>(
                database,
                "agreement",
                "id, trajectory_id, agreed_on, action, actor, due, done_on, dropped_on",
                Agreements::read,
                () -> Refusal.unknown("agreement", "There is no such agreement."));
    }

    /**
     * Records what was agreed on.
     *
     * @param agreedOn absent means today, in Amsterdam
     * @throws Refusal when it has still to be agreed on, is due before that, says nothing or too much, or there is no such
     *     trajectory
     */
    public Known<Agreement> agree(
            TenantId tenant,
            UUID trajectory,
            @Nullable LocalDate agreedOn,
            String action,
            Actor actor,
            @Nullable LocalDate due,
            Change change) {
        var day = agreedOn == null ? Period.dayOf(change.at()) : agreedOn;
        demandPast("agreedOn", day, change);
        var said = Text.demand("action", action, LONGEST_ACTION);
        if (due != null && due.isBefore(day)) {
            throw Refusal.rule("due-before-agreed", "What is agreed on is done on that day or later.")
                    .at("due");
        }
        return agreements.record(tenant, sql -> {
            var id = UUID.randomUUID();
            if (Commissions.clientOf(sql, trajectory).isEmpty()) {
                throw Refusal.unknown("trajectory", "There is no such trajectory.")
                        .at("trajectory");
            }
            sql.update(
                    "insert into agreement (tenant_id, id, trajectory_id, agreed_on, action, actor, due, changed_by,"
                            + " change_reason) values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    trajectory,
                    day,
                    said,
                    actor,
                    due,
                    change.by(),
                    change.reason());
            return id;
        });
    }

    /**
     * Records that it was done.
     *
     * @param on absent means today, in Amsterdam
     */
    public Known<Agreement> done(TenantId tenant, UUID id, @Nullable LocalDate on, Change change) {
        return end(tenant, id, "done_on = ?", "doneOn", on, change);
    }

    /**
     * Records that it need not be done any more; it stays in the reports over the months in which it still was to be done.
     *
     * @param on absent means today, in Amsterdam
     */
    public Known<Agreement> drop(TenantId tenant, UUID id, @Nullable LocalDate on, Change change) {
        return end(tenant, id, "dropped_on = ?", "droppedOn", on, change);
    }

    private Known<Agreement> end(
            TenantId tenant, UUID id, String assignment, String field, @Nullable LocalDate on, Change change) {
        var day = on == null ? Period.dayOf(change.at()) : on;
        demandPast(field, day, change);
        return agreements.act(tenant, id, (sql, agreement) -> {
            if (!agreement.isOpen()) {
                throw Refusal.conflict("agreement-ended", "It is on record already that this was done or dropped.");
            }
            if (day.isBefore(agreement.agreedOn())) {
                throw Refusal.rule("ended-before-agreed", "Nothing is done or dropped before it was agreed on.")
                        .at(field);
            }
            agreements.change(sql, id, change, assignment, day);
        });
    }

    private static void demandPast(String field, LocalDate day, Change change) {
        if (day.isAfter(Period.dayOf(change.at()))) {
            throw Refusal.rule("in-future", "This has still to happen: record it when it has.")
                    .at(field);
        }
    }

    public Known<Agreement> get(TenantId tenant, UUID id) {
        return agreements.get(tenant, id);
    }

    /** Every state that an agreement had, the oldest first. */
    public List<Known<Agreement>> history(TenantId tenant, UUID id) {
        return agreements.history(tenant, id);
    }

    /** All agreements of one trajectory: what is open first, by when it is due; then what was done or dropped, the last first. */
    public List<Known<Agreement>> list(TenantId tenant, UUID trajectory) {
        return agreements.all(
                tenant,
                "trajectory_id = ? order by coalesce(done_on, dropped_on) is not null,"
                        + " coalesce(done_on, dropped_on) desc, due is null, due, agreed_on, id",
                trajectory);
    }

    private static Agreement read(Sql.Row row) throws SQLException {
        return new Agreement(
                row.uuid("id"),
                row.uuid("trajectory_id"),
                row.day("agreed_on"),
                row.text("action"),
                Actor.valueOf(row.text("actor")),
                row.dayOrNull("due"),
                row.dayOrNull("done_on"),
                row.dayOrNull("dropped_on"));
    }
}
