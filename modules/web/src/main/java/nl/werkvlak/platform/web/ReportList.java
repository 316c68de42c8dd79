package nl.werkvlak.platform.web;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.reporting.Reports;
import org.jspecify.annotations.Nullable;

/** What somebody asks of a list of reports, as it stands in the address: a month, and where the page begins. */
final class ReportList {

    private static final int SHOWN = 50;
    private static final char BETWEEN = '_';

    private ReportList() {}

    static Reports.Query asked(@Nullable YearMonth period) {
        var after = Here.parameter("after").flatMap(ReportList::placeIn).orElse(null);
        return new Reports.Query(period, null, null, after, SHOWN);
    }

    /** The way to the next page, or nothing. */
    static String next(Reports.Page page, @Nullable YearMonth period) {
        var place = page.next();
        if (place == null) {
            return "";
        }
        return "?after=" + place.issuedAt() + BETWEEN + place.id() + (period == null ? "" : "&period=" + period);
    }

    static Optional<Reports.Place> placeIn(String text) {
        var cut = text.indexOf(BETWEEN);
        try {
            return cut < 0
                    ? Optional.empty()
                    : Optional.of(new Reports.Place(
                            Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
