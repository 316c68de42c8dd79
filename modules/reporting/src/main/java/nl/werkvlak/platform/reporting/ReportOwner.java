package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report is about, for the key that opens it and for the disclosure register.
 *
 * @param key the owner of the key that it is sealed under: the client, or the tenant for a report over many; the report
 *     itself, which has none, when the client was erased and forgotten
 * @param bases those on which it was issued
 */
record ReportOwner(UUID key, @Nullable UUID client, Set<String> bases) {

    static ReportOwner of(Connection connection, TenantId tenant, Report report) throws SQLException {
        return Sql.ofTenant(connection, tenant)
                .query(
                        "select client_id, client_digest, bases from disclosure where tenant_id = :tenant and report_id = ?"
                                + " and event = 'ISSUED'",
                        row -> {
                            var client = row.uuidOrNull("client_id");
                            var bases = Set.of(row.text("bases").split(" ", -1));
                            if (client != null) {
                                return new ReportOwner(client, client, bases);
                            }
                            var isOfMany = row.bytes("client_digest") == null;
                            return new ReportOwner(isOfMany ? tenant.value() : report.id(), null, bases);
                        },
                        report.id())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A report that was never registered"));
    }
}
