package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.processingregister.RetentionRule;
import org.jspecify.annotations.Nullable;

/** How long data of a category may be disclosed after the end of a trajectory, from a day on. */
public record RetentionRuleView(
        DataCategory category,
        LocalDate firstDay,
        int months,
        String source,
        String recordedBy,
        @Nullable Instant recordedAt,
        String reason) {

    static RetentionRuleView of(RetentionRule rule) {
        return new RetentionRuleView(
                rule.category(),
                rule.firstDay(),
                rule.months(),
                rule.source(),
                rule.recordedBy(),
                rule.recordedAt(),
                rule.reason());
    }
}
