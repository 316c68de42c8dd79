package nl.werkvlak.platform.trajectory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about a marked text (beoordeling).
 *
 * @param row the row that holds the text
 * @param seen what {@link WaitingText} told with the text, so that nobody decides about another text than was read
 * @param text the new text, for a rewritten one
 */
public record TextReview(
        RecordedText field,
        UUID row,
        String seen,
        Decision decision,
        @Nullable String text) {

    /** What is to become of the text. */
    public enum Decision {
        /** It may leave as it is; only somebody else than its coach and its author says so. */
        RELEASED,
        /** Another text takes its place, and is looked at like any other. */
        REWRITTEN
    }

    @Override
    public String toString() {
        return decision + " " + field + " " + row;
    }
}
