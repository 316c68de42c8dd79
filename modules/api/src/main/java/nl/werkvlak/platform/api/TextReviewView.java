package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.trajectory.RecordedText;
import nl.werkvlak.platform.trajectory.TextReview;

/**
 * A review that was kept.
 *
 * @param marks what is marked in the text that stands there now, and waits in its turn
 */
public record TextReviewView(
        RecordedText field, UUID row, TextReview.Decision decision, Instant reviewedAt, List<MarkView> marks) {}
