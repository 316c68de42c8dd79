package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.UUID;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.trajectory.DocumentType;
import nl.werkvlak.platform.trajectory.FileDocument.ScanOutcome;
import nl.werkvlak.platform.trajectory.RecordedDocument;
import org.jspecify.annotations.Nullable;

/** A document in one state, with who made it so, when and why; never what it says. */
public record DocumentView(
        UUID id,
        UUID trajectory,
        DocumentType type,
        @Nullable Instant scannedAt,
        @Nullable ScanOutcome scanOutcome,
        @Nullable Instant releasedAt,
        @Nullable UUID releasedBy,
        String changedBy,
        Instant knownFrom,
        @Nullable Instant knownUntil,
        String reason) {

    static DocumentView of(Known<RecordedDocument> known) {
        var recorded = known.fact();
        var document = recorded.document();
        return new DocumentView(
                document.id(),
                recorded.trajectory(),
                document.type(),
                document.scannedAt(),
                document.outcome(),
                document.releasedAt(),
                recorded.releasedBy(),
                known.change().by(),
                known.change().at(),
                known.until(),
                known.change().reason());
    }
}
