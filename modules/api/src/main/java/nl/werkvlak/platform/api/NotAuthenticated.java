package nl.werkvlak.platform.api;

/** Nobody is known to ask. */
final class NotAuthenticated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAuthenticated() {
        super("Nobody is known to ask", null, false, false);
    }
}
