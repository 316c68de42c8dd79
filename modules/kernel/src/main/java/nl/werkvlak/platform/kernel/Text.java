package nl.werkvlak.platform.kernel;

import java.util.Map;

/** Demands a text that says something, and that fits where it is kept. */
public final class Text {

    private Text() {}

    /**
     * The text without the space around it.
     *
     * @param field what it is called where it was handed in
     * @throws Refusal that names the field, when nothing is left of it or it is longer than {@code longest} characters
     */
    public static String demand(String field, String text, int longest) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw Refusal.fields(Map.of(field, "missing"));
        }
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw Refusal.rule("text-too-long", "Shorten this text; it does not fit.")
                    .at(field);
        }
        return stripped;
    }
}
