package nl.werkvlak.platform.api;

import nl.werkvlak.platform.security.NewAccount;
import nl.werkvlak.platform.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person to let in.
 *
 * @param tenant the tenant's code, for a role of a tenant
 * @param coach the coach's e-mail address or code, for a coach
 */
public record OpenAccount(
        String login,
        String name,
        Role role,
        @Nullable String tenant,
        @Nullable String coach) {

    NewAccount toRequest() {
        return new NewAccount(login, name, role, tenant, coach);
    }

    @Override
    public String toString() {
        return "Account to open, " + role;
    }
}
