package nl.werkvlak.platform.api;

import nl.werkvlak.platform.security.Issued;

/** A new account; the secret is told this once. */
public record AccountOpened(String id, String login, String secret) {

    static AccountOpened of(Issued issued, String login) {
        return new AccountOpened(issued.id(), login, issued.secret());
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
