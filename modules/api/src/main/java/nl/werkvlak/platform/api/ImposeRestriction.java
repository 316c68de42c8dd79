package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Exemption;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Ground;
import nl.werkvlak.platform.subjectrights.Restrictions.Imposition;
import org.jspecify.annotations.Nullable;

/**
 * A restriction to be imposed.
 *
 * @param categories what it covers; absent means all
 * @param imposedAt absent means now
 */
public record ImposeRestriction(
        UUID client,
        @Nullable List<DataCategory> categories,
        Ground ground,
        @Nullable List<Exempted> exemptions,
        @Nullable Instant imposedAt,
        String reason) {

    Imposition toImposition() {
        var byPurpose = new EnumMap<Purpose, Exemption>(Purpose.class);
        for (var exempted : exemptions == null ? List.<Exempted>of() : exemptions) {
            if (byPurpose.put(exempted.purpose(), exempted.ground()) != null) {
                throw BadInput.of("exemptions", "twice");
            }
        }
        return new Imposition(client, Chosen.orAll("categories", categories), ground, byPurpose, imposedAt);
    }
}
