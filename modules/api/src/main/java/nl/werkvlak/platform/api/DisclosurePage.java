package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the disclosure register, oldest first.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record DisclosurePage(
        List<DisclosureView> disclosures, @Nullable String next) {}
