package nl.werkvlak.platform.processingregister;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk of retention that a contract agrees otherwise than the register (regulation art. 9): per commission and
 * category, from an instant on, until a later one replaces it. Who may ask for which tenant, the edge decides.
 */
@Dependent
public class RetentionOverrides {

    private static final int LONGEST_MONTHS = 1_200;

    private final DataSource database;
    private final Clock clock;

    @Inject
    public RetentionOverrides(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A retention of its own, and who recorded it, when and why. */
    public record Recorded(RetentionOverride override, Change change) {}

    /** All that were ever agreed for a commission; by category, the latest first. */
    public List<Recorded> of(TenantId tenant, UUID commission) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            lock(sql, commission, "");
            return read(sql, commission);
        });
    }

    /**
     * Records one.
     *
     * @param inForceFrom now or later; null for now
     * @throws Refusal when the commission is not the tenant's, a field is wrong, or a later one is known
     */
    public Recorded record(
            TenantId tenant,
            UUID commission,
            DataCategory category,
            int months,
            @Nullable Instant inForceFrom,
            String by,
            String reason) {
        var change = new Change(by, clock.instant(), reason);
        var from = inForceFrom == null ? change.at() : inForceFrom;
        var wrong = new TreeMap<String, String>();
        if (months < 0 || months > LONGEST_MONTHS) {
            wrong.put("months", "not-a-retention");
        }
        if (from.isBefore(change.at())) {
            wrong.put("inForceFrom", "in-the-past");
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        var recorded = new Recorded(new RetentionOverride(category, from, months, change.reason()), change);
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            lock(sql, commission, " for update");
            if (read(sql, commission).stream()
                    .map(Recorded::override)
                    .anyMatch(other ->
                            other.category() == category && !other.inForceFrom().isBefore(from))) {
                throw Refusal.conflict(
                        "later-retention-exists", "A retention of this category is known from then on or later.");
            }
            sql.update(
                    "insert into retention_override (tenant_id, id, commission_id, category, in_force_from, months,"
                            + " reason, recorded_at, recorded_by) values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    commission,
                    category,
                    from,
                    months,
                    change.reason(),
                    change.at(),
                    change.by());
            return recorded;
        });
    }

    /** The commission is there, and this tenant's; with a lock, two that record at once come one after the other. */
    private static void lock(Sql sql, UUID commission, String lock) throws SQLException {
        if (sql.query(
                        "select id from commission where tenant_id = :tenant and id = ?" + lock,
                        row -> row.uuid("id"),
                        commission)
                .isEmpty()) {
            throw Refusal.unknown("commission", "There is no such commission.");
        }
    }

    private static List<Recorded> read(Sql sql, UUID commission) throws SQLException {
        return sql.query(
                "select category, in_force_from, months, reason, recorded_at, recorded_by from retention_override"
                        + " where tenant_id = :tenant and commission_id = ? order by category, in_force_from desc",
                row -> new Recorded(
                        new RetentionOverride(
                                DataCategory.valueOf(row.text("category")),
                                row.instant("in_force_from"),
                                row.number("months"),
                                row.text("reason")),
                        new Change(row.text("recorded_by"), row.instant("recorded_at"), row.text("reason"))),
                commission);
    }
}
