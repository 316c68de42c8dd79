package nl.werkvlak.platform.api;

/** A body with more bytes than we take. */
final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLarge() {
        super("The body is too large", null, false, false);
    }
}
