package nl.werkvlak.platform.security;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** A platform with two tenants and three coaches, and desks that stand on the real database. */
final class TheHouse {

    static final String MAASBOUW = "MAASBOUW";
    static final String TERPSTRA = "TERPSTRA";
    static final String SIGNED_COACH = "signed@coach.example";
    static final String UNSIGNED_COACH = "unsigned@coach.example";

    final MovableClock clock = new MovableClock();
    final DataSource database = TestDatabase.fresh();
    final Vault vault = new Vault(new byte[32], clock);
    final Accounts accounts = new Accounts(database, clock);

    TheHouse() {
        for (var tenant : List.of(MAASBOUW, TERPSTRA)) {
            change(
                    "insert into tenant (id, code, name, kind) values (?, ?, ?, 'EMPLOYER')",
                    TenantId.ofCode(tenant),
                    tenant,
                    tenant);
        }
        coach("C1", SIGNED_COACH, LocalDate.of(2026, 1, 1));
        coach("C2", UNSIGNED_COACH, null);
        coach("C2", "twin@coach.example", LocalDate.of(2026, 1, 1));
    }

    /** A node of the platform, that remembers nothing yet. */
    Doorkeeper node() {
        return node(null);
    }

    Doorkeeper node(@Nullable String operatorSecret) {
        return new Doorkeeper(database, vault, clock, new NodeMemory(), operatorSecret);
    }

    void change(String sql, @Nullable Object... arguments) {
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection).update(sql, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> texts(String sql) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection).query(sql, row -> row.text("it"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void coach(String code, String email, @Nullable LocalDate signedOn) {
        change(
                "insert into coach (id, code, name, email, secrecy_signed_on) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                code,
                "Coach " + code,
                email,
                signedOn);
    }
}
