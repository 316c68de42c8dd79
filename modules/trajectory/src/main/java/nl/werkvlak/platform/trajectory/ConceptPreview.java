package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the client saw the concept of the report over a month before it left (inzage concept, condition K2), or why not.
 *
 * @param shownAt absent as long as it was not shown
 * @param reaction what the client said about it
 * @param excusedAt when it was recorded why it was not shown
 */
public record ConceptPreview(
        UUID id,
        UUID trajectory,
        YearMonth period,
        @Nullable Instant shownAt,
        @Nullable String reaction,
        @Nullable Instant excusedAt,
        @Nullable String excuse) {}
