package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
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
import org.jspecify.annotations.Nullable;

/**
 * The desk for concept previews (condition K2): the concept of a month was shown, or it is recorded why not. Each happens
 * once; what was excused may still be shown.
 */
@Dependent
public class ConceptPreviews {

    private final FactTable<ConceptPreview> previews;

    @Inject
    public ConceptPreviews(DataSource database) {
        this.previews = new FactTable<>(
                database,
                "concept_preview",
                "id, trajectory_id, period, shown_at, reaction, reason_recorded_at, not_shown_reason",
                ConceptPreviews::read,
                () -> Refusal.unknown("concept-preview", "There is no such preview."));
    }

    /**
     * Records that the client saw the concept.
     *
     * @param at when; absent means now
     * @throws Refusal when it was shown already, or before its month began, or there is no such trajectory
     */
    public Known<ConceptPreview> show(
            TenantId tenant,
            UUID trajectory,
            YearMonth period,
            @Nullable Instant at,
            @Nullable String reaction,
            Change change) {
        var shownAt = at == null ? change.at() : at;
        change.demandPast("shownAt", shownAt);
        if (Period.ofMonth(period).isBefore(shownAt)) {
            throw Refusal.rule("shown-before-period", "Nothing can be shown of a month that had not begun.")
                    .at("shownAt");
        }
        var said = reaction == null ? null : Text.demand("reaction", reaction, 500);
        return previews.record(tenant, sql -> {
            var id = idOf(tenant, trajectory, period);
            lock(sql, trajectory);
            var before = find(sql, id);
            demandNotShown(before);
            sql.update(
                    before.isEmpty()
                            ? "insert into concept_preview (shown_at, reaction, changed_by, change_reason, trajectory_id,"
                                    + " period, tenant_id, id) values (?, ?, ?, ?, ?, ?, :tenant, ?)"
                            : "update concept_preview set shown_at = ?, reaction = ?, changed_by = ?, change_reason = ?"
                                    + " where trajectory_id = ? and period = ? and tenant_id = :tenant and id = ?",
                    shownAt,
                    said,
                    change.by(),
                    change.reason(),
                    trajectory,
                    period.toString(),
                    id);
            return id;
        });
    }

    /** Records why the concept was not shown: the reason of the change is that reason, from now on. */
    public Known<ConceptPreview> excuse(TenantId tenant, UUID trajectory, YearMonth period, Change change) {
        return previews.record(tenant, sql -> {
            var id = idOf(tenant, trajectory, period);
            lock(sql, trajectory);
            var before = find(sql, id);
            demandNotShown(before);
            if (!before.isEmpty()) {
                throw Refusal.conflict("already-excused", "It is on record already why this concept was not shown.");
            }
            sql.update(
                    "insert into concept_preview (tenant_id, id, trajectory_id, period, not_shown_reason,"
                            + " reason_recorded_at, changed_by, change_reason) values (:tenant, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    trajectory,
                    period.toString(),
                    change.reason(),
                    change.at(),
                    change.by(),
                    change.reason());
            return id;
        });
    }

    public Known<ConceptPreview> get(TenantId tenant, UUID id) {
        return previews.get(tenant, id);
    }

    /** Every state that a preview had, the oldest first. */
    public List<Known<ConceptPreview>> history(TenantId tenant, UUID id) {
        return previews.history(tenant, id);
    }

    /** All previews of one trajectory, by month: each month has one. */
    public List<Known<ConceptPreview>> list(TenantId tenant, UUID trajectory) {
        return previews.all(tenant, "trajectory_id = ? order by period", trajectory);
    }

    private List<Known<ConceptPreview>> find(Sql sql, UUID id) throws SQLException {
        return previews.where(sql, "id = ?", id);
    }

    /** The id that an import gives it: a trajectory and a month have one preview, whoever records it. */
    private static UUID idOf(TenantId tenant, UUID trajectory, YearMonth period) {
        return tenant.idOf("concept_preview", trajectory + ":" + period);
    }

    private static void lock(Sql sql, UUID trajectory) throws SQLException {
        if (sql.query(
                        "select 1 from trajectory where tenant_id = :tenant and id = ? for update",
                        row -> true,
                        trajectory)
                .isEmpty()) {
            throw Refusal.unknown("trajectory", "There is no such trajectory.").at("trajectory");
        }
    }

    private static void demandNotShown(List<Known<ConceptPreview>> before) {
        if (!before.isEmpty() && before.get(0).fact().shownAt() != null) {
            throw Refusal.conflict("already-shown", "The concept of this month was shown already.");
        }
    }

    private static ConceptPreview read(Sql.Row row) throws SQLException {
        return new ConceptPreview(
                row.uuid("id"),
                row.uuid("trajectory_id"),
                YearMonth.parse(row.text("period")),
                row.instantOrNull("shown_at"),
                row.textOrNull("reaction"),
                row.instantOrNull("reason_recorded_at"),
                row.textOrNull("not_shown_reason"));
    }
}
