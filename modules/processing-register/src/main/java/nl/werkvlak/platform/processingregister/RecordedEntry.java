package nl.werkvlak.platform.processingregister;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the processing register with its history: who recorded it and who ended it, when and why.
 *
 * @param lastDay the last day on which it is in force; null while no end is known
 * @param replaces the entry that ended the day before this one began
 * @param recordedAt null for what the platform was delivered with
 * @param endedBy who ended it; null for an entry that ends, if at all, as it was recorded
 */
public record RecordedEntry(
        String id,
        String version,
        String title,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Set<RecipientKind> recipients,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String replaces,
        String recordedBy,
        @Nullable Instant recordedAt,
        String reason,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {}
