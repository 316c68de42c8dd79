package nl.werkvlak.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of the disclosure matrix (verstrekkingsmatrix), and how it came about.
 *
 * @param firstDay in force from its midnight in Amsterdam, if approved, until the next approved version is
 * @param replaces the approved version that is in force on the day before; null for the first
 * @param basedOn the version whose cells were changed; null when all cells were given
 * @param proposedAt null for what the platform was delivered with
 * @param decidedBy who approved, rejected or withdrew it; null while it is a proposal
 */
public record MatrixVersion(
        String name,
        LocalDate firstDay,
        State state,
        @Nullable String replaces,
        @Nullable String basedOn,
        String proposedBy,
        @Nullable Instant proposedAt,
        String proposalReason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    /** Only an approved version decides anything. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    MatrixVersion replacing(@Nullable String other) {
        return new MatrixVersion(
                name,
                firstDay,
                state,
                other,
                basedOn,
                proposedBy,
                proposedAt,
                proposalReason,
                decidedBy,
                decidedAt,
                decisionReason);
    }
}
