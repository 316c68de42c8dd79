package nl.werkvlak.platform.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * How often the facts were changed that decisions rest on: those about a client, those about a commission, and what all
 * decisions share (matrix, processing register, retention). The database counts, whoever changes them.
 *
 * <p>Each of them only grows, and belongs to one transaction until that is committed. So the sum over the same clients
 * and commissions is the same exactly when none of their facts was changed.
 */
public final class FactVersions {

    private final Map<UUID, Long> versions;
    private final long reference;

    private FactVersions(Map<UUID, Long> versions, long reference) {
        this.versions = versions;
        this.reference = reference;
    }

    /**
     * Those of a commission and of the clients of these trajectories. Read them before the facts: a change in between
     * then makes what was decided look old, and never new.
     */
    public static FactVersions of(
            Connection connection, TenantId tenant, UUID commission, Collection<UUID> trajectories)
            throws SQLException {
        var versions = new HashMap<UUID, Long>();
        Sql.ofTenant(connection, tenant).stream(
                "select id, version from fact_version where tenant_id = :tenant and id = ?"
                        + " union select v.id, v.version from trajectory t"
                        + " join fact_version v on v.tenant_id = t.tenant_id and v.id = t.client_id"
                        + " where t.tenant_id = :tenant and t.id in (?)",
                row -> versions.put(row.uuid("id"), row.count("version")),
                commission,
                trajectories);
        return new FactVersions(versions, reference(connection, ""));
    }

    /**
     * Those of these clients and commissions as they are committed by now, whatever this transaction saw before; and
     * until it ends nobody changes a fact about them.
     */
    public static FactVersions held(Connection connection, TenantId tenant, Collection<UUID> subjects)
            throws SQLException {
        var held = " lock in share mode";
        var reference = reference(connection, held);
        var versions = new HashMap<UUID, Long>();
        // In one order, so that two who hold never wait for each other.
        Sql.ofTenant(connection, tenant).stream(
                "select id, version from fact_version where tenant_id = :tenant and id in (?) order by id" + held,
                row -> versions.put(row.uuid("id"), row.count("version")),
                subjects);
        return new FactVersions(versions, reference);
    }

    private static long reference(Connection connection, String held) throws SQLException {
        return Sql.ofPlatform(connection)
                .query("select version from reference_version where id = 1" + held, row -> row.count("version"))
                .get(0);
    }

    /** The sum over these clients and commissions, with what all decisions share. */
    public long sum(Collection<UUID> subjects) {
        return reference
                + subjects.stream()
                        .mapToLong(subject -> versions.getOrDefault(subject, 0L))
                        .sum();
    }
}
