package nl.werkvlak.platform.onboarding;

/** An import cannot go on; the transaction it was in is rolled back. */
final class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ImportStopped(String code) {
        super(code);
        this.code = code;
    }

    /** Stable and kebab-case. */
    String code() {
        return code;
    }
}
