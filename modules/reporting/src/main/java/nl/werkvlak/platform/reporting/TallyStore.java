package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.aggregate.KeptTallies;
import nl.werkvlak.platform.disclosure.aggregate.KeptTally;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;

/**
 * What the accountability reports of a tenant counted, sealed under the tenant's key. It outlives the report: what was
 * given out is known, also after it was withdrawn.
 */
final class TallyStore {

    private static final String PLACE = "report_tally.tallies:";

    private final Sql sql;
    private final DataKey key;

    TallyStore(Connection connection, TenantId tenant, DataKey key) {
        this.sql = Sql.ofTenant(connection, tenant);
        this.key = key;
    }

    /**
     * Waits until nobody else makes numbers for this tenant, so that each report is held against all others. Call it before
     * anything is read in the transaction: what was committed while this waited is then seen without a lock on it, and two
     * who keep their tallies never wait for each other.
     */
    static void turn(Connection connection, TenantId tenant) throws SQLException {
        Sql.ofTenant(connection, tenant)
                .update(
                        "insert into tally_turn (tenant_id) values (:tenant) on duplicate key update tenant_id = tenant_id");
    }

    /**
     * What earlier reports counted of these measures: those of this commission, and of each commission that the people
     * of this one were in before. Whoever asks has waited for its {@link #turn}.
     */
    List<KeptTally> earlier(UUID commission, Set<String> measures) throws SQLException {
        var commissions = new HashSet<>(sql.query(
                "select distinct p.commission_id from run_part p join trajectory t on t.tenant_id = p.tenant_id"
                        + " and t.id = p.trajectory_id where p.tenant_id = :tenant and t.commission_id = ?",
                row -> row.uuid("commission_id"),
                commission));
        commissions.add(commission);
        var earlier = new ArrayList<KeptTally>();
        sql.stream(
                "select k.report_id, k.tallies from report_tally k join report r on r.tenant_id = k.tenant_id"
                        + " and r.id = k.report_id where k.tenant_id = :tenant and r.commission_id in (?)"
                        + " order by r.issued_at, r.id",
                row -> earlier.addAll(KeptTallies.read(
                        key.open(Objects.requireNonNull(row.bytes("tallies")), PLACE + row.uuid("report_id")),
                        measures)),
                commissions);
        return earlier;
    }

    /** What one report counted, sealed: nobody but its tenant's own key opens it. */
    static final class Sealed {

        private final byte[] tallies;

        private Sealed(byte[] tallies) {
            this.tallies = tallies;
        }
    }

    Sealed seal(UUID report, List<KeptTally> tallies) {
        return new Sealed(key.seal(KeptTallies.write(tallies), PLACE + report));
    }

    /** Keeps it beside a report that was kept; it is as much a part of giving out as the report. */
    static void keep(Sql sql, UUID report, Sealed sealed) throws SQLException {
        sql.update(
                "insert into report_tally (tenant_id, report_id, tallies) values (:tenant, ?, ?)",
                report,
                sealed.tallies);
    }

    /** What these reports counted. */
    Map<UUID, List<KeptTally>> of(Collection<UUID> reports) throws SQLException {
        var tallies = new HashMap<UUID, List<KeptTally>>();
        sql.stream(
                "select report_id, tallies from report_tally where tenant_id = :tenant and report_id in (?)",
                row -> tallies.put(
                        row.uuid("report_id"),
                        KeptTallies.read(
                                key.open(Objects.requireNonNull(row.bytes("tallies")), PLACE + row.uuid("report_id")))),
                reports);
        return tallies;
    }
}
