package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * A written statutory request (wettelijk verzoek) of the recipient about one client (condition K14). It carries nothing by
 * itself: its legal basis is b.
 *
 * @param reference how the recipient calls it
 */
public record StatutoryRequest(UUID client, Set<DataCategory> categories, String reference, Instant receivedAt) {

    public boolean covers(DataCategory category, Instant at) {
        return categories.contains(category) && !at.isBefore(receivedAt);
    }
}
