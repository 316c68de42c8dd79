package nl.werkvlak.platform.processingregister;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * How long data of a category may be disclosed under one commission, other than by the default of the register (regulation
 * art. 9); from an instant on, until a later one replaces it.
 *
 * @param months after the end of a trajectory
 */
public record RetentionOverride(DataCategory category, Instant inForceFrom, int months, String reason) {

    public RetentionOverride {
        if (months < 0 || reason.isBlank()) {
            throw new IllegalArgumentException("A retention of its own has a length and a reason");
        }
    }

    /** All of one commission, in one statement. */
    public static List<RetentionOverride> of(Sql sql, UUID commission) throws SQLException {
        return sql.query(
                "select category, in_force_from, months, reason from retention_override"
                        + " where tenant_id = :tenant and commission_id = ?",
                row -> new RetentionOverride(
                        DataCategory.valueOf(row.text("category")),
                        row.instant("in_force_from"),
                        row.number("months"),
                        row.text("reason")),
                commission);
    }
}
