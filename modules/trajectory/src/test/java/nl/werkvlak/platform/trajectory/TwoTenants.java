package nl.werkvlak.platform.trajectory;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;

/** Two tenants whose client, commission and trajectory have the same ids; each has a coach with the id of the tenant. */
final class TwoTenants {

    static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000a1");

    private TwoTenants() {}

    static void open(DataSource database, TenantId one, TenantId other) throws SQLException {
        for (var tenant : List.of(one, other)) {
            try (var connection = database.getConnection()) {
                var sql = Sql.ofTenant(connection, tenant);
                var code = tenant.toString().substring(0, 18);
                sql.update("insert into tenant set id = :tenant, code = ?, name = 'T', kind = 'UWV'", code);
                sql.update(
                        "insert into coach set id = :tenant, code = 'C', name = 'C', email = concat(?, '@c.example')",
                        code);
                sql.update(
                        "insert into data_key set tenant_id = :tenant, id = ?, wrapped = 'x', created_at = utc_timestamp()",
                        CLIENT);
                sql.update(
                        "insert into client set tenant_id = :tenant, id = ?, number = 'K', last_name = 'L', first_name = 'F',"
                                + " birth_date = '1980-05-05'",
                        CLIENT);
                sql.update(
                        "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                                + " sickness_related) values (:tenant, ?, 'C', 'U', 'WERKFIT', '2026-01-01', 'EDU', true)",
                        COMMISSION);
                sql.update(
                        "insert into trajectory set tenant_id = :tenant, id = ?, number = 'T', commission_id = ?,"
                                + " client_id = ?, coach_id = :tenant, product = 'WERKFIT', started_on = '2026-01-01'",
                        TRAJECTORY,
                        COMMISSION,
                        CLIENT);
            }
        }
    }
}
