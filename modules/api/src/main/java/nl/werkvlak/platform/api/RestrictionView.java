package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.subjectrights.RecordedRestriction;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Ground;
import nl.werkvlak.platform.tenancy.Known;
import org.jspecify.annotations.Nullable;

/**
 * A restriction in one state, with who made it so, when and why.
 *
 * @param categories absent means all
 * @param knownUntil when the next state took its place; absent for the state that holds now
 */
public record RestrictionView(
        UUID id,
        UUID client,
        @Nullable List<DataCategory> categories,
        Ground ground,
        List<Exempted> exemptions,
        Instant imposedAt,
        @Nullable Instant liftedAt,
        @Nullable Instant informedAt,
        String changedBy,
        Instant knownFrom,
        @Nullable Instant knownUntil,
        String reason) {

    static RestrictionView of(Known<RecordedRestriction> known) {
        var restriction = known.fact();
        return new RestrictionView(
                restriction.id(),
                restriction.client(),
                Chosen.orAbsent(restriction.categories()),
                restriction.ground(),
                restriction.exemptions().entrySet().stream()
                        .map(exemption -> new Exempted(exemption.getKey(), exemption.getValue()))
                        .toList(),
                restriction.imposedAt(),
                restriction.liftedAt(),
                restriction.informedAt(),
                known.change().by(),
                known.change().at(),
                known.until(),
                known.change().reason());
    }
}
