package nl.werkvlak.platform.subjectrights;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * An objection of a client to processing (bezwaar, regulation art. 14.1.c, GDPR 21).
 *
 * @param purposes the purposes it is about; none means all
 */
public record Objection(
        UUID client,
        Set<Purpose> purposes,
        Instant receivedAt,
        @Nullable Instant decidedAt,
        @Nullable Outcome outcome) {

    /** What was decided. */
    public enum Outcome {
        /** The client is right: what the objection is about stops. */
        UPHELD,
        /** Compelling grounds outweigh: processing goes on from the decision. */
        OVERRIDDEN
    }

    public boolean concerns(Purpose purpose) {
        return purposes.isEmpty() || purposes.contains(purpose);
    }

    /** Received and not yet decided: processing waits. */
    public boolean isPending(Instant at) {
        return !at.isBefore(receivedAt) && (decidedAt == null || at.isBefore(decidedAt));
    }

    public boolean isUpheld(Instant at) {
        return outcome == Outcome.UPHELD && decidedAt != null && !at.isBefore(decidedAt);
    }
}
