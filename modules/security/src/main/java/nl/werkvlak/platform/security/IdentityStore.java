package nl.werkvlak.platform.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Reads accounts and clients; both are the platform's own tables. */
final class IdentityStore {

    private static final String ACCOUNT = """
            select a.id, a.login, a.name, a.role, a.tenant_id, a.coach_id, a.password_hash, a.disabled_at, c.secrecy_signed_on
            from account a left join coach c on c.id = a.coach_id
            where a.""";

    private final Connection connection;
    private final Instant now;

    IdentityStore(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Names are kept in small letters, so that they are compared the same way everywhere. */
    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** By exactly this name: the database's own comparison would also take an accent for its bare letter. */
    Optional<Identity> account(String login) throws SQLException {
        return Sql.ofPlatform(connection).query(ACCOUNT + "login = ?", row -> accountOf(row, login), login).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Identity> account(UUID id) throws SQLException {
        return Sql.ofPlatform(connection).query(ACCOUNT + "id = ?", row -> accountOf(row, null), id).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Identity> client(String id) throws SQLException {
        return Sql.ofPlatform(connection)
                .query(
                        "select id, role, tenant_id, secret_hash, disabled_at from api_client where id = ?",
                        row -> clientOf(row, id),
                        id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Identity> accountOf(Sql.Row row, @Nullable String login) throws SQLException {
        if (login != null && !row.text("login").equals(login)) {
            return Optional.empty();
        }
        var caller = new Caller(
                row.text("id"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                row.uuidOrNull("tenant_id"),
                row.uuidOrNull("coach_id"));
        var mayEnter = caller.role() != Role.COACH || isSigned(row.dayOrNull("secrecy_signed_on"));
        var isWelcome = mayEnter && row.instantOrNull("disabled_at") == null;
        return Optional.of(new Identity(caller, row.text("password_hash"), isWelcome));
    }

    private static Optional<Identity> clientOf(Sql.Row row, String id) throws SQLException {
        if (!row.text("id").equals(id)) {
            return Optional.empty();
        }
        var caller = new Caller(id, id, Role.valueOf(row.text("role")), row.uuidOrNull("tenant_id"), null);
        return Optional.of(new Identity(caller, row.text("secret_hash"), row.instantOrNull("disabled_at") == null));
    }

    /** A secrecy agreement counts from the day on which it was signed. */
    boolean isSigned(@Nullable LocalDate day) {
        return day != null && !day.isAfter(Period.dayOf(now));
    }
}
