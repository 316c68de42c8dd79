package nl.werkvlak.platform.subjectrights;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;

/** Two tenants on the real database, whose clients, commission and trajectory have the same ids and numbers. */
final class TwoOffices {

    static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final UUID OTHER_CLIENT = UUID.fromString("00000000-0000-0000-0000-0000000000c2");
    static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-0000000000b1");

    final DataSource database = TestDatabase.shared();
    final TenantId one = new TenantId(UUID.randomUUID());
    final TenantId other = new TenantId(UUID.randomUUID());

    TwoOffices() {
        open(one);
        open(other);
    }

    /** The first client has a trajectory within the commission, the other one has none. */
    private void open(TenantId tenant) {
        var code = tenant.toString().substring(0, 18);
        tell(tenant, "insert into tenant set id = :tenant, code = ?, name = 'T', kind = 'EMPLOYER'", code);
        tell(
                tenant,
                "insert into coach set id = :tenant, code = ?, name = 'C', email = concat(?, '@coach.example')",
                code,
                code);
        for (var client : new UUID[] {CLIENT, OTHER_CLIENT}) {
            tell(
                    tenant,
                    "insert into data_key set tenant_id = :tenant, id = ?, wrapped = 'x', created_at = utc_timestamp()",
                    client);
            tell(
                    tenant,
                    "insert into client set tenant_id = :tenant, id = ?, number = ?, last_name = 'L', first_name = 'F',"
                            + " birth_date = '1980-05-05'",
                    client,
                    client.toString());
        }
        tell(
                tenant,
                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                        + " sickness_related) values (:tenant, ?, 'C', 'E2', 'SPOOR_2', '2026-01-01', 'EDU', true)",
                COMMISSION);
        tell(
                tenant,
                "insert into trajectory set tenant_id = :tenant, id = uuid(), number = 'T', commission_id = ?,"
                        + " client_id = ?, coach_id = :tenant, product = 'SPOOR_2', started_on = '2026-01-01'",
                COMMISSION,
                CLIENT);
    }

    /** A basis of that letter for the whole commission, for reporting, until the end of October. */
    void basis(TenantId tenant, String letter) {
        tell(
                tenant,
                "insert into legal_basis (tenant_id, id, number, commission_id, letter, purposes, categories, first_day,"
                        + " last_day, evidence, changed_by, change_reason) values (:tenant, uuid(), ?, ?, ?, 'P7', 'EDU',"
                        + " '2026-01-01', '2026-10-31', 'x', 'test', 'a test')",
                "B-" + letter,
                COMMISSION,
                letter);
    }

    void tell(TenantId tenant, String statement, Object... arguments) {
        try (var connection = database.getConnection()) {
            Sql.ofTenant(connection, tenant).update(statement, arguments);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
