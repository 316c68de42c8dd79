package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed for a commission from an instant on; it replaces all of the earlier terms.
 *
 * @param inForceFrom now or later; null for now
 * @param secrecySignedOn when the tenant signed the secrecy agreement (UAVG 30(4)); null when it did not
 */
public record NewTerms(
        @Nullable Instant inForceFrom,
        Set<DataCategory> dataScope,
        boolean isSicknessRelated,
        @Nullable SpecialGround specialGround,
        @Nullable LocalDate secrecySignedOn) {}
