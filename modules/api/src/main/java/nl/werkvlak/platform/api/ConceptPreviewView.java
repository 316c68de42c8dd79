package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.trajectory.ConceptPreview;
import org.jspecify.annotations.Nullable;

/**
 * A concept preview in one state, with who made it so, when and why.
 *
 * @param excuse why it was not shown
 * @param knownUntil when the next state took its place; absent for the state that holds now
 */
public record ConceptPreviewView(
        UUID id,
        UUID trajectory,
        YearMonth period,
        @Nullable Instant shownAt,
        @Nullable String reaction,
        @Nullable Instant excusedAt,
        @Nullable String excuse,
        String changedBy,
        Instant knownFrom,
        @Nullable Instant knownUntil,
        String reason) {

    static ConceptPreviewView of(Known<ConceptPreview> known) {
        var preview = known.fact();
        return new ConceptPreviewView(
                preview.id(),
                preview.trajectory(),
                preview.period(),
                preview.shownAt(),
                preview.reaction(),
                preview.excusedAt(),
                preview.excuse(),
                known.change().by(),
                known.change().at(),
                known.until(),
                known.change().reason());
    }
}
