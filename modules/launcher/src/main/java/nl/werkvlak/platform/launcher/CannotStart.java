package nl.werkvlak.platform.launcher;

/** Why the platform does not start: one sentence for the person at the keyboard that says what is wrong and what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
