package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.processingregister.RetentionOverrides;

/** A retention that one commission agreed otherwise than the register, from an instant on. */
public record RetentionOverrideView(
        DataCategory category, Instant inForceFrom, int months, String recordedBy, Instant recordedAt, String reason) {

    static RetentionOverrideView of(RetentionOverrides.Recorded recorded) {
        var override = recorded.override();
        var change = recorded.change();
        return new RetentionOverrideView(
                override.category(),
                override.inForceFrom(),
                override.months(),
                change.by(),
                change.at(),
                change.reason());
    }
}
