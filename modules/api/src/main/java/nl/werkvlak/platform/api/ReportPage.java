package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Reports, newest first. A page may hold fewer than were asked for while there are more.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record ReportPage(
        List<ReportView> reports, @NoPersonalData @Nullable String next) {}
