package nl.werkvlak.platform.security;

/**
 * An account or a client as it stands in the database.
 *
 * @param isWelcome not disabled, and a coach has signed a secrecy agreement
 */
record Identity(Caller caller, String hash, boolean isWelcome) {

    @Override
    public String toString() {
        return caller.toString();
    }
}
