package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.trajectory.RecordedRequest;

/** A written statutory request, with who recorded it, when and why; it never changes. */
public record StatutoryRequestView(
        UUID id,
        UUID client,
        List<DataCategory> categories,
        String reference,
        Instant receivedAt,
        String changedBy,
        Instant knownFrom,
        String reason) {

    static StatutoryRequestView of(Known<RecordedRequest> known) {
        var request = known.fact().request();
        return new StatutoryRequestView(
                known.fact().id(),
                request.client(),
                request.categories().stream().sorted().toList(),
                request.reference(),
                request.receivedAt(),
                known.change().by(),
                known.change().at(),
                known.change().reason());
    }
}
