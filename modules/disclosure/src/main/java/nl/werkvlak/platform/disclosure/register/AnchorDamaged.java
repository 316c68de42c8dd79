package nl.werkvlak.platform.disclosure.register;

/** What stands in an anchor is not what was written there. */
public final class AnchorDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AnchorDamaged(String what) {
        super(what);
    }
}
