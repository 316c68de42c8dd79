package nl.werkvlak.platform.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or is doing. It holds no personal data: it may be shown, mailed and kept.
 *
 * @param file the one that it is checking or writing; nothing before it begins and once it has ended
 * @param failure why a failed import stopped, as a stable code
 * @param files one per file of the format, in the order in which they are read
 * @param refusals the first thousand, by file and line
 * @param refusalsTotal how many there are in all
 * @param notices what was ignored, such as unknown columns, and the first thousand texts that wait for a review
 */
public record ImportReport(
        UUID id,
        State state,
        @Nullable String file,
        boolean partial,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        List<FileCounts> files,
        List<Finding> refusals,
        long refusalsTotal,
        List<Finding> notices) {

    /** How many refusals a report lists. */
    public static final int LISTED = 1_000;

    /** Where an import is. */
    public enum State {
        CHECKING,
        WRITING,
        /** Written; with {@code partial}, but for what is listed. */
        DONE,
        /** Nothing was written. */
        REFUSED,
        /** Stopped half-way; what was not written yet comes in when it is imported again. */
        FAILED;

        public boolean isEnded() {
            return this == DONE || this == REFUSED || this == FAILED;
        }
    }

    /** The rows of one file. */
    public record FileCounts(String file, long read, long added, long changed, long unchanged, long refused) {}
}
