package nl.werkvlak.platform.api;

import java.util.UUID;
import nl.werkvlak.platform.trajectory.RecordedText;
import nl.werkvlak.platform.trajectory.TextReview;
import org.jspecify.annotations.Nullable;

/**
 * A review of a waiting text.
 *
 * @param row the id that the list told
 * @param seen as the list told it with the text
 * @param reason why, in 1 to 500 characters
 * @param text the new text, for a rewritten one
 */
public record ReviewText(
        RecordedText field,
        String row,
        String seen,
        TextReview.Decision decision,
        String reason,
        @Nullable String text) {

    TextReview toRequest() {
        return new TextReview(field, id(), seen, decision, text);
    }

    private UUID id() {
        try {
            return UUID.fromString(row);
        } catch (IllegalArgumentException e) {
            throw BadInput.of("row", "not-an-id");
        }
    }

    @Override
    public String toString() {
        return decision + " " + field;
    }
}
