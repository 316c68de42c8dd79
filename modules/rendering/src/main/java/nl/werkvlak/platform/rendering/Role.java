package nl.werkvlak.platform.rendering;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an element of a template is for somebody who hears the report instead of seeing it.
 *
 * <p>It follows from the element's style, so that what looks like a heading is one, and a template cannot forget it: a
 * style that is not named here stops the report.
 */
enum Role {
    H1("H1"),
    H2("H2"),
    H3("H3"),
    PARAGRAPH("Text", "Strong", "Label", "Small", "Name"),

    /** The name of a fact; together with what follows it an item of a list. */
    TERM("Term"),

    /** What is said of the term before it, in one paragraph or more. */
    DETAIL("Detail", "Answer", "AnswerSentence", "AnswerNote", "Figure", "FigureNote"),

    /** The rule above each row of a table: with it a row begins. */
    ROW("Row"),
    HEAD("Head", "HeadRight"),

    /** Belongs to the head that begins at the same place across the page. */
    CELL("Cell", "Number", "Total", "TotalNumber"),

    /** A drawing that says something, and has it in words. */
    CHART("Chart"),

    /** In the head of every page, and read on the first. */
    FIRST_PAGE("Sender"),

    /** In the place of what is read on the first page; a picture that has it in words. */
    EMBLEM("Logo"),

    /** In the foot of every page, and read on the last. */
    LAST_PAGE("Foot", "FootRight"),

    /** For the eye only. */
    ORNAMENT("Hairline", "Brand", "Drawing", "Running", "PageNumber");

    private static final Map<String, Role> BY_STYLE = Arrays.stream(values())
            .flatMap(role -> role.styles.stream().map(style -> Map.entry(style, role)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    // It comes from List.of, and nothing can change it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> styles;

    Role(String... styles) {
        this.styles = List.of(styles);
    }

    /** @throws IllegalStateException for a style without a role */
    static Role of(String style) {
        Role role = BY_STYLE.get(style);
        if (role == null) {
            throw new IllegalStateException("Style " + style + " has no role");
        }
        return role;
    }
}
