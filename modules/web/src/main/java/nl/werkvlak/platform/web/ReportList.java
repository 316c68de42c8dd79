package nl.werkvlak.platform.web;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.reporting.Reports;
import org.jspecify.annotations.Nullable;

/**
 * Which reports somebody asks for, as it stands in the address: those of a month, those that a run made, or all; and
 * where the page begins.
 */
record ReportList(@Nullable YearMonth month, @Nullable UUID run) {

    private static final int SHOWN = 50;
    private static final int RUNS_SHOWN = 24;
    private static final char BETWEEN = '_';

    static ReportList asked() {
        return new ReportList(
                Here.month().orElse(null),
                Here.parameter("run").flatMap(ReportList::runIn).orElse(null));
    }

    Reports.Query query() {
        var after = Here.parameter("after").flatMap(ReportList::placeIn).orElse(null);
        return new Reports.Query(month, null, run, after, SHOWN);
    }

    static List<Reports.Run> runs(Reports reports) {
        return reports.runs(RUNS_SHOWN);
    }

    /** As the address says it; empty for all months. */
    String monthText() {
        return month == null ? "" : month.toString();
    }

    /** As the address says it; empty for all runs. */
    String runText() {
        return run == null ? "" : run.toString();
    }

    /** The way to the next page, or nothing. */
    String next(Reports.Page page) {
        var place = page.next();
        if (place == null) {
            return "";
        }
        return "?after=" + placed(place)
                + (month == null ? "" : "&period=" + month)
                + (run == null ? "" : "&run=" + run);
    }

    static Optional<UUID> runIn(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A place, as the address says it. */
    static String placed(Reports.Place place) {
        return place.issuedAt() + String.valueOf(BETWEEN) + place.id();
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
