package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.RecordedObjection;
import nl.werkvlak.platform.tenancy.Known;
import org.jspecify.annotations.Nullable;

/**
 * An objection in one state, with who made it so, when and why.
 *
 * @param purposes absent means all
 * @param knownUntil when the next state took its place; absent for the state that holds now
 */
public record ObjectionView(
        UUID id,
        UUID client,
        @Nullable List<Purpose> purposes,
        Instant receivedAt,
        Objection.@Nullable Outcome outcome,
        @Nullable Instant decidedAt,
        String changedBy,
        Instant knownFrom,
        @Nullable Instant knownUntil,
        String reason) {

    static ObjectionView of(Known<RecordedObjection> known) {
        var objection = known.fact().objection();
        return new ObjectionView(
                known.fact().id(),
                objection.client(),
                Chosen.orAbsent(objection.purposes()),
                objection.receivedAt(),
                objection.outcome(),
                objection.decidedAt(),
                known.change().by(),
                known.change().at(),
                known.until(),
                known.change().reason());
    }
}
