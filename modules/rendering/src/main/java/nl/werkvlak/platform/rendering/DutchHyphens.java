package nl.werkvlak.platform.rendering;

import com.lowagie.text.pdf.hyphenation.Hyphenation;
import com.lowagie.text.pdf.hyphenation.HyphenationTree;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where a Dutch word may be broken, by the patterns of the TeX hyphenation project; see {@code hyph-nl-LICENSE.txt}. */
final class DutchHyphens {

    /** Less of a word than this is not left on a line, nor taken to the next. */
    private static final int LETTERS = 3;

    private static final char FIRST_WITH_MARK = 'à';
    private static final char LAST_WITH_MARK = '\u017f';
    private static final String WITH_TREMA = "äëïöü";
    private static final int[] NOWHERE = {};

    // Never changed after it was made.
    private static final HyphenationTree PATTERNS = patterns();

    private DutchHyphens() {}

    private static HyphenationTree patterns() {
        var patterns = new HyphenationTree();
        patterns.loadSimplePatterns(new ByteArrayInputStream(
                "<?xml version=\"1.0\"?><p><classes>%s</classes><exceptions>%s</exceptions><patterns>%s</patterns></p>"
                        .formatted(letters(), file("hyph-nl.hyp.txt"), file("hyph-nl.pat.txt"))
                        .getBytes(StandardCharsets.UTF_8)));
        return patterns;
    }

    private static String file(String name) {
        return new String(HouseStyle.bytes("house-style/" + name), StandardCharsets.UTF_8);
    }

    /** Each letter with its capital. */
    private static String letters() {
        var letters = new StringBuilder();
        for (char letter = 'a'; letter <= LAST_WITH_MARK; letter++) {
            if (Character.isLowerCase(letter) && (letter <= 'z' || letter >= FIRST_WITH_MARK)) {
                letters.append(letter).append(Character.toUpperCase(letter)).append(' ');
            }
        }
        return letters.toString();
    }

    /** How many letters stand before each place, from the first; none for what is no word. */
    static int[] of(String word) {
        Hyphenation found = PATTERNS.hyphenate(word, LETTERS, LETTERS);
        if (found == null) {
            return NOWHERE;
        }
        // A trema goes where a word is broken before it (beïnvloeden, be-invloeden); we change no letter.
        return Arrays.stream(found.getHyphenationPoints())
                .filter(place -> WITH_TREMA.indexOf(word.charAt(place)) < 0)
                .toArray();
    }
}
