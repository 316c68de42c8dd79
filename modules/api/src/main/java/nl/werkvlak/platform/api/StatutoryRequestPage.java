package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of written statutory requests.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record StatutoryRequestPage(
        List<StatutoryRequestView> statutoryRequests,
        @Nullable String next) {}
