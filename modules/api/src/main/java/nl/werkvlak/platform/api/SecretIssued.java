package nl.werkvlak.platform.api;

import nl.werkvlak.platform.security.Issued;

/** A new secret; it is told this once. */
public record SecretIssued(String id, String secret) {

    static SecretIssued of(Issued issued) {
        return new SecretIssued(issued.id(), issued.secret());
    }

    @Override
    public String toString() {
        return "Secret of " + id;
    }
}
