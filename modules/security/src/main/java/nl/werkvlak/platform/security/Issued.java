package nl.werkvlak.platform.security;

/**
 * A secret that the platform made: handed over once, kept only as a hash. It never prints itself.
 *
 * @param id the account's id, or the client's
 */
public record Issued(String id, String secret) {

    @Override
    public String toString() {
        return "Secret of " + id;
    }
}
