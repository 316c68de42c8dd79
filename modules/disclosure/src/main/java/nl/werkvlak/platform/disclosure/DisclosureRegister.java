package nl.werkvlak.platform.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the gate (regulation art. 12, 14.1.e; GDPR 5(2), 19): what left, for whom, on which bases, when.
 *
 * <p>An entry is written in the transaction of what it records, before anything leaves, and is never changed: the
 * database refuses that of everybody.
 */
public final class DisclosureRegister {

    private DisclosureRegister() {}

    /** What happened to a report. */
    public enum Event {
        /** Made available to the tenant. */
        ISSUED,
        /** Given out. */
        PULLED
    }

    /**
     * One entry.
     *
     * @param client whom it is about; null for a report over many
     * @param recipient the tenant's portal client or user that pulled it; the tenant itself when it was issued
     * @param bases the numbers of the legal bases
     */
    public record Entry(
            Event event,
            UUID report,
            @Nullable UUID client,
            String recipient,
            Set<DataCategory> categories,
            Set<String> bases,
            Instant at) {}

    /** Writes entries in one go. */
    public static void append(Connection connection, TenantId tenant, Collection<Entry> entries) throws SQLException {
        Sql.ofTenant(connection, tenant)
                .batch(
                        "insert into disclosure (tenant_id, id, event, report_id, client_id, recipient, categories,"
                                + " bases, disclosed_at) values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)",
                        entries.stream().map(DisclosureRegister::row).toList());
    }

    private static @Nullable Object[] row(Entry entry) {
        return new @Nullable Object[] {
            UUID.randomUUID(),
            entry.event(),
            entry.report(),
            entry.client(),
            entry.recipient(),
            entry.categories().stream().map(Enum::name).collect(Collectors.joining(",")),
            String.join(" ", entry.bases()),
            entry.at()
        };
    }
}
