package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the database itself guards, read from its own catalogue: a new table is looked at without anybody asking. */
class DatabaseFenceTest {

    /** Tables of the platform as a whole. A table that is in here may hold nothing of one tenant. */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            "tenant",
            "coach",
            "register_entry",
            "retention_rule",
            "matrix_version",
            "matrix_cell",
            "reference_version",
            "signing_key",
            "reporting_run",
            "run_act",
            "run_alert",
            "alert_mail",
            "run_turn",
            "import_job",
            "import_count",
            "import_refusal",
            "scheduled_tasks");

    /** Name a tenant without being its own: who logs in is known before there is a tenant, and so is what is imported. */
    private static final Set<String> ABOUT_A_TENANT = Set.of("account", "api_client", "import_row");

    /** Ids without a reference: the memory of the gate outlives what it speaks of; a subject is one of its neighbours. */
    private static final Set<String> REFER_TO_NOTHING = Set.of(
            "disclosure.report_id",
            "disclosure.client_id",
            "report.subject_id",
            "run_part.subject_id",
            "text_review.row_id");

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
        connection.rollback();
        connection.close();
    }

    @Nested
    class Every_table {

        @Test
        void belongs_to_tenants_or_is_known_to_belong_to_the_platform() throws SQLException {
            var decided = new TreeSet<>(OF_THE_PLATFORM);
            decided.addAll(ABOUT_A_TENANT);
            decided.addAll(tenantOwned());

            assertThat(tables())
                    .as("give a new table a tenant_id as the first half of its key, or list it here and say why")
                    .containsExactlyInAnyOrderElementsOf(decided);
        }

        @Test
        void that_names_a_tenant_always_does() throws SQLException {
            assertThat(texts("""
                            select table_name t from information_schema.columns
                             where table_schema = schema() and column_name = 'tenant_id' and is_nullable = 'YES'
                            """)).containsExactlyInAnyOrderElementsOf(ABOUT_A_TENANT);
        }

        @Test
        void of_tenants_begins_its_key_with_the_tenant() throws SQLException {
            assertThat(texts("""
                            select table_name t from information_schema.statistics
                             where table_schema = schema() and index_name = 'PRIMARY' and seq_in_index = 1
                               and column_name = 'tenant_id'
                            """)).containsExactlyInAnyOrderElementsOf(tenantOwned());
        }

        @Test
        void of_tenants_is_unique_within_a_tenant_so_that_no_tenant_stumbles_over_another() throws SQLException {
            var owned = tenantOwned();
            var withoutTenant = texts("""
                    select concat(table_name, '.', index_name) t from information_schema.statistics s
                     where table_schema = schema() and non_unique = 0
                     group by table_name, index_name having sum(column_name = 'tenant_id') = 0
                    """).stream()
                    .filter(index -> owned.contains(index.substring(0, index.indexOf('.'))))
                    .toList();

            assertThat(withoutTenant).isEmpty();
        }
    }

    @Nested
    class Every_reference_between_tables_of_tenants {

        private final TenantId own = new TenantId(UUID.randomUUID());
        private final TenantId other = new TenantId(UUID.randomUUID());

        @BeforeEach
        void fill() throws SQLException, IOException {
            for (var statement : rows().split(";\n", -1)) {
                if (!statement.isBlank()) {
                    Sql.ofTenant(connection, own).update(withIdsOf(own, statement));
                    Sql.ofTenant(connection, other).update(withIdsOf(other, statement));
                }
            }
        }

        /** Each name in braces is an id, another one for each tenant. */
        private static String withIdsOf(TenantId tenant, String statement) {
            return Pattern.compile("\\{([a-z ]+)}")
                    .matcher(statement)
                    .replaceAll(name -> tenant.idOf("row", name.group(1)).toString());
        }

        @Test
        void goes_through_the_tenant_on_both_sides() throws SQLException {
            assertThat(references()).isNotEmpty().allSatisfy(reference -> {
                assertThat(reference.tenantColumns())
                        .as("%s names the tenant on both sides", reference)
                        .isOne();
                assertThat(reference.columns())
                        .as("%s has one more column", reference)
                        .isEqualTo(2);
            });
        }

        @Test
        void has_a_row_here_to_be_tried_with() throws SQLException {
            for (var table : tenantOwned()) {
                assertThat(idsOf(own, table, keyOf(table)))
                        .as("a row of %s in two-tenants.sql", table)
                        .isNotEmpty();
            }
        }

        @Test
        void is_known_to_the_database() throws SQLException {
            var owned = tenantOwned();
            var unguarded = texts("""
                    select concat(c.table_name, '.', c.column_name) t from information_schema.columns c
                     where c.table_schema = schema() and c.data_type = 'uuid' and c.column_name not in ('id', 'tenant_id')
                       and not exists (select 1 from information_schema.key_column_usage k
                                        where k.table_schema = c.table_schema and k.table_name = c.table_name
                                          and k.column_name = c.column_name and k.referenced_table_name is not null)
                    """).stream()
                    .filter(column -> owned.contains(column.substring(0, column.indexOf('.'))))
                    .toList();

            assertThat(unguarded)
                    .as("give a new id a foreign key together with tenant_id, or list it here and say why")
                    .containsExactlyInAnyOrderElementsOf(REFER_TO_NOTHING);
        }

        @Test
        void refuses_the_row_of_another_tenant() throws SQLException {
            // A check that spans two columns would speak first, and the reference is what is asked here.
            catalogue.update("set session check_constraint_checks = 0");
            try {
                for (var reference : references()) {
                    var theirs = idsOf(other, reference.parent(), reference.parentColumn())
                            .get(0);
                    var refused = new TreeSet<String>();
                    for (var id : idsOf(own, reference.child(), keyOf(reference.child()))) {
                        assertThatExceptionOfType(SQLException.class)
                                .as("%s of %s pointed at another tenant", reference, id)
                                .isThrownBy(() -> point(reference, id, theirs))
                                .satisfies(refusal -> refused.add(String.valueOf(refusal.getMessage())));
                        if (neverChange().contains(reference.child())) {
                            assertThatExceptionOfType(SQLException.class)
                                    .as("%s of a row like %s pointed at another tenant", reference, id)
                                    .isThrownBy(() -> add(reference, id, theirs))
                                    .satisfies(refusal -> refused.add(String.valueOf(refusal.getMessage())));
                        }
                    }
                    assertThat(refused)
                            .as("%s is what refuses", reference)
                            .anyMatch(message -> message.contains("`" + reference.name() + "`"));
                }
            } finally {
                catalogue.update("set session check_constraint_checks = 1");
            }
        }

        private void point(Reference reference, String id, String theirs) throws SQLException {
            Sql.ofTenant(connection, own)
                    .update(
                            "update %s set %s = ? where tenant_id = :tenant and %s = ?"
                                    .formatted(reference.child(), reference.childColumn(), keyOf(reference.child())),
                            theirs,
                            id);
        }

        /** Rows that never change are refused before their references are looked at: another row like it is added. */
        private void add(Reference reference, String id, String theirs) throws SQLException {
            var columns = texts("select column_name t from information_schema.columns where table_schema = schema()"
                    + " and extra not like '%GENERATED%' and table_name = '" + reference.child() + "'");
            var values = columns.stream()
                    .map(column -> column.equals(reference.childColumn())
                            ? "?"
                            : column.equals(keyOfNewRow(reference)) ? "uuid()" : column)
                    .collect(Collectors.joining(", "));
            Sql.ofTenant(connection, own)
                    .update(
                            "insert into %s (%s) select %s from %s where tenant_id = :tenant and %s = ?"
                                    .formatted(
                                            reference.child(),
                                            String.join(", ", columns),
                                            values,
                                            reference.child(),
                                            keyOf(reference.child())),
                            theirs,
                            id);
        }

        private static String keyOfNewRow(Reference reference) {
            return reference.childColumn().equals("id") ? "" : "id";
        }

        private Set<String> neverChange() throws SQLException {
            return Set.copyOf(texts("select event_object_table t from information_schema.triggers"
                    + " where trigger_schema = schema() and event_manipulation = 'UPDATE' and action_timing = 'BEFORE'"
                    + " and action_statement like 'signal%'"));
        }

        private List<String> idsOf(TenantId tenant, String table, String column) throws SQLException {
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select %s id from %s where tenant_id = :tenant".formatted(column, table),
                            row -> row.text("id"));
        }

        /** What tells the rows of one tenant apart; the tenant itself where it has one row only. */
        private String keyOf(String table) throws SQLException {
            return catalogue
                    .query(
                            "select column_name t from information_schema.statistics where table_schema = schema()"
                                    + " and table_name = ? and index_name = 'PRIMARY' and seq_in_index = 2",
                            row -> row.text("t"),
                            table)
                    .stream()
                    .findFirst()
                    .orElse("tenant_id");
        }

        private static String rows() throws IOException {
            try (var file = Objects.requireNonNull(
                    DatabaseFenceTest.class.getClassLoader().getResourceAsStream("two-tenants.sql"))) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** A foreign key between two tables of tenants. */
    private record Reference(
            String name,
            String child,
            String childColumn,
            String parent,
            String parentColumn,
            int columns,
            int tenantColumns) {

        @Override
        public String toString() {
            return child + "." + name;
        }
    }

    private List<Reference> references() throws SQLException {
        var owned = tenantOwned();
        return catalogue
                .query(
                        """
                        select constraint_name, table_name, referenced_table_name, count(*) columns,
                               max(if(column_name = 'tenant_id', null, column_name)) child_column,
                               max(if(column_name = 'tenant_id', null, referenced_column_name)) parent_column,
                               sum(column_name = 'tenant_id' and referenced_column_name = 'tenant_id') tenants
                          from information_schema.key_column_usage
                         where table_schema = schema() and referenced_table_name is not null
                         group by constraint_name, table_name, referenced_table_name
                        """,
                        row -> new Reference(
                                row.text("constraint_name"),
                                row.text("table_name"),
                                String.valueOf(row.textOrNull("child_column")),
                                row.text("referenced_table_name"),
                                String.valueOf(row.textOrNull("parent_column")),
                                row.number("columns"),
                                row.number("tenants")))
                .stream()
                .filter(reference -> owned.contains(reference.child()) && owned.contains(reference.parent()))
                .toList();
    }

    private Set<String> tenantOwned() throws SQLException {
        return texts("""
                select table_name t from information_schema.columns
                 where table_schema = schema() and column_name = 'tenant_id'
                """).stream()
                .filter(table -> !ABOUT_A_TENANT.contains(table))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> tables() throws SQLException {
        return texts("select table_name t from information_schema.tables where table_schema = schema()"
                        + " and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')")
                .stream()
                .filter(table -> !table.toLowerCase(Locale.ROOT).startsWith("databasechangelog"))
                .toList();
    }

    private List<String> texts(String question) throws SQLException {
        return catalogue.query(question, row -> row.text("t"));
    }
}
