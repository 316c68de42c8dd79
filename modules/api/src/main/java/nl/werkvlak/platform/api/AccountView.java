package nl.werkvlak.platform.api;

import java.util.UUID;
import nl.werkvlak.platform.security.Accounts;
import nl.werkvlak.platform.security.Role;
import org.jspecify.annotations.Nullable;

/** An account, without its secret, which nobody can tell. */
public record AccountView(
        UUID id, String login, Role role, @Nullable String tenant, boolean disabled) {

    static AccountView of(Accounts.Known account) {
        return new AccountView(account.id(), account.login(), account.role(), account.tenant(), account.isDisabled());
    }
}
