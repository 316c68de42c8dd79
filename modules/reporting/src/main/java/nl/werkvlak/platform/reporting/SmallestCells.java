package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;

/**
 * The desk for the minimum cell size (condition K9): how many people are behind a number of an accountability report at
 * least, per tenant. Reports that are made before a change keep theirs, and what they protect stays protected.
 */
@Dependent
public class SmallestCells {

    /** Where nothing was decided. */
    public static final int DEFAULT = 5;

    private static final int HIGHEST = 10;

    private final DataSource database;

    @Inject
    public SmallestCells(DataSource database) {
        this.database = database;
    }

    /** A minimum as it was decided. */
    public record Decided(int people, Change change) {}

    /**
     * Sets the minimum from now on.
     *
     * @throws Refusal when it is below 5 or above 10, or there is no such tenant
     */
    public void decide(TenantId tenant, int people, Change change) {
        if (people < DEFAULT || people > HIGHEST) {
            throw Refusal.fields(Map.of("people", "out-of-range"));
        }
        Transactions.in(database, connection -> {
            demandTenant(connection, tenant);
            return Sql.ofTenant(connection, tenant)
                    .update(
                            "insert into smallest_cell (tenant_id, id, people, decided_at, decided_by, reason)"
                                    + " values (:tenant, ?, ?, ?, ?, ?)",
                            UUID.randomUUID(),
                            people,
                            change.at(),
                            change.by(),
                            change.reason());
        });
    }

    /** All that was decided, the latest first; none means the default. */
    public List<Decided> history(TenantId tenant) {
        return Transactions.in(database, connection -> {
            demandTenant(connection, tenant);
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select people, decided_at, decided_by, reason from smallest_cell"
                                    + " where tenant_id = :tenant order by decided_at desc",
                            row -> new Decided(
                                    row.number("people"),
                                    new Change(row.text("decided_by"), row.instant("decided_at"), row.text("reason"))));
        });
    }

    /** The minimum that counts for what is decided at this instant. */
    static int inForce(Connection connection, TenantId tenant, Instant at) throws SQLException {
        return Sql.ofTenant(connection, tenant)
                .query(
                        "select people from smallest_cell where tenant_id = :tenant and decided_at <= ?"
                                + " order by decided_at desc limit 1",
                        row -> row.number("people"),
                        at)
                .stream()
                .findFirst()
                .orElse(DEFAULT);
    }

    private static void demandTenant(Connection connection, TenantId tenant) throws SQLException {
        if (Sql.ofPlatform(connection)
                .query("select 1 from tenant where id = ?", row -> true, tenant)
                .isEmpty()) {
            throw Refusal.unknown("tenant", "There is no such tenant.");
        }
    }
}
