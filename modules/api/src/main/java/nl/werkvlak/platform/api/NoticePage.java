package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Notices, the latest first.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record NoticePage(
        List<NoticeView> notices, @NoPersonalData @Nullable String next) {}
