package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A status as a word with a shape before it, so that it can be read without its colour. On paper a shape has one colour,
 * wherever a text begins with it.
 */
final class StatusMark {

    private static final char GOOD = '●';
    private static final char LATE = '▲';
    private static final char WRONG = '■';
    private static final char OPEN = '○';
    private static final char SPACE = ' ';

    private static final Map<Character, Color> COLOURS = Map.of(
            GOOD, new Color(0x1B7F4B),
            LATE, new Color(0xA85A00),
            WRONG, new Color(0xB3261E),
            OPEN, new Color(0x5B6470));

    private StatusMark() {}

    static @Nullable String progress(Words words, @Nullable String status) {
        if (status == null) {
            return null;
        }
        char shape = switch (status) {
            case "OP_SCHEMA" -> GOOD;
            case "VERTRAAGD" -> LATE;
            default -> WRONG;
        };
        return shape + (SPACE + words.code("status", status));
    }

    static @Nullable String goal(Words words, @Nullable String status) {
        if (status == null) {
            return null;
        }
        char shape = switch (status) {
            case "BEHAALD" -> GOOD;
            case "OPEN" -> OPEN;
            default -> WRONG;
        };
        return shape + (SPACE + words.code("goal", status));
    }

    /** Done on a day, or open as long as there is none. */
    static String agreement(Words words, @Nullable LocalDate doneOn) {
        return doneOn == null
                ? OPEN + (SPACE + words.say("agreement.open"))
                : GOOD + (SPACE + words.say("agreement.done", words.date(doneOn)));
    }

    /** The colour of the shape before this text; null where none stands. */
    static @Nullable Color colour(String text) {
        return text.length() > 2 && text.charAt(1) == SPACE ? COLOURS.get(text.charAt(0)) : null;
    }
}
