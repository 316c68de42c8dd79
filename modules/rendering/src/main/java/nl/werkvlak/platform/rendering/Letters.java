package nl.werkvlak.platform.rendering;

import java.awt.Font;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontUtil;

/**
 * Which letters the fonts of the house have. The engine leaves a letter without a glyph out, without an error; here a
 * box stands for it, so that the reader sees that something is there.
 */
final class Letters {

    private static final String UNKNOWN = "\u25a1";
    private static final int PLANE = 0x10000;
    private static final int FIRST_COMBINING = 0x300;
    private static final int AFTER_COMBINING = 0x370;

    private final BitSet plain;
    private final BitSet all;

    Letters(JasperReportsContext context) {
        plain = lettersOf(context, HouseStyle.FONT);
        all = new BitSet(PLANE);
        context.getExtensions(FontFamily.class).forEach(family -> all.or(lettersOf(context, family.getName())));
        // Written as one letter with its mark wherever there is one, they have to be looked at together.
        plain.clear(FIRST_COMBINING, AFTER_COMBINING);
    }

    private static BitSet lettersOf(JasperReportsContext context, String family) {
        Font font = FontUtil.getInstance(context).getAwtFontFromBundles(family, Font.PLAIN, 10, Locale.ROOT, false);
        var letters = new BitSet(PLANE);
        for (int letter = 0; letter < PLANE; letter++) {
            if (font.canDisplay(letter) && !isUnseen(letter)) {
                letters.set(letter);
            }
        }
        letters.set('\n');
        letters.set('\t');
        return letters;
    }

    private static boolean isUnseen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether the first font of the house has every letter of it. */
    boolean arePlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean arePlain(Row row) {
        for (String cell : row.cells()) {
            if (!arePlain(cell)) {
                return false;
            }
        }
        return true;
    }

    Row printable(Row row) {
        if (arePlain(row)) {
            return row;
        }
        List<String> cells = row.cells().stream().map(this::printable).toList();
        return row.with(cells);
    }

    /** The same text in letters that can be printed, without signs that command and are not seen. */
    String printable(String text) {
        if (arePlain(text)) {
            return text;
        }
        var printable = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(letter -> printable.append(printable(letter)));
        return printable.toString();
    }

    private String printable(int letter) {
        if (all.get(letter)) {
            return Character.toString(letter);
        }
        return switch (Character.getType(letter)) {
            case Character.FORMAT -> "";
            case Character.CONTROL -> letter == '\r' ? "" : " ";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
            default -> UNKNOWN;
        };
    }
}
