package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * The desk where a coach signs off what is recorded over a month (aftekenen): without it no report over that month is
 * made. A coach serves several tenants, and reaches only the trajectories of the own caseload.
 */
@Dependent
public class SignOffs {

    private final DataSource database;
    private final Clock clock;

    @Inject
    public SignOffs(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A trajectory whose month waits for its coach. */
    public record Waiting(UUID trajectory, String number, String client, String tenant) {}

    /** The trajectories of a coach that were active in a month and are not signed off; by tenant and number. */
    public List<Waiting> waitingFor(UUID coach, YearMonth period) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection)
                    .query(
                            "select t.id, t.number, concat(c.first_name, ' ', c.last_name) client, o.name tenant"
                                    + " from trajectory t"
                                    + " join client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                                    + " join tenant o on o.id = t.tenant_id"
                                    + " where t.coach_id = ? and t.started_on <= ?"
                                    + " and (t.ended_on is null or t.ended_on >= ?)"
                                    + " and (t.imported_through is null or t.imported_through < ?)"
                                    + " and not exists (select 1 from sign_off s where s.tenant_id = t.tenant_id"
                                    + " and s.trajectory_id = t.id and s.period = ?) order by o.name, t.number",
                            row -> new Waiting(
                                    row.uuid("id"), row.text("number"), row.text("client"), row.text("tenant")),
                            coach,
                            period.atEndOfMonth(),
                            period.atDay(1),
                            period.atEndOfMonth(),
                            period.toString());
        } catch (SQLException e) {
            throw new IllegalStateException("The caseload could not be read", e);
        }
    }

    /**
     * Signs a month off; once is enough, again changes nothing.
     *
     * @throws Refusal when the month is not over, or the trajectory is not of this coach
     */
    public void signOff(UUID coach, UUID trajectory, YearMonth period) {
        var now = clock.instant();
        if (!Period.ofMonth(period).isOver(now)) {
            throw Refusal.rule("period-not-over", "This month is not over yet; sign it off when it is.");
        }
        var tenant = new Caseload(database).find(coach, trajectory).tenant();
        try (var connection = database.getConnection()) {
            Sql.ofTenant(connection, tenant)
                    .update(
                            "insert ignore into sign_off (tenant_id, id, trajectory_id, period, signed_off_at,"
                                    + " signed_off_by) values (:tenant, ?, ?, ?, ?, ?)",
                            UUID.randomUUID(),
                            trajectory,
                            period.toString(),
                            now,
                            coach);
        } catch (SQLException e) {
            throw new IllegalStateException("The sign-off could not be kept", e);
        }
    }
}
