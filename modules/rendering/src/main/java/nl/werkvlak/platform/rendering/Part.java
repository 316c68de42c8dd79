package nl.werkvlak.platform.rendering;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRImage;
import net.sf.jasperreports.engine.JRTextField;
import org.jspecify.annotations.Nullable;

/**
 * One element of a band: what it is, and where its content comes from. Of its place it keeps how far across it begins,
 * and its width in points.
 *
 * @param number of the cell or the drawing, from 1; 0 for a text of the house
 * @param text the key of a text of the house; empty for a cell or a drawing
 */
record Part(String style, int across, int width, boolean drawing, int number, String text) {

    private static final String OF_PERSON = "Name";
    private static final Pattern CONTENT = Pattern.compile("\\$(?:F\\{([cg])(\\d+)}|R\\{([\\w.]+)})");

    /** @throws IllegalStateException for an element that says something other than a cell, a drawing or a text */
    static Part of(JRElement element) {
        String style = Objects.requireNonNullElse(element.getStyleNameReference(), "");
        JRExpression expression = element instanceof JRTextField field
                ? field.getExpression()
                : element instanceof JRImage image ? image.getExpression() : null;
        Matcher content = CONTENT.matcher(expression == null ? "" : expression.getText());
        boolean known = content.matches();
        Role role = Role.of(style);
        if (!known && role != Role.ORNAMENT && role != Role.ROW) {
            throw new IllegalStateException(role + " at " + element.getX() + " says what only paper can say");
        }
        String text = known ? content.group(3) : null;
        return new Part(
                style,
                element.getX(),
                element.getWidth(),
                element instanceof JRImage,
                known && text == null ? Integer.parseInt(content.group(2)) : 0,
                text == null ? "" : text);
    }

    Role role() {
        return Role.of(style);
    }

    /** Whether somebody's name stands here. */
    boolean isOfPerson() {
        return style.equals(OF_PERSON);
    }

    /** What is said here; nothing where the row has nothing to say. */
    String said(Words words, List<String> cells) {
        if (!text.isEmpty()) {
            return words.say(text);
        }
        if (drawing || number == 0 || number > cells.size()) {
            return "";
        }
        return cells.get(number - 1);
    }

    /** The drawing here, if it says something. */
    @Nullable
    Pictured pictured(Row row) {
        return drawing
                        && role() == Role.CHART
                        && number <= row.graphics().size()
                        && row.graphics().get(number - 1) instanceof Pictured picture
                ? picture
                : null;
    }
}
