package nl.werkvlak.platform.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Attempt.Door;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.vault.Vault;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.jspecify.annotations.Nullable;

/** The only way in: lets people and machines in, and does work in their name. Thread-safe. */
@Dependent
public class Doorkeeper {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SECRET = 200;

    private final DataSource database;
    private final Clock clock;
    private final NodeMemory memory;
    private final Operator operator;
    private final @Nullable String operatorSecret;
    private final Tokens tokens;
    private final DefaultSecurityManager shiro;

    @Inject
    Doorkeeper(DataSource database, Vault vault, Clock clock, NodeMemory memory) {
        this(database, vault, clock, memory, System.getenv(Operator.VARIABLE));
    }

    Doorkeeper(DataSource database, Vault vault, Clock clock, NodeMemory memory, @Nullable String operatorSecret) {
        this.database = database;
        this.clock = clock;
        this.memory = memory;
        this.operator = new Operator(database, clock);
        this.operatorSecret = operatorSecret;
        var keys = new SigningKeys(database, vault, clock);
        this.tokens = new Tokens(() -> memory.signingKey(keys::current), clock);
        this.shiro = new DefaultSecurityManager(new PlatformRealm(database, clock));
        var noSessions = new DefaultSessionStorageEvaluator();
        noSessions.setSessionStorageEnabled(false);
        var subjects = new DefaultSubjectDAO();
        subjects.setSessionStorageEvaluator(noSessions);
        shiro.setSubjectDAO(subjects);
    }

    /** A person with a password. */
    public Admission person(String login, String password) {
        return admit(Door.PEOPLE, login, password);
    }

    /** A machine with its secret, that wants a token. */
    public Admission machine(String clientId, String secret) {
        return admit(Door.MACHINES, clientId, secret);
    }

    /** A token of 15 minutes for a machine that was let in. */
    public String tokenFor(Caller machine) {
        return tokens.issue(machine);
    }

    public Duration lifeOfToken() {
        return Tokens.LIFE;
    }

    /** Who bears a token; empty when it is not valid now, or its client was disabled or changed since. */
    public Optional<Caller> bearer(String token) {
        return tokens.read(token).flatMap(claims -> {
            prepareOperator(claims.client());
            return look(store -> store.client(claims.client()))
                    .filter(who -> who.role() == claims.role())
                    .filter(who -> Objects.equals(who.tenantId(), claims.tenant()));
        });
    }

    /** Who an account belongs to now; empty when it was disabled since, so that a session ends with its account. */
    public Optional<Caller> stillWelcome(UUID accountId) {
        return look(store -> store.account(accountId));
    }

    /** Works in somebody's name and for that caller's tenant, and forgets both afterwards, whatever happened. */
    public <T> T inTheNameOf(Caller caller, Callable<T> work) throws Exception {
        var principals = new SimplePrincipalCollection(caller, "werkvlak");
        var subject = new Subject.Builder(shiro)
                .principals(principals)
                .authenticated(true)
                .sessionCreationEnabled(false)
                .buildSubject();
        var tenant = caller.tenant();
        Callable<T> bounded = tenant.isEmpty() ? work : () -> CurrentTenant.with(tenant.get(), work);
        return subject.associateWith(bounded).call();
    }

    /** Whoever this thread works for; empty outside {@link #inTheNameOf}. */
    public static Optional<Caller> caller() {
        return Optional.ofNullable(ThreadContext.getSubject()).map(subject -> (Caller) subject.getPrincipal());
    }

    /** The id of whoever this thread works for, as registers and reports write it. */
    public static String callerId() {
        return caller().orElseThrow(() -> new IllegalStateException("Nobody is known here"))
                .id();
    }

    /** Stops who may not do this, and whoever nobody vouches for. */
    public static void demand(Permission permission) {
        var subject = ThreadContext.getSubject();
        if (subject == null || !subject.isAuthenticated() || !subject.isPermitted(permission.code())) {
            throw Refusal.forbidden("not-permitted", "This is not permitted for this role.");
        }
    }

    private Admission admit(Door door, String givenName, String secret) {
        var name = IdentityStore.normal(givenName);
        if (name.isEmpty() || name.length() > LONGEST_NAME || secret.isEmpty() || secret.length() > LONGEST_SECRET) {
            return new Admission.Refused();
        }
        if (door == Door.MACHINES) {
            prepareOperator(name);
        }
        var key = door + " " + name;
        var wait = memory.throttle().waitOf(key, clock.instant());
        if (wait.compareTo(Duration.ZERO) > 0) {
            return new Admission.Later(wait);
        }
        try {
            var known = Hashing.seated(() -> authenticate(new Attempt(door, name, secret)));
            if (known.isEmpty()) {
                memory.throttle().failed(key, clock.instant());
                return new Admission.Refused();
            }
            memory.throttle().succeeded(key);
            return known.<Admission>map(Admission.Admitted::new).orElseGet(Admission.Refused::new);
        } catch (Hashing.TooBusy e) {
            return new Admission.Later(Duration.ofSeconds(1));
        }
    }

    private Optional<Caller> authenticate(Attempt attempt) {
        try {
            var found = shiro.authenticate(attempt).getPrincipals().oneByType(Identity.class);
            return Optional.ofNullable(found).filter(Identity::isWelcome).map(Identity::caller);
        } catch (AuthenticationException e) {
            // Shiro wraps a database that is away in the same type; that is not a wrong password.
            if (e.getCause() instanceof IllegalStateException broken) {
                throw broken;
            }
            return Optional.empty();
        }
    }

    private void prepareOperator(String clientId) {
        if (clientId.equals(Operator.ID)) {
            memory.prepareOperator(() -> operator.prepare(operatorSecret));
        }
    }

    private interface Look {
        Optional<Identity> in(IdentityStore store) throws SQLException;
    }

    private Optional<Caller> look(Look look) {
        try (var connection = database.getConnection()) {
            return look.in(new IdentityStore(connection, clock.instant()))
                    .filter(Identity::isWelcome)
                    .map(Identity::caller);
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts cannot be read", e);
        }
    }
}
