package nl.werkvlak.platform.api;

import java.time.LocalDate;
import nl.werkvlak.platform.legalbasis.DataCategory;

/** The retention of a category from a day on. */
public record RecordRetentionRule(
        DataCategory category, LocalDate firstDay, int months, String source, String reason) {}
