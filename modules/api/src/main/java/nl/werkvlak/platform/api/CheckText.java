package nl.werkvlak.platform.api;

/** A text that somebody is writing. It is looked at, and kept nowhere. */
public record CheckText(String text) {

    @Override
    public String toString() {
        return "Text to check";
    }
}
