package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;

/** The trajectories that a coach guides, for whichever tenant: a coach reaches those, and no others. */
@Dependent
public class Caseload {

    private final DataSource database;

    @Inject
    public Caseload(DataSource database) {
        this.database = database;
    }

    /**
     * A trajectory of a coach.
     *
     * @param client as the coach calls them
     * @param tenantName of the tenant that commissioned it
     */
    public record Own(
            TenantId tenant, UUID commission, UUID trajectory, String number, String client, String tenantName) {}

    /**
     * One of them.
     *
     * @throws Refusal when this coach has no such trajectory: it may be another's, or none at all
     */
    public Own find(UUID coach, UUID trajectory) {
        var found = Transactions.in(
                database,
                connection -> Sql.ofPlatform(connection)
                        .query(
                                "select t.tenant_id, t.commission_id, t.number, concat(c.first_name, ' ', c.last_name)"
                                        + " client, o.name tenant from trajectory t"
                                        + " join client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                                        + " join tenant o on o.id = t.tenant_id where t.id = ? and t.coach_id = ?",
                                row -> new Own(
                                        new TenantId(row.uuid("tenant_id")),
                                        row.uuid("commission_id"),
                                        trajectory,
                                        row.text("number"),
                                        row.text("client"),
                                        row.text("tenant")),
                                trajectory,
                                coach));
        // Of two that bear the same id nobody knows which one is meant.
        if (found.size() != 1) {
            throw Refusal.unknown("trajectory", "There is no such trajectory.");
        }
        return found.get(0);
    }
}
