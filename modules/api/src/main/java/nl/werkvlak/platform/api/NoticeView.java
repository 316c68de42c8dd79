package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.reporting.Notices;
import org.jspecify.annotations.Nullable;

/**
 * That a report which the tenant knew was withdrawn or corrected; without why, and without anything about a person.
 *
 * @param number of the report
 * @param version the one that is not given out any more
 * @param nextVersion the one that took its place; absent when it was withdrawn
 * @param acknowledgedAt absent as long as nobody said that it was read
 */
public record NoticeView(
        @NoPersonalData UUID id,
        @NoPersonalData Notices.What what,
        @NoPersonalData String number,
        @NoPersonalData int version,
        @NoPersonalData @Nullable Integer nextVersion,
        @NoPersonalData Instant noticedAt,
        @NoPersonalData @Nullable Instant acknowledgedAt) {

    static NoticeView of(Notices.Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.what(),
                notice.number(),
                notice.version(),
                notice.nextVersion(),
                notice.at(),
                notice.acknowledgedAt());
    }
}
