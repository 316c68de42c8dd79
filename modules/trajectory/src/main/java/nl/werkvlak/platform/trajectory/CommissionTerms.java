package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for a commission from an instant on, as a whole: later terms replace all of the earlier ones, and the
 * earlier ones still answer for the time before.
 *
 * @param inForceFrom {@link Instant#MIN} for the first terms
 */
public record CommissionTerms(
        Instant inForceFrom,
        Set<DataCategory> dataScope,
        boolean isSicknessRelated,
        @Nullable SpecialGround specialGround,
        @Nullable Instant secrecySignedAt) {}
