package nl.werkvlak.platform.rendering;

import org.jspecify.annotations.Nullable;

/** A status as a word with a shape before it, so that it can be read without its colour. */
final class StatusMark {

    private static final String GREEN = "#1B7F4B";
    private static final String AMBER = "#A85A00";
    private static final String RED = "#B3261E";
    private static final String GREY = "#5B6470";

    private StatusMark() {}

    static @Nullable String progress(Words words, @Nullable String status) {
        if (status == null) {
            return null;
        }
        String word = words.code("status", status);
        return switch (status) {
            case "OP_SCHEMA" -> marked(GREEN, '●', word);
            case "VERTRAAGD" -> marked(AMBER, '▲', word);
            default -> marked(RED, '■', word);
        };
    }

    static @Nullable String goal(Words words, @Nullable String status) {
        if (status == null) {
            return null;
        }
        String word = words.code("goal", status);
        return switch (status) {
            case "BEHAALD" -> marked(GREEN, '●', word);
            case "OPEN" -> marked(GREY, '○', word);
            default -> marked(RED, '■', word);
        };
    }

    private static String marked(String colour, char shape, @Nullable String word) {
        return "<style forecolor=\"" + colour + "\">" + shape + "</style> " + plain(word);
    }

    /** Text for an element that reads styled text, in which these signs would be commands. */
    static String plain(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The same on one line and smaller: a sentence where others have a word. */
    static String sentence(@Nullable String text) {
        return "<style size=\"12\">" + plain(text).replace('\n', ' ') + "</style>";
    }
}
