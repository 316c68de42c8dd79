package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/** A retention for one commission, from an instant on; without one, from now on. */
public record RecordRetentionOverride(
        DataCategory category, int months, @Nullable Instant inForceFrom, String reason) {}
