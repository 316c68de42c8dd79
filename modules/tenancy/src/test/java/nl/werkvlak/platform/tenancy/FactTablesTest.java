package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nothing is overwritten: what a table of facts keeps of itself, by the database's own catalogue and by trying. */
class FactTablesTest {

    private Connection connection;
    private Sql catalogue;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        connection.setAutoCommit(false);
        catalogue = Sql.ofPlatform(connection);
    }

    @AfterEach
    void forget() throws SQLException {
        // The driver's pool gives up a connection on which a trigger raised its signal.
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }

    @Nested
    class Every_table_that_keeps_its_history {

        @Test
        void is_known_to_do_so() throws SQLException {
            assertThat(versioned()).contains("legal_basis", "objection", "restriction");
        }

        @Test
        void says_of_every_state_who_made_it_and_why() throws SQLException {
            assertThat(texts("""
                            select table_name t from information_schema.columns
                             where table_schema = schema() and column_name in ('changed_by', 'change_reason')
                               and is_nullable = 'NO' and column_default is null
                             group by table_name having count(*) = 2
                            """)).containsExactlyInAnyOrderElementsOf(versioned());
        }

        @Test
        void refuses_a_state_without_a_reason() throws SQLException {
            assertThat(texts("""
                            select table_name t from information_schema.check_constraints
                             where constraint_schema = schema() and check_clause like '%`change_reason` <> ''''%'
                            """)).containsExactlyInAnyOrderElementsOf(versioned());
        }

        @Test
        void is_never_deleted_from() throws SQLException {
            assertThat(texts("""
                            select event_object_table t from information_schema.triggers
                             where trigger_schema = schema() and event_manipulation = 'DELETE' and action_timing = 'BEFORE'
                               and action_statement like '%signal%never deleted%'
                            """)).containsExactlyInAnyOrderElementsOf(versioned());
        }

        private List<String> versioned() throws SQLException {
            return texts("""
                    select table_name t from information_schema.tables
                     where table_schema = schema() and table_type = 'SYSTEM VERSIONED'
                    """);
        }

        private List<String> texts(String question) throws SQLException {
            return catalogue.query(question, row -> row.text("t"));
        }
    }

    @Nested
    class A_fact {

        private final TenantId tenant = new TenantId(UUID.randomUUID());
        private final UUID client = UUID.randomUUID();
        private final UUID objection = UUID.randomUUID();
        private Sql sql;

        @BeforeEach
        void is_recorded() throws SQLException {
            sql = Sql.ofTenant(connection, tenant);
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
            sql.update(
                    "insert into objection set tenant_id = :tenant, id = ?, client_id = ?,"
                            + " received_at = '2026-10-01 09:00:00', changed_by = 'fg', change_reason = 'a letter came'",
                    objection,
                    client);
        }

        @Test
        void that_changes_is_known_as_it_was_and_as_it_is() throws SQLException {
            decide();

            assertThat(history())
                    .extracting(known -> known.fact() + " by " + known.change().by() + ": "
                            + known.change().reason())
                    .containsExactly("null by fg: a letter came", "UPHELD by fg-2: the client is right");
            assertThat(history().get(0).until())
                    .isEqualTo(history().get(1).change().at());
            assertThat(history().get(1).until()).isNull();
        }

        @Test
        void can_be_read_as_it_was_known_at_a_moment_by_whoever_reads_it() throws SQLException {
            decide();
            var before = history().get(0).change().at();

            assertThat(outcomes()).containsExactly("UPHELD");
            catalogue.update("set session system_versioning_asof = ?", before);
            try {
                assertThat(outcomes()).containsExactly("null");
            } finally {
                catalogue.update("set session system_versioning_asof = default");
            }
        }

        @Test
        void is_never_deleted() {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.update("delete from objection where tenant_id = :tenant"))
                    .withMessageContaining("A fact is never deleted");
        }

        @Test
        void needs_an_author_and_a_reason() {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.update(
                            "insert into objection set tenant_id = :tenant, id = uuid(), client_id = ?,"
                                    + " received_at = utc_timestamp()",
                            client))
                    .withMessageContaining("changed_by");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.update("update objection set change_reason = '' where tenant_id = :tenant"))
                    .withMessageContaining("ck_objection_changed");
        }

        private void decide() throws SQLException {
            sql.update(
                    "update objection set decided_at = '2026-10-09 09:00:00', outcome = 'UPHELD', changed_by = 'fg-2',"
                            + " change_reason = 'the client is right' where tenant_id = :tenant");
        }

        private List<Known<String>> history() throws SQLException {
            return sql.query(
                    "select outcome, " + Known.COLUMNS + " from objection for system_time all"
                            + " where tenant_id = :tenant and id = ? order by row_start",
                    row -> Known.read(row, one -> String.valueOf(one.textOrNull("outcome"))),
                    objection);
        }

        private List<String> outcomes() throws SQLException {
            return sql.query(
                    "select o.outcome from objection o join client c on c.tenant_id = o.tenant_id and c.id = o.client_id"
                            + " where o.tenant_id = :tenant",
                    row -> String.valueOf(row.textOrNull("outcome")));
        }
    }
}
