package nl.werkvlak.platform.rendering;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hyphenates words that are wider than their column, and no others. A soft hyphen stands only where a line will end: the
 * engine breaks after it, the font draws it as a hyphen, and who copies, searches or hears the text gets the whole word.
 */
final class LongWords {

    private static final char SOFT_HYPHEN = '\u00ad';

    /** As the engine measures. */
    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    /** Points; the engine and the writer of the PDF round each in its own way. */
    private static final float ROUNDING = 0.5f;

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final String ENDS_OF_SENTENCES = ".?!:;";

    private final Letters letters;
    private final Map<String, Font> fonts;

    /** @param fonts of each style, in its size */
    LongWords(Letters letters, Map<String, Font> fonts) {
        this.letters = letters;
        this.fonts = Map.copyOf(fonts);
    }

    /** @param band the parts of the row's band */
    Row hyphenated(Row row, List<Part> band) {
        List<String> cells = row.cells();
        List<String> changed = null;
        for (Part part : band) {
            if (part.number() == 0 || part.drawing() || part.number() > cells.size() || part.isOfPerson()) {
                continue;
            }
            String cell = cells.get(part.number() - 1);
            String hyphenated = hyphenated(cell, part);
            if (!hyphenated.equals(cell)) {
                changed = changed == null ? new ArrayList<>(cells) : changed;
                changed.set(part.number() - 1, hyphenated);
            }
        }
        return changed == null ? row : row.with(List.copyOf(changed));
    }

    private String hyphenated(String cell, Part part) {
        Font font = fonts.get(part.style());
        if (font == null || cell.length() * font.getSize2D() <= part.width()) {
            return cell;
        }
        return hyphenated(cell, part.width(), font);
    }

    private String hyphenated(String text, int width, Font font) {
        var said = new StringBuilder(text.length());
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            String run = text.substring(begin, end);
            said.append(isWider(run, width, font) && letters.arePlain(run) ? broken(run, width, font, said) : run);
            begin = end + 1;
            if (end < text.length()) {
                said.append(text.charAt(end));
            }
        }
        return said.toString();
    }

    /** No letter is wider than the size of its font, so that few words have to be measured. */
    private static boolean isWider(String run, float width, Font font) {
        return run.length() * font.getSize2D() > width && width(run, font) > width;
    }

    private static float width(String text, Font font) {
        return (float) font.getStringBounds(text, PAPER).getWidth();
    }

    /** What lies between two spaces may be broken in other places too, such as after a hyphen of its own. */
    private static String broken(String run, int width, Font font, CharSequence before) {
        var said = new StringBuilder();
        BreakIterator lines = BreakIterator.getLineInstance();
        lines.setText(run);
        int begin = lines.first();
        for (int end = lines.next(); end != BreakIterator.DONE; begin = end, end = lines.next()) {
            String word = run.substring(begin, end);
            float most = width - ROUNDING;
            said.append(
                    isWider(word, most, font) && !isName(word, beginsSentence(said.length() == 0 ? before : said))
                            ? broken(word, most, font)
                            : word);
        }
        return said.toString();
    }

    /** Each line takes as much of the word as goes into it. */
    private static String broken(String word, float most, Font font) {
        List<Integer> places = places(word);
        var said = new StringBuilder();
        int begin = 0;
        while (isWider(word.substring(begin), most, font)) {
            int end = 0;
            for (int place : places) {
                if (place > begin && width(word.substring(begin, place) + SOFT_HYPHEN, font) <= most) {
                    end = place;
                }
            }
            if (end == 0) {
                break;
            }
            said.append(word, begin, end).append(SOFT_HYPHEN);
            begin = end;
        }
        return said.append(word, begin, word.length()).toString();
    }

    private static List<Integer> places(String word) {
        List<Integer> places = new ArrayList<>();
        Matcher run = LETTERS.matcher(word);
        while (run.find()) {
            for (int place : DutchHyphens.of(run.group())) {
                places.add(run.start() + place);
            }
        }
        return places;
    }

    /** A capital where no sentence begins; the patterns are of words, and a name is no word. */
    private static boolean isName(String word, boolean beginsSentence) {
        Matcher run = LETTERS.matcher(word);
        return run.find()
                && ((Character.isUpperCase(word.charAt(run.start())) && !beginsSentence)
                        || run.group().substring(1).chars().anyMatch(Character::isUpperCase));
    }

    private static boolean beginsSentence(CharSequence before) {
        for (int i = before.length() - 1; i >= 0; i--) {
            char letter = before.charAt(i);
            if (!Character.isWhitespace(letter)) {
                return ENDS_OF_SENTENCES.indexOf(letter) >= 0;
            }
        }
        return true;
    }
}
