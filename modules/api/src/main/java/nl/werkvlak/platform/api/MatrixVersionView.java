package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import nl.werkvlak.platform.disclosure.MatrixVersion;
import org.jspecify.annotations.Nullable;

/** A version of the disclosure matrix, and how it came about. */
public record MatrixVersionView(
        String version,
        LocalDate firstDay,
        MatrixVersion.State state,
        @Nullable String replaces,
        @Nullable String basedOn,
        String proposedBy,
        @Nullable Instant proposedAt,
        String proposalReason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    static MatrixVersionView of(MatrixVersion version) {
        return new MatrixVersionView(
                version.name(),
                version.firstDay(),
                version.state(),
                version.replaces(),
                version.basedOn(),
                version.proposedBy(),
                version.proposedAt(),
                version.proposalReason(),
                version.decidedBy(),
                version.decidedAt(),
                version.decisionReason());
    }
}
