package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

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
     * A trajectory of a coach that goes on, with what is still to be done.
     *
     * @param open how many agreements are
     * @param next the day of the first of them that has one
     */
    public record Running(
            UUID trajectory,
            String number,
            String client,
            String tenantName,
            long open,
            @Nullable LocalDate next) {}

    /** Those that had not ended before a day; what is due first stands first. */
    public List<Running> running(UUID coach, LocalDate day) {
        return Transactions.in(
                database,
                connection -> Sql.ofPlatform(connection)
                        .query(
                                "select t.id, t.number, concat(c.first_name, ' ', c.last_name) client, o.name tenant,"
                                        + " count(a.id) still_open, min(a.due) next_due from trajectory t"
                                        + " join client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                                        + " join tenant o on o.id = t.tenant_id"
                                        + " left join agreement a on a.tenant_id = t.tenant_id and a.trajectory_id = t.id"
                                        + " and a.done_on is null and a.dropped_on is null"
                                        + " where t.coach_id = ? and (t.ended_on is null or t.ended_on >= ?)"
                                        + " group by t.tenant_id, t.id order by min(a.due) is null, min(a.due), tenant, number",
                                row -> new Running(
                                        row.uuid("id"),
                                        row.text("number"),
                                        row.text("client"),
                                        row.text("tenant"),
                                        row.count("still_open"),
                                        row.dayOrNull("next_due")),
                                coach,
                                day));
    }

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
