package nl.werkvlak.platform.freetext;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text as the word lists are written: small letters without accents, plain digits, single spaces, and without what
 * cannot be seen. Each character knows from which characters of the text it came.
 */
final class Folded {

    /** What stands for a letter that has no plain letter in it, such as ß, or that only looks like one of ours. */
    private static final Map<Integer, String> LOOKALIKES = lookalikes();

    private static final int SOFT_HYPHEN = 0x00ad;

    /** For a character that no list holds. */
    private static final char OTHER = '\uffff';

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;
    private boolean isHyphenated;

    /** Worked out once, when first asked for: a text of one long word would else be walked for every entry in it. */
    private int @Nullable [] begins;

    private int @Nullable [] stops;

    private Folded(int size) {
        chars = new char[size];
        starts = new int[size];
        ends = new int[size];
    }

    /**
     * Folds a text.
     *
     * @param joins what a hyphen at the end of a line divides is one word again; if not, it stays two
     */
    static Folded of(String text, boolean joins) {
        var folded = new Folded(text.length() + 8);
        var at = 0;
        while (at < text.length()) {
            var point = text.codePointAt(at);
            var end = at + Character.charCount(point);
            var next = isHyphen(point) ? afterLineBreak(text, end) : end;
            if (next > end) {
                folded.isHyphenated = true;
                if (!joins) {
                    folded.space(at, next);
                }
            } else {
                folded.add(point, at, end);
            }
            at = next;
        }
        return folded;
    }

    int length() {
        return length;
    }

    char at(int place) {
        return chars[place];
    }

    /** A hyphen divides a word over two lines, somewhere. */
    boolean isHyphenated() {
        return isHyphenated;
    }

    /** Where in the text the character begins. */
    int from(int place) {
        return starts[place];
    }

    /** Where in the text the character ends, exclusive. */
    int to(int place) {
        return ends[place];
    }

    /** A letter or a digit stands there. */
    boolean isWord(int place) {
        return place >= 0 && place < length && Character.isLetterOrDigit(chars[place]);
    }

    /** Where the word begins that goes on until this place; the place itself when none does. */
    int beginOfWord(int place) {
        if (begins == null) {
            begins = new int[length + 1];
            for (var at = 1; at <= length; at++) {
                begins[at] = isWord(at - 1) ? begins[at - 1] : at;
            }
        }
        return begins[place];
    }

    /** Where the word ends, exclusive, that goes on at this place; the place itself when none does. */
    int endOfWord(int place) {
        if (stops == null) {
            stops = new int[length + 1];
            for (var at = length; at >= 0; at--) {
                stops[at] = isWord(at) ? stops[at + 1] : at;
            }
        }
        return stops[place];
    }

    boolean isDigit(int place) {
        return place >= 0 && place < length && chars[place] >= '0' && chars[place] <= '9';
    }

    private void add(int point, int from, int to) {
        if (point < 0x80) {
            plain((char) point, from, to);
        } else if (isHyphen(point)) {
            if (point != SOFT_HYPHEN) {
                put('-', from, to);
            }
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            space(from, to);
        } else if (!isInvisible(point)) {
            decomposed(point, from, to);
        }
    }

    private void plain(char c, int from, int to) {
        if (c >= 'A' && c <= 'Z') {
            put((char) (c + ('a' - 'A')), from, to);
        } else if (c > ' ' && c < 0x7f) {
            put(c, from, to);
        } else if (Character.isWhitespace(c)) {
            space(from, to);
        }
    }

    private void decomposed(int point, int from, int to) {
        var parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        parts.codePoints().forEach(part -> {
            var digit = Character.digit(part, 10);
            if (digit >= 0) {
                put((char) ('0' + digit), from, to);
            } else if (Character.isWhitespace(part)) {
                space(from, to);
            } else if (!isInvisible(part)) {
                letter(Character.toLowerCase(part), from, to);
            }
        });
    }

    private void letter(int point, int from, int to) {
        var ours = LOOKALIKES.get(point);
        if (ours != null) {
            ours.chars().forEach(c -> put((char) c, from, to));
        } else {
            put(Character.isBmpCodePoint(point) ? (char) point : OTHER, from, to);
        }
    }

    private void space(int from, int to) {
        if (length == 0 || chars[length - 1] != ' ') {
            put(' ', from, to);
        }
    }

    private void put(char c, int from, int to) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, 2 * length);
            starts = Arrays.copyOf(starts, 2 * length);
            ends = Arrays.copyOf(ends, 2 * length);
        }
        chars[length] = c;
        starts[length] = from;
        ends[length] = to;
        length++;
    }

    private static boolean isHyphen(int point) {
        return point == '-' || point == SOFT_HYPHEN || (point > 0x7f && isDash(point));
    }

    private static boolean isDash(int point) {
        return Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212 || point == 0x2043;
    }

    /** Where the next line's word begins when nothing but a line break stands here; {@code end} itself when not. */
    private static int afterLineBreak(String text, int end) {
        var at = blanks(text, end);
        if (at == text.length() || !isLineBreak(text.charAt(at))) {
            return end;
        }
        while (at < text.length() && (isLineBreak(text.charAt(at)) || isBlank(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int blanks(String text, int from) {
        var at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == 0xa0;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == 0x0b || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            // Fillers that are letters to Unicode and nothing to the eye.
            default -> point == 0x115f || point == 0x1160 || point == 0x3164 || point == 0xffa0 || point == 0x2800;
        };
    }

    private static Map<Integer, String> lookalikes() {
        var lookalikes = new HashMap<Integer, String>();
        for (var line : WordList.lines("lookalikes.txt")) {
            var pair = line.split(" ", 2);
            lookalikes.put(pair[0].codePointAt(0), pair[1].strip());
        }
        return lookalikes;
    }
}
