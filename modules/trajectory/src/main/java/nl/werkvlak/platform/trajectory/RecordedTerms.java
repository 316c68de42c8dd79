package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a commission as they were recorded.
 *
 * @param inForceFrom null for the first terms
 * @param change who recorded them, when and why; null for the first terms, which came with the commission
 */
public record RecordedTerms(
        @Nullable Instant inForceFrom,
        Set<DataCategory> dataScope,
        boolean isSicknessRelated,
        @Nullable SpecialGround specialGround,
        @Nullable LocalDate secrecySignedOn,
        @Nullable Change change) {

    boolean isInForce(Instant at) {
        return inForceFrom == null || !at.isBefore(inForceFrom);
    }
}
