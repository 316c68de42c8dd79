package nl.werkvlak.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactVersionsTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");

    /** Facts that all decisions share: no row of them is about a client or a commission. */
    private static final Set<String> SHARED =
            Set.of("matrix_version", "matrix_cell", "register_entry", "retention_rule");

    private static final int SIGNALLED = 1644;

    private final UUID commission = UUID.randomUUID();
    private final UUID trajectory = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();

    private Connection connection;
    private Office office;
    private Office other;

    /** Two tenants with the same ids, each with a row of everything that the gate reads. */
    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        connection.setAutoCommit(false);
        office = filled();
        other = filled();
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private Office filled() throws SQLException {
        return Office.open(connection)
                .commission(commission, "E2")
                .trajectory(trajectory, commission, client)
                .basisOfCommission("B-1", Ground.LEGITIMATE_INTEREST, commission)
                .upheldObjection(client, NOON)
                .restriction(client, NOON)
                .capacityStatement(trajectory)
                .informedPlacement(trajectory)
                .terms(commission, NOON, "IDENT")
                .document(trajectory, "CV", "CLEAN", NOON)
                .statutoryRequest(client, "CONTACT", NOON)
                .retention(commission, "EDU", 60, NOON);
    }

    /** What the gate reads is taken from its own statements, so that a new one is looked at without anybody asking. */
    @Nested
    class Everything_that_the_gate_reads {

        @Test
        void has_a_row_here_and_is_watched_from_its_birth_to_its_end() throws SQLException {
            var watched = texts("select concat(event_object_table, ' ', event_manipulation) t"
                    + " from information_schema.triggers where trigger_schema = schema() and action_timing = 'AFTER'"
                    + " and (action_statement like '%fact_version%' or action_statement like '%reference_version%')");
            assertThat(read().keySet())
                    .as("a fact is in a table of its own")
                    .contains("commission", "client", "trajectory", "legal_basis", "objection", "restriction")
                    .containsAll(SHARED)
                    .allSatisfy(table -> {
                        assertThat(watched)
                                .as("give %s its triggers, as db/disclosure/0005-fact-versions.sql does", table)
                                .contains(table + " INSERT", table + " UPDATE", table + " DELETE");
                        assertThat(rowsOf(table))
                                .as("a row of %s in Office", table)
                                .isPositive();
                    });
        }

        @Test
        void makes_a_decision_look_old_when_it_changes() throws SQLException {
            for (var table : read().entrySet()) {
                for (var column : table.getValue()) {
                    assertThat(growth("update %s set %s = %s where %s"
                                    .formatted(
                                            table.getKey(),
                                            column,
                                            another(table.getKey(), column),
                                            own(table.getKey()))))
                            .as("%s.%s was changed", table.getKey(), column)
                            .isPositive();
                }
            }
        }

        @Test
        void makes_a_decision_look_old_when_it_is_removed() throws SQLException {
            var removable = new TreeSet<>(read().keySet());
            removable.removeAll(texts("select table_name t from information_schema.tables where table_schema = schema()"
                    + " and table_type = 'SYSTEM VERSIONED'"));
            for (var table : removable) {
                assertThat(growth("delete from %s where %s".formatted(table, own(table))))
                        .as("a row of %s was removed", table)
                        .isPositive();
            }
        }
    }

    @Nested
    class The_key_under_which_a_report_is_sealed {

        @Test
        void makes_a_decision_look_old_when_it_is_erased() throws SQLException {
            assertThat(growth("update data_key set wrapped = null, erased_at = utc_timestamp() where tenant_id = '"
                            + office.tenant() + "' and id = '" + client + "'"))
                    .isPositive();
        }
    }

    /** What the gate does not read, and a report shows (GDPR 16). */
    @Nested
    class A_value_that_may_stand_in_a_report {

        @Test
        void makes_a_decision_look_old_when_it_changes() throws SQLException {
            for (var change : List.of(
                    "update client set last_name = 'N'",
                    "update trajectory set main_goal = 'G'",
                    "update trajectory set job_title = 'J'",
                    "update placement set employer = 'Z'")) {
                assertThat(growth(change + " where tenant_id = '" + office.tenant() + "'"))
                        .as(change)
                        .isPositive();
            }
        }
    }

    @Nested
    class What_nobody_reads {

        @Test
        void changes_nothing() throws SQLException {
            for (var change : List.of(
                    "update client set phone = 'x', representative = 'R'",
                    "update trajectory set planned_end = '2030-01-01', version = version + 1",
                    "update commission set hours_budget = 12, version = version + 1",
                    "insert into goal (tenant_id, id, trajectory_id, position, description, status)"
                            + " select tenant_id, uuid(), id, 1, 'D', 'OPEN' from trajectory")) {
                assertThat(growth(change + " where tenant_id = '" + office.tenant() + "'"))
                        .as(change)
                        .isZero();
            }
        }

        @Test
        void is_also_what_another_tenant_records_under_the_same_ids() throws SQLException {
            assertThat(growth("update objection set outcome = 'OVERRIDDEN' where tenant_id = '" + other.tenant() + "'"))
                    .isZero();
        }
    }

    @Nested
    class Held_until_the_transaction_ends {

        @Test
        void they_are_those_committed_by_now_whatever_was_read_before_and_nobody_changes_a_fact() throws SQLException {
            connection.commit();
            try (var writer = TestDatabase.shared().getConnection()) {
                var before = seen();
                assertThat(writer.createStatement().executeUpdate(lift())).isOne();

                assertThat(seen()).as("in the snapshot").isEqualTo(before);
                var held = FactVersions.held(connection, office.tenant(), List.of(commission, client));
                assertThat(held.sum(List.of(commission, client))).isGreaterThan(before);

                writer.createStatement().execute("set innodb_lock_wait_timeout = 1");
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> writer.createStatement().executeUpdate(lift()))
                        .withMessageContaining("Lock wait timeout");
                connection.rollback();
                assertThat(writer.createStatement().executeUpdate(lift())).isOne();
            }
        }

        @Test
        void who_is_changing_one_right_now_is_not_waited_for_and_that_subject_is_left_out() throws SQLException {
            connection.commit();
            var subjects = List.of(commission, client);
            try (var writer = TestDatabase.shared().getConnection()) {
                writer.setAutoCommit(false);
                var before = FactVersions.of(connection, office.tenant(), commission, List.of(trajectory));
                assertThat(FactVersions.held(connection, office.tenant(), subjects)
                                .areThoseOf(before, subjects))
                        .isTrue();
                connection.commit();
                assertThat(writer.createStatement().executeUpdate(lift())).isOne();

                var held = FactVersions.held(connection, office.tenant(), subjects);
                assertThat(held.leftOut(subjects)).contains(client);
                assertThat(held.areThoseOf(before, subjects)).isFalse();
                assertThat(held.areThoseOf(before, List.of(commission))).isTrue();
                var news = FactVersions.news(connection, 10_000).stream()
                        .filter(each -> each.tenant().equals(office.tenant()))
                        .toList();
                assertThat(news).extracting(FactVersions.News::subject).contains(commission, client);
                assertThat(FactVersions.seen(connection, office.tenant(), news)).isEqualTo(news.size() - 1);
                writer.rollback();
            }
        }

        private String lift() {
            return "update restriction set lifted_at = coalesce(lifted_at + interval 1 day, utc_timestamp() + interval"
                    + " 1 day) where tenant_id = '%s'".formatted(office.tenant());
        }
    }

    /**
     * By how much a change makes the facts of the office look newer; the change is taken back. One that the database
     * refuses to everybody can make nothing look newer than it is.
     */
    private long growth(String change) throws SQLException {
        var before = now();
        var savepoint = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute("set session check_constraint_checks = 0, foreign_key_checks = 0, unique_checks = 0");
            assertThat(statement.executeUpdate(change)).as(change).isPositive();
            return now() - before;
        } catch (SQLIntegrityConstraintViolationException e) {
            assertThat(e.getErrorCode()).as("a trigger says no").isEqualTo(SIGNALLED);
            return 1;
        } finally {
            connection.rollback(savepoint);
            try (var statement = connection.createStatement()) {
                statement.execute("set session check_constraint_checks = 1, foreign_key_checks = 1, unique_checks = 1");
            }
        }
    }

    private long now() throws SQLException {
        return FactVersions.held(connection, office.tenant(), List.of(commission, client))
                .sum(List.of(commission, client));
    }

    private long seen() throws SQLException {
        return FactVersions.of(connection, office.tenant(), commission, List.of(trajectory))
                .sum(List.of(commission, client));
    }

    /** The tables that a run of the gate reads, with the columns that its statements name. */
    private Map<String, Set<String>> read() throws SQLException {
        var statements = new ArrayList<String>();
        var listening = listening(statements);
        Gate.open(listening)
                .release(
                        listening,
                        office.tenant(),
                        commission,
                        List.of(trajectory),
                        YearMonth.of(2026, 10),
                        ReportKind.PROGRESS,
                        NOON);
        var read = new TreeMap<String, Set<String>>();
        Sql.ofPlatform(connection).stream(
                "select table_name t, column_name c from information_schema.columns where table_schema = schema()"
                        + " and column_name <> 'tenant_id' and is_generated = 'NEVER'",
                row -> {
                    for (var statement : statements) {
                        if (names(statement, row.text("t")) && names(statement, row.text("c"))) {
                            read.computeIfAbsent(row.text("t"), table -> new TreeSet<>())
                                    .add(row.text("c"));
                        }
                    }
                });
        return read;
    }

    private Connection listening(List<String> statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean names(String statement, String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(statement).find();
    }

    /** Another value than the one that is there, of the type of the column. */
    private String another(String table, String column) throws SQLException {
        return texts("""
                select case
                    when data_type = 'uuid' then 'uuid()'
                    when data_type = 'date' then concat("coalesce(", column_name, ", '2020-01-01') + interval 1 day")
                    when data_type = 'datetime' then concat("coalesce(", column_name, ", now()) + interval 1 hour")
                    when data_type = 'set' then
                        concat("if(", column_name, " <=> 'P1' or ", column_name, " <=> 'IDENT' or ", column_name,
                               " <=> 'E1', 2, 1)")
                    when data_type like '%%int' or data_type = 'decimal' then concat("1 - coalesce(", column_name, ", 0)")
                    else concat("left(concat('z', coalesce(", column_name, ", '')), ",
                                coalesce(character_maximum_length, 1), ")") end t
                  from information_schema.columns
                 where table_schema = schema() and table_name = '%s' and column_name = '%s'
                """.formatted(table, column)).get(0);
    }

    private String own(String table) {
        return SHARED.contains(table) ? "true limit 1" : "tenant_id = '" + office.tenant() + "'";
    }

    private int rowsOf(String table) throws SQLException {
        return Integer.parseInt(texts("select count(*) t from " + table + " where " + own(table))
                .get(0));
    }

    private List<String> texts(String question) throws SQLException {
        return Sql.ofPlatform(connection).query(question, row -> row.text("t"));
    }
}
