package nl.werkvlak.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * A person to let in.
 *
 * @param login what they log in with, 2 to 120 characters
 * @param tenant the code of the tenant, exactly for the role of a tenant
 * @param coach the e-mail address or the code of the coach, exactly for that role
 */
public record NewAccount(
        String login,
        String name,
        Role role,
        @Nullable String tenant,
        @Nullable String coach) {

    @Override
    public String toString() {
        return "New account, " + role;
    }
}
