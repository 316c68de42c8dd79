package nl.werkvlak.platform.subjectrights;

import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Finds the client that something is recorded about, and what is recorded about clients. */
final class Clients {

    private static final String FILTER = "(? is null or client_id = ?) and (? is null or client_id in (select client_id"
            + " from trajectory t where t.tenant_id = :tenant and t.commission_id = ?))";

    private Clients() {}

    /**
     * Nobody else records anything new about this client until the transaction ends.
     *
     * @throws Refusal when this tenant has no such client
     */
    static void lock(Sql sql, UUID client) throws SQLException {
        if (sql.query("select 1 from client where tenant_id = :tenant and id = ? for update", row -> true, client)
                .isEmpty()) {
            throw Refusal.unknown("client", "There is no such client.").at("client");
        }
    }

    /**
     * Facts about one client, or about the clients of one commission, the latest first; each may be absent.
     *
     * @param moment the column that says when
     */
    static <T> Page<Known<T>, Place> page(
            FactTable<T> facts,
            TenantId tenant,
            String moment,
            Function<T, Place> placeOf,
            @Nullable UUID client,
            @Nullable UUID commission,
            @Nullable Place after,
            int limit) {
        var at = after == null ? null : after.at();
        return facts.page(
                tenant,
                limit,
                placeOf,
                FILTER
                        + " and (? is null or %1$s < ? or (%1$s = ? and id > ?)) order by %1$s desc, id"
                                .formatted(moment),
                client,
                client,
                commission,
                commission,
                at,
                at,
                at,
                after == null ? null : after.id());
    }
}
