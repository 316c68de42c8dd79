package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.StatutoryRequest;

/** A written statutory request that came in. */
public record ReceiveRequest(
        UUID client, List<DataCategory> categories, String reference, Instant receivedAt, String reason) {

    StatutoryRequest toRequest() {
        return new StatutoryRequest(client, Set.copyOf(categories), reference, receivedAt);
    }
}
