package nl.werkvlak.platform.security;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.credential.PasswordMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;

/** What Shiro asks of us: the identity behind a name, and the permissions of a role. Nothing is cached. */
final class PlatformRealm extends AuthorizingRealm {

    private static final String NAME = "werkvlak";

    private final DataSource database;
    private final Clock clock;

    PlatformRealm(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        setName(NAME);
        setAuthenticationTokenClass(Attempt.class);
        setCachingEnabled(false);
        var matcher = new PasswordMatcher();
        matcher.setPasswordService(Hashing.service());
        setCredentialsMatcher(matcher);
    }

    /** Somebody unknown is compared with the hash of nobody, so that the answer takes as long as a wrong secret's. */
    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        var attempt = (Attempt) token;
        try (var connection = database.getConnection()) {
            var store = new IdentityStore(connection, clock.instant());
            var identity = switch (attempt.door()) {
                case PEOPLE -> store.account(attempt.name());
                case MACHINES -> store.client(attempt.name());
            };
            return identity.map(known -> new SimpleAuthenticationInfo(known, known.hash(), NAME))
                    .orElseGet(() -> new SimpleAuthenticationInfo(NAME, Hashing.hashOfNobody(), NAME));
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts cannot be read", e);
        }
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        var permissions = new SimpleAuthorizationInfo();
        var caller = principals.oneByType(Caller.class);
        if (caller != null) {
            permissions.setStringPermissions(Permission.codesFor(caller.role()));
        }
        return permissions;
    }
}
