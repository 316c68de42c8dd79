package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the commissions of one tenant, by number.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record CommissionPage(
        List<CommissionView> commissions, @Nullable String next) {}
