package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    private static final String INSERT = "insert into thing (tenant_id, name, held_at) values (:tenant, ?, ?)";
    private static final String SELECT = "select name from thing where tenant_id = :tenant";
    private static final Instant AT = Instant.parse("2026-10-25T01:30:00.123456Z");

    private final TenantId own = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());

    private Connection connection;
    private Sql sql;
    private Sql ofOther;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        sql = Sql.ofTenant(connection, own);
        ofOther = Sql.ofTenant(connection, other);
        Sql.ofPlatform(connection)
                .update("create or replace temporary table thing"
                        + " (tenant_id uuid not null, name varchar(200), held_at datetime(6))");
    }

    @AfterEach
    void close() throws SQLException {
        Sql.ofPlatform(connection).update("drop temporary table thing");
        connection.close();
    }

    @Nested
    class A_statement_of_a_tenant {

        @Test
        void sees_and_changes_the_rows_of_that_tenant_only() throws SQLException {
            sql.update(INSERT, "mine", AT);
            ofOther.update(INSERT, "theirs", AT);

            assertThat(names(sql)).containsExactly("mine");
            assertThat(sql.update("update thing set name = 'changed' where tenant_id = :tenant"))
                    .isOne();
            assertThat(names(ofOther)).containsExactly("theirs");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "select name from thing",
                    "delete from thing",
                    "select name from thing where tenant_id = :tenants",
                    "select name from thing where tenant_id = tenant"
                })
        void is_refused_when_it_does_not_name_the_tenant(String statement) {
            assertThatIllegalStateException().isThrownBy(() -> sql.query(statement, row -> row.text("name")));
            assertThatIllegalStateException().isThrownBy(() -> sql.update(statement));
            assertThatIllegalStateException()
                    .isThrownBy(() -> sql.batch(statement, List.<@Nullable Object[]>of(new Object[] {})));
        }

        @Test
        void may_name_the_tenant_twice() throws SQLException {
            sql.update(INSERT, "mine", AT);

            assertThat(sql.query(
                            "select a.name from thing a where a.tenant_id = :tenant and a.name = ? and a.tenant_id = :tenant",
                            row -> row.text("name"),
                            "mine"))
                    .containsExactly("mine");
        }

        @Test
        void takes_many_rows_at_once_and_no_rows_as_well() throws SQLException {
            sql.batch(INSERT, List.of(new @Nullable Object[] {"one", AT}, new @Nullable Object[] {"two", null}));
            sql.batch(INSERT, List.of());

            assertThat(names(sql)).containsExactly("one", "two");
        }
    }

    @Nested
    class A_statement_of_the_platform {

        @Test
        void is_refused_when_it_names_a_tenant() {
            var platform = Sql.ofPlatform(connection);

            assertThatIllegalStateException()
                    .isThrownBy(() -> platform.query(SELECT, row -> row.text("name")))
                    .withMessage("No tenant in context");
            assertThatIllegalStateException()
                    .isThrownBy(() -> platform.batch(INSERT, List.<@Nullable Object[]>of(new Object[] {"x", AT})));
        }
    }

    @Nested
    class An_argument {

        @Test
        void that_is_a_list_becomes_its_elements() throws SQLException {
            sql.batch(INSERT, List.of(new Object[] {"one", AT}, new Object[] {"two", AT}, new Object[] {"three", AT}));

            assertThat(named(List.of("one", "three"))).containsExactly("one", "three");
        }

        /** What the connector keeps, a connection of the pool keeps as long as the server runs. */
        @Test
        void that_is_a_long_list_is_let_go_of_when_the_answer_was_read() throws SQLException {
            var names = IntStream.range(0, 2_500).mapToObj(at -> "name " + at).toList();
            sql.batch(
                    INSERT,
                    names.stream()
                            .map(name -> new @Nullable Object[] {name, AT})
                            .toList());
            var asked = names.stream().map(String::new).collect(Collectors.toCollection(ArrayList::new));
            var watched = new WeakReference<>(asked.get(0));

            assertThat(named(asked)).hasSize(2_500);
            asked.clear();

            for (var tries = 0; tries < 10 && !watched.refersTo(null); tries++) {
                System.gc();
            }
            assertThat(watched.refersTo(null)).isTrue();
        }

        @Test
        void that_is_an_empty_list_matches_nothing() throws SQLException {
            sql.update(INSERT, "one", AT);

            assertThat(named(List.of())).isEmpty();
            assertThat(sql.update("delete from thing where tenant_id = :tenant and name not in (?)", List.of()))
                    .as("nothing, the other way around too")
                    .isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "' or '1'='1",
                    "x'); delete from thing; -- ",
                    "\\' or 1=1 -- ",
                    "?",
                    ":tenant",
                    "$1 \\0 \"quoted\" `ticks`",
                    "één ☃ \uD83D\uDE00"
                })
        void is_never_read_as_a_part_of_the_statement(String name) throws SQLException {
            ofOther.update(INSERT, "theirs", AT);

            sql.update(INSERT, name, AT);

            assertThat(names(sql)).containsExactly(name);
            assertThat(named(List.of(name, "else"))).containsExactly(name);
            assertThat(names(ofOther)).containsExactly("theirs");
        }

        @Test
        void is_counted() {
            assertThatIllegalArgumentException().isThrownBy(() -> sql.update(INSERT, "one"));
            assertThatIllegalArgumentException().isThrownBy(() -> sql.update(INSERT, "one", AT, "two"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sql.batch(INSERT, List.<@Nullable Object[]>of(new Object[] {"one"})));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sql.batch(INSERT, List.<@Nullable Object[]>of(new Object[] {"one", AT, "two"})));
        }

        @Test
        void may_be_nothing() throws SQLException {
            sql.update(INSERT, null, null);

            assertThat(sql.query(
                            "select name, held_at from thing where tenant_id = :tenant",
                            row -> Arrays.asList(row.textOrNull("name"), row.instantOrNull("held_at"))))
                    .containsExactly(Arrays.asList(null, null));
        }

        @Test
        void that_is_an_instant_is_kept_as_utc_wherever_the_machine_stands() throws SQLException {
            var usual = TimeZone.getDefault();
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
            try {
                sql.update(INSERT, "in the hour that comes twice", AT);

                assertThat(sql.query(
                                "select held_at, cast(held_at as char) shown from thing where tenant_id = :tenant",
                                row -> row.instant("held_at") + " " + row.text("shown")))
                        .containsExactly(AT + " 2026-10-25 01:30:00.123456");
            } finally {
                TimeZone.setDefault(usual);
            }
        }
    }

    private List<String> named(List<String> names) throws SQLException {
        return sql.query(SELECT + " and name in (?)", row -> row.text("name"), names);
    }

    private static List<String> names(Sql road) throws SQLException {
        return road.query(SELECT, row -> row.text("name"));
    }
}
