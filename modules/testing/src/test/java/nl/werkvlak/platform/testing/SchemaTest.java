package nl.werkvlak.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Nested
    class The_history_of_the_schema {

        @Test
        void goes_up_and_down_and_up_again() throws SQLException {
            var database = TestDatabase.empty();

            Schema.migrate(database);
            var first = shape(database);
            assertThat(first).containsKeys("tenant", "report", "disclosure", "scheduled_tasks");

            Schema.rollback(database, rows(database, "DATABASECHANGELOG"));
            assertThat(shape(database)).isEmpty();

            Schema.migrate(database);
            assertThat(shape(database)).isEqualTo(first);
        }

        @Test
        void brings_the_reference_data_along() throws SQLException {
            var database = TestDatabase.shared();

            assertThat(rows(database, "matrix_cell")).isEqualTo(330);
            assertThat(rows(database, "register_entry")).isPositive();
            assertThat(rows(database, "retention_rule")).isPositive();
            assertThat(list(database, "select id from register_entry where last_day is not null"))
                    .as("an entry without an end has none, not the word NULL")
                    .isEmpty();
        }

        @Test
        void compares_every_text_exactly() throws SQLException {
            assertThat(list(TestDatabase.shared(), """
                            select concat(table_name, '.', column_name) from information_schema.columns
                             where table_schema = schema() and collation_name <> 'utf8mb4_nopad_bin'
                               and lower(table_name) not like 'databasechangelog%'
                            """)).isEmpty();
        }
    }

    @Nested
    class The_disclosure_register {

        @Test
        void can_be_written_but_neither_changed_nor_shortened() throws SQLException {
            var database = TestDatabase.fresh();
            var tenant = UUID.randomUUID();
            run(database, "insert into tenant (id, code, name, kind) values ('%s', 'T', 'T', 'UWV')".formatted(tenant));
            run(database, """
                    insert into disclosure (tenant_id, id, sequence, event, report_id, recipient, categories, bases,
                      disclosed_at, recipient_digest, hash)
                    values ('%s', uuid(), 1, 'ISSUED', uuid(), 'T', 'IDENT,PLAN', '{}', utc_timestamp(6),
                      repeat('x', 32), repeat('x', 32))
                    """.formatted(tenant));
            run(database, """
                    insert into disclosure_seal (tenant_id, number, format, first_sequence, last_sequence, merkle_root, hash)
                    values ('%s', 1, 1, 1, 1, repeat('x', 32), repeat('x', 32))
                    """.formatted(tenant));
            run(database, """
                    insert into disclosure_head (tenant_id, seal, seal_hash, sequence, entry_hash)
                    values ('%s', 1, repeat('x', 32), 1, repeat('x', 32))
                    """.formatted(tenant));

            for (var forbidden : List.of(
                    "update disclosure set recipient = 'X'",
                    "delete from disclosure",
                    "update disclosure_seal set merkle_root = repeat('y', 32)",
                    "delete from disclosure_seal",
                    "update disclosure_head set sequence = 0, seal = 0",
                    "update disclosure_head set seal_hash = repeat('y', 32)",
                    "delete from disclosure_head")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(forbidden)
                        .isThrownBy(() -> run(database, forbidden))
                        .withMessageContaining("append-only");
            }
            assertThat(rows(database, "disclosure")).isEqualTo(1);
        }
    }

    @Nested
    class Entries_from_before_the_seals {

        @Test
        void are_numbered_per_tenant_and_keep_everything_else_also_on_the_way_back() throws SQLException {
            var database = TestDatabase.fresh();
            Schema.rollback(database, sinceTheSeals(database));
            var tenants = List.of(UUID.randomUUID(), UUID.randomUUID());
            for (var tenant : tenants) {
                run(
                        database,
                        "insert into tenant (id, code, name, kind) values ('%s', left('%s', 18), 'T', 'UWV')"
                                .formatted(tenant, tenant));
            }
            for (var event : List.of("ISSUED", "ISSUED", "PULLED")) {
                for (var tenant : tenants) {
                    run(database, """
                            insert into disclosure
                              (tenant_id, id, event, report_id, recipient, categories, bases, disclosed_at)
                            values ('%s', uuid(), '%s', uuid(), 'R', 'IDENT,PLAN', 'B', utc_timestamp(6))
                            """.formatted(tenant, event));
                }
            }
            var kept = "select group_concat(concat_ws(' ', tenant_id, id, report_id, recipient, categories, bases,"
                    + " disclosed_at) order by id) from disclosure";
            var before = list(database, kept);

            Schema.migrate(database);
            for (var tenant : tenants) {
                assertThat(list(database, """
                        select concat(sequence, ' ', event, if(hash is null, ' unsealed', '')) from disclosure
                         where tenant_id = '%s' order by sequence""".formatted(tenant)))
                        .containsExactly("1 ISSUED unsealed", "2 ISSUED unsealed", "3 OPENED unsealed");
            }
            assertThat(list(database, kept)).isEqualTo(before);

            Schema.rollback(database, sinceTheSeals(database));
            assertThat(list(database, "select event from disclosure order by event"))
                    .containsExactly("ISSUED", "ISSUED", "ISSUED", "ISSUED", "PULLED", "PULLED");
            assertThat(list(database, kept)).isEqualTo(before);
            Schema.migrate(database);
        }

        private static int sinceTheSeals(DataSource database) throws SQLException {
            return Integer.parseInt(list(database, """
                    select count(*) from DATABASECHANGELOG where orderexecuted >=
                     (select orderexecuted from DATABASECHANGELOG where id = 'disclosure-register-0001')
                    """).get(0));
        }
    }

    @Nested
    class A_moment {

        @Test
        void is_kept_as_utc_whatever_the_time_zone_of_the_machine() throws SQLException {
            var usual = TimeZone.getDefault();
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
            try (var connection = TestDatabase.empty().getConnection();
                    var statement = connection.createStatement()) {
                var moment = Instant.parse("2026-07-01T10:15:30.123456Z");
                statement.execute("create table clock (moment datetime(6))");
                try (var write = connection.prepareStatement("insert into clock values (?)")) {
                    write.setTimestamp(1, Timestamp.from(moment));
                    write.executeUpdate();
                }
                try (var read = statement.executeQuery("select moment, cast(moment as char) from clock")) {
                    read.next();
                    assertThat(read.getTimestamp(1).toInstant()).isEqualTo(moment);
                    assertThat(read.getString(2)).isEqualTo("2026-07-01 10:15:30.123456");
                }
            } finally {
                TimeZone.setDefault(usual);
            }
        }
    }

    /** Every table with its definition, those of Liquibase itself left out. */
    private static Map<String, String> shape(DataSource database) throws SQLException {
        var shape = new TreeMap<String, String>();
        for (var table :
                list(database, "select table_name from information_schema.tables where table_schema = schema()")) {
            if (!table.toLowerCase(Locale.ROOT).startsWith("databasechangelog")) {
                try (var connection = database.getConnection();
                        var statement = connection.createStatement();
                        var rows = statement.executeQuery("show create table " + table)) {
                    rows.next();
                    shape.put(table, rows.getString(2));
                }
            }
        }
        return shape;
    }

    private static int rows(DataSource database, String table) throws SQLException {
        return Integer.parseInt(list(database, "select count(*) from " + table).get(0));
    }

    private static List<String> list(DataSource database, String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var list = new ArrayList<String>();
            while (rows.next()) {
                list.add(rows.getString(1));
            }
            return list;
        }
    }

    private static void run(DataSource database, String order) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
