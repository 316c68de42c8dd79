package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries of the processing register, also those that ended or are to come.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record RegisterEntryPage(
        List<RegisterEntryView> entries, @Nullable String next) {}
