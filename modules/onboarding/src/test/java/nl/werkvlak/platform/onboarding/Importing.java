package nl.werkvlak.platform.onboarding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * An emptied database, with an importer in front of it that works on the caller's thread.
 *
 * <p>One schema for all tests of this room, because migrating one takes longer than a test; each test starts it empty.
 */
final class Importing {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    final DataSource database = Emptied.SCHEMA;
    final Vault vault = new Vault("a master key for tests, 32 bytes".getBytes(StandardCharsets.UTF_8), CLOCK);
    final Imports imports = new Imports(database, vault, CLOCK, Runnable::run);

    /** Made when a test asks for it: a process that only wants the clock is killed, and would leave a server behind. */
    private static final class Emptied {
        static final DataSource SCHEMA = withoutGuards(TestDatabase.fresh());
    }

    Importing() {
        var tables = Stream.concat(
                Arrays.stream(ExportFile.values()).map(file -> file.spec().table()),
                Stream.of("data_key", "import_row", "import_refusal", "import_count", "import_job"));
        try (var connection = database.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            sql.update("set foreign_key_checks = 0");
            for (var table : tables.toList()) {
                sql.update("delete from " + table);
            }
            sql.update("set foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Facts are never deleted; only a test that begins anew does so, in a schema of its own. */
    private static DataSource withoutGuards(DataSource schema) {
        try (var connection = schema.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            for (var guard : sql.query(
                    "select trigger_name from information_schema.triggers where trigger_schema = schema()"
                            + " and event_manipulation = 'DELETE'",
                    row -> row.text("trigger_name"))) {
                sql.update("drop trigger " + guard);
            }
            return schema;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    ImportReport all(Path export) {
        return imports.get(imports.start(export, false, "test"));
    }

    ImportReport whatIsGood(Path export) {
        return imports.get(imports.start(export, true, "test"));
    }

    /** One text per row of an answer. */
    List<String> ask(String sql, @Nullable Object... arguments) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection).query(sql, row -> row.text("answer"), arguments);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String table) {
        return Long.parseLong(ask("select count(*) as answer from " + table).get(0));
    }

    void change(String sql, @Nullable Object... arguments) {
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection).update(sql, arguments);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What was sealed in a column of one row, under the key of a client. */
    String open(String table, String column, String tenantCode, UUID row, UUID client) {
        var tenant = TenantId.ofCode(tenantCode);
        try (var connection = database.getConnection()) {
            var sealed = Sql.ofTenant(connection, tenant)
                    .query(
                            "select " + column + " as sealed from " + table + " where tenant_id = :tenant and id = ?",
                            one -> Optional.ofNullable(one.bytes("sealed")),
                            row)
                    .get(0)
                    .orElse(null);
            var key = vault.keysFor(connection, tenant, List.of(client)).get(client);
            return key == null ? "erased" : String.valueOf(key.openText(sealed, table + "." + column));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
