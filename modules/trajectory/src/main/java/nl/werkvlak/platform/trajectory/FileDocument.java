package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gate reads of one document in the file of a trajectory (condition K11).
 *
 * @param releasedAt when the coach released this one
 * @param scannedAt when it was searched for a BSN and for words about health
 */
public record FileDocument(
        UUID id,
        DocumentType type,
        @Nullable Instant releasedAt,
        @Nullable Instant scannedAt,
        @Nullable ScanOutcome outcome) {

    /** What the search found. */
    public enum ScanOutcome {
        CLEAN,
        MARKED
    }

    /** Of a type that may leave, released, and scanned with nothing found; all at or before this instant. */
    public boolean mayLeave(Instant at) {
        return type.mayBeReleased()
                && outcome == ScanOutcome.CLEAN
                && isReached(releasedAt, at)
                && isReached(scannedAt, at);
    }

    private static boolean isReached(@Nullable Instant moment, Instant at) {
        return moment != null && !at.isBefore(moment);
    }
}
