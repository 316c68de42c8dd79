package nl.werkvlak.platform.processingregister;

import java.time.Instant;
import java.time.LocalDate;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * How long data of a category may be disclosed after the end of a trajectory (bewaartermijn, regulation art. 9): from its
 * first day on, until a later rule of the category begins.
 *
 * @param source the law or policy it comes from
 * @param recordedAt null for what the platform was delivered with
 */
public record RetentionRule(
        DataCategory category,
        LocalDate firstDay,
        int months,
        String source,
        String recordedBy,
        @Nullable Instant recordedAt,
        String reason) {

    /** Midnight in Amsterdam of its first day. */
    public Instant inForceFrom() {
        return Period.startOf(firstDay);
    }
}
