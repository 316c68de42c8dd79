package nl.werkvlak.platform.subjectrights;

import java.sql.SQLException;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.Sql;

/** Finds the client that something is recorded about. */
final class Clients {

    /** The part of a list that asks for one client, or for the clients of one commission; each may be absent. */
    static final String FILTER = " and (? is null or client_id = ?) and (? is null or client_id in (select client_id"
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
}
