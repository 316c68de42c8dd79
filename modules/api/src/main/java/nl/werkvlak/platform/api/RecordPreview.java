package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the concept of a report was shown, or not; then the reason is why not.
 *
 * @param shownAt absent means now; only for one that was shown
 * @param reaction what the client said; only for one that was shown
 */
public record RecordPreview(
        UUID trajectory,
        YearMonth period,
        boolean shown,
        @Nullable Instant shownAt,
        @Nullable String reaction,
        String reason) {}
