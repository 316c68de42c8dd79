package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final DataSource database = TestDatabase.shared();
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID client = UUID.randomUUID();

    @BeforeEach
    void a_tenant_with_an_objection() {
        Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            sql.update(
                    "insert into tenant set id = :tenant, code = ?, name = 'T', kind = 'UWV'",
                    tenant.toString().substring(0, 18));
            sql.update(
                    "insert into data_key set tenant_id = :tenant, id = ?, wrapped = 'x', created_at = utc_timestamp()",
                    client);
            sql.update(
                    "insert into client set tenant_id = :tenant, id = ?, number = 'K', last_name = 'L', first_name = 'F',"
                            + " birth_date = '1980-05-05'",
                    client);
            return sql.update(
                    "insert into objection set tenant_id = :tenant, id = uuid(), client_id = ?,"
                            + " received_at = '2026-10-01 09:00:00', changed_by = 'fg', change_reason = 'a letter came'",
                    client);
        });
    }

    @Test
    void that_a_trigger_refuses_tells_what_the_trigger_said_and_keeps_nothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Transactions.in(database, connection -> {
                    var sql = Sql.ofTenant(connection, tenant);
                    sql.update("update client set last_name = 'M' where tenant_id = :tenant");
                    return sql.update("delete from objection where tenant_id = :tenant");
                }))
                .havingCause()
                .withMessageContaining("A fact is never deleted");
        assertThat(lastName()).isEqualTo("L");
    }

    @Test
    void that_is_refused_keeps_nothing_and_passes_the_refusal_on() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Transactions.in(database, connection -> {
                    Sql.ofTenant(connection, tenant)
                            .update("update client set last_name = 'M' where tenant_id = :tenant");
                    throw Refusal.conflict("taken", "It is taken.");
                }))
                .returns("taken", Refusal::code)
                .satisfies(refusal -> assertThat(refusal.getSuppressed()).isEmpty());
        assertThat(lastName()).isEqualTo("L");
    }

    @Test
    void that_is_done_hands_the_connection_back_as_it_came() throws SQLException {
        for (var name : new String[] {"M", "N"}) {
            Transactions.in(
                    database,
                    connection -> Sql.ofTenant(connection, tenant)
                            .update("update client set last_name = ? where tenant_id = :tenant", name));
        }
        assertThat(lastName()).isEqualTo("N");
        try (var connection = database.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    private String lastName() {
        return Transactions.in(
                database,
                connection -> Sql.ofTenant(connection, tenant)
                        .query("select last_name from client where tenant_id = :tenant", row -> row.text("last_name"))
                        .get(0));
    }
}
