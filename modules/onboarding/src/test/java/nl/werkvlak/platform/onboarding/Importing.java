package nl.werkvlak.platform.onboarding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** A database of the test's own, with an importer in front of it that works on the caller's thread. */
final class Importing {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    final DataSource database = TestDatabase.fresh();
    final Vault vault = new Vault("a master key for tests, 32 bytes".getBytes(StandardCharsets.UTF_8), CLOCK);
    final Imports imports = new Imports(database, vault, CLOCK, Runnable::run);

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
