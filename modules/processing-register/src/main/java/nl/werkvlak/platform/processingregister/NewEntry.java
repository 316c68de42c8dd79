package nl.werkvlak.platform.processingregister;

import java.time.LocalDate;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * Processing to declare.
 *
 * @param id such as {@code REG-U-2027}
 * @param version such as {@code 2027-1}; stands in the trace of the reports made under it
 * @param firstDay after today
 * @param replaces an entry that ends the day before
 */
public record NewEntry(
        String id,
        String version,
        String title,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Set<RecipientKind> recipients,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String replaces) {}
