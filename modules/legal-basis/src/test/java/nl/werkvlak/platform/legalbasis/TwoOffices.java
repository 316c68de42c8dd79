package nl.werkvlak.platform.legalbasis;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;

/** Two tenants on the real database, whose client and commission have the same ids and numbers: an employer, and UWV. */
final class TwoOffices {

    static final UUID CLIENT = Terms.CLIENT;
    static final UUID COMMISSION = Terms.COMMISSION;

    final DataSource database = TestDatabase.shared();
    final TenantId employer = new TenantId(UUID.randomUUID());
    final TenantId uwv = new TenantId(UUID.randomUUID());

    TwoOffices() {
        open(employer, "EMPLOYER", "E2", "1980-05-05");
        open(uwv, "UWV", "U", "2012-05-05");
    }

    private void open(TenantId tenant, String kind, String recipient, String birthDate) {
        var code = tenant.toString().substring(0, 18);
        tell(tenant, "insert into tenant set id = :tenant, code = ?, name = 'T', kind = ?", code, kind);
        tell(
                tenant,
                "insert into coach set id = :tenant, code = ?, name = 'C', email = concat(?, '@coach.example')",
                code,
                code);
        tell(
                tenant,
                "insert into data_key set tenant_id = :tenant, id = ?, wrapped = 'x', created_at = utc_timestamp()",
                CLIENT);
        tell(
                tenant,
                "insert into client set tenant_id = :tenant, id = ?, number = 'K', last_name = 'L', first_name = 'F',"
                        + " birth_date = ?, representative = 'R'",
                CLIENT,
                birthDate);
        tell(
                tenant,
                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                        + " sickness_related) values (:tenant, ?, 'C', ?, 'SPOOR_2', '2026-01-01', 'EDU', true)",
                COMMISSION,
                recipient);
        tell(
                tenant,
                "insert into trajectory set tenant_id = :tenant, id = uuid(), number = 'T', commission_id = ?,"
                        + " client_id = ?, coach_id = :tenant, product = 'SPOOR_2', started_on = '2026-01-01'",
                COMMISSION,
                CLIENT);
    }

    void tell(TenantId tenant, String statement, Object... arguments) {
        try (var connection = database.getConnection()) {
            Sql.ofTenant(connection, tenant).update(statement, arguments);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(TenantId tenant, String from) {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant)
                    .query("select count(*) n from " + from + " where tenant_id = :tenant", row -> row.count("n"))
                    .get(0);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
