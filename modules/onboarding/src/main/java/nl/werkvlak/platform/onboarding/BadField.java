package nl.werkvlak.platform.onboarding;

/** A field is not written as its column demands. It carries no value and no trace: a bad export throws many. */
final class BadField extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    BadField(Fault fault) {
        super(fault.code(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
