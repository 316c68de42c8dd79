package nl.werkvlak.platform.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The front desk for accounts and clients. The platform makes every secret, and keeps only its Argon2id hash. */
@Dependent
@Transactional
public class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[^\\p{Cntrl}\\s]{2,120}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,120}");
    private static final Pattern CLIENT = Pattern.compile("[a-z0-9][a-z0-9-]{1,58}[a-z0-9]");
    private static final int DUPLICATE = 1062;

    private final DataSource database;
    private final Clock clock;

    @Inject
    Accounts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Lets a person in.
     *
     * @throws Refusal when the login is taken, the tenant or the coach is unknown or does not belong to the role, or the
     *     coach has not signed a secrecy agreement
     */
    public Issued create(NewAccount asked) {
        var login = IdentityStore.normal(asked.login());
        check(LOGIN.matcher(login).matches(), "bad-login", "A login has 2 to 120 characters without spaces.");
        check(NAME.matcher(asked.name()).matches(), "bad-name", "A name has 1 to 120 characters.");
        check(asked.role().suitsPerson(), "role-of-machine", "This role is for machines only.");
        checkTenant(asked.role(), asked.tenant());
        check(
                (asked.role() == Role.COACH) == (asked.coach() != null),
                "coach-and-role",
                "A coach is named exactly for the role of a coach.");
        var secret = Secrets.forPerson();
        var hash = Hashing.hash(secret);
        var id = UUID.randomUUID();
        inDatabase(connection -> Sql.ofPlatform(connection)
                .update(
                        "insert into account (id, login, name, role, tenant_id, coach_id, password_hash, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        login,
                        asked.name(),
                        asked.role(),
                        tenantOf(connection, asked.tenant()),
                        coachOf(connection, asked.coach()),
                        hash,
                        clock.instant()));
        return new Issued(id.toString(), secret);
    }

    /**
     * Lets a machine in.
     *
     * @throws Refusal when the id is taken, or the tenant is unknown or does not belong to the role
     */
    public Issued create(NewClient asked) {
        check(
                CLIENT.matcher(asked.id()).matches(),
                "bad-client-id",
                "A client id has 3 to 60 small letters, digits and hyphens.");
        check(asked.role().suitsMachine(), "role-of-person", "This role is for people only.");
        checkTenant(asked.role(), asked.tenant());
        if (asked.id().equals(Operator.ID)) {
            throw duplicate();
        }
        var secret = Secrets.forMachine();
        var hash = Hashing.hash(secret);
        inDatabase(connection -> Sql.ofPlatform(connection)
                .update(
                        "insert into api_client (id, role, tenant_id, secret_hash, created_at) values (?, ?, ?, ?, ?)",
                        asked.id(),
                        asked.role(),
                        tenantOf(connection, asked.tenant()),
                        hash,
                        clock.instant()));
        return new Issued(asked.id(), secret);
    }

    /**
     * An account as an administrator finds it again.
     *
     * @param tenant the code of the tenant it belongs to, if any
     */
    public record Known(
            UUID id, String login, Role role, @Nullable String tenant, boolean isDisabled) {}

    /** The accounts, by login. */
    public List<Known> list(int limit) {
        return find("", limit);
    }

    /** The account with a login, whether or not it may still come in. */
    public Optional<Known> named(String login) {
        return find(" where a.login = ?", IdentityStore.normal(login), 1).stream()
                .findFirst();
    }

    private List<Known> find(String where, Object... arguments) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection)
                    .query(
                            "select a.id, a.login, a.role, t.code, a.disabled_at is not null as disabled from account a"
                                    + " left join tenant t on t.id = a.tenant_id" + where
                                    + " order by a.login limit ?",
                            row -> new Known(
                                    row.uuid("id"),
                                    row.text("login"),
                                    Role.valueOf(row.text("role")),
                                    row.textOrNull("code"),
                                    row.flag("disabled")),
                            arguments);
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts cannot be read", e);
        }
    }

    /** A new secret for a person; the old one stops working at once. */
    public Issued newSecretForAccount(UUID id) {
        return newSecret("account", "password_hash", id.toString(), Secrets.forPerson());
    }

    /** A new secret for a machine; the old one stops working at once, a token that is out lives on for its minutes. */
    public Issued newSecretForClient(String id) {
        check(!id.equals(Operator.ID), "operator-by-environment", "The operator's secret comes from the environment.");
        return newSecret("api_client", "secret_hash", id, Secrets.forMachine());
    }

    /** Shuts a person out at once; disabling twice changes nothing. */
    public void disableAccount(UUID id) {
        disable("account", id.toString());
    }

    /** Shuts a machine out at once, with every token it has. */
    public void disableClient(String id) {
        disable("api_client", id);
    }

    private Issued newSecret(String table, String column, String id, String secret) {
        var hash = Hashing.hash(secret);
        inDatabase(connection -> {
            var sql = Sql.ofPlatform(connection);
            var disabled = sql.query(
                    "select disabled_at is not null as disabled from " + table + " where id = ? for update",
                    row -> row.flag("disabled"),
                    id);
            if (disabled.isEmpty()) {
                throw unknown();
            }
            if (disabled.get(0)) {
                throw Refusal.conflict("disabled", "What is disabled gets no new secret.");
            }
            return sql.update("update " + table + " set " + column + " = ? where id = ?", hash, id);
        });
        return new Issued(id, secret);
    }

    private void disable(String table, String id) {
        inDatabase(connection -> {
            var sql = Sql.ofPlatform(connection);
            var changed = sql.update(
                    "update " + table + " set disabled_at = coalesce(disabled_at, ?) where id = ?",
                    clock.instant(),
                    id);
            if (changed == 0
                    && sql.query("select id from " + table + " where id = ?", row -> row.text("id"), id)
                            .isEmpty()) {
                throw unknown();
            }
            return changed;
        });
    }

    private static void checkTenant(Role role, @Nullable String tenant) {
        check(
                role.isOfTenant() == (tenant != null),
                "tenant-and-role",
                "A tenant is named exactly for the roles of a tenant.");
    }

    private static @Nullable UUID tenantOf(Connection connection, @Nullable String code) throws SQLException {
        if (code == null) {
            return null;
        }
        var found =
                Sql.ofPlatform(connection).query("select id from tenant where code = ?", row -> row.uuid("id"), code);
        check(!found.isEmpty(), "unknown-tenant", "There is no tenant with this code.");
        return found.get(0);
    }

    private record Coach(UUID id, @Nullable LocalDate signedOn) {}

    /** Secrecy comes before access: without a signed agreement a coach gets no account. */
    private @Nullable UUID coachOf(Connection connection, @Nullable String emailOrCode) throws SQLException {
        if (emailOrCode == null) {
            return null;
        }
        List<Coach> found = Sql.ofPlatform(connection)
                .query(
                        "select id, secrecy_signed_on from coach where lower(email) = ? or code = ?",
                        row -> new Coach(row.uuid("id"), row.dayOrNull("secrecy_signed_on")),
                        IdentityStore.normal(emailOrCode),
                        emailOrCode);
        check(!found.isEmpty(), "unknown-coach", "There is no such coach.");
        check(found.size() == 1, "ambiguous-coach", "Several coaches have this code: name the e-mail address.");
        var coach = found.get(0);
        check(
                new IdentityStore(connection, clock.instant()).isSigned(coach.signedOn()),
                "secrecy-not-signed",
                "This coach has not signed a secrecy agreement.");
        return coach.id();
    }

    private static void check(boolean holds, String code, String sentence) {
        if (!holds) {
            throw Refusal.rule(code, sentence);
        }
    }

    private static Refusal unknown() {
        return Refusal.unknown("unknown", "There is no such thing.");
    }

    private static Refusal duplicate() {
        return Refusal.conflict("already-exists", "This name is taken.");
    }

    private interface Work {
        int in(Connection connection) throws SQLException;
    }

    private void inDatabase(Work work) {
        try (var connection = database.getConnection()) {
            work.in(connection);
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) {
                throw duplicate();
            }
            throw new IllegalStateException("The accounts cannot be written", e);
        }
    }
}
