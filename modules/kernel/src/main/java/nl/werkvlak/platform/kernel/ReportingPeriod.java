package nl.werkvlak.platform.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The months that a report is about: one of them, a quarter or a year of the calendar in Amsterdam. Written as {@code
 * 2026-10}, {@code 2026-Q4} and {@code 2026}.
 *
 * @param last the month that it ends with
 */
public record ReportingPeriod(Span span, YearMonth last) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})))?");
    private static final int QUARTER_MONTHS = 3;
    private static final int YEAR_MONTHS = 12;

    /** How long it is. */
    public enum Span {
        MONTH(1),
        QUARTER(QUARTER_MONTHS),
        YEAR(YEAR_MONTHS);

        private final int months;

        Span(int months) {
            this.months = months;
        }
    }

    public ReportingPeriod {
        if (last.getMonthValue() % span.months != 0) {
            throw new IllegalArgumentException("A quarter or a year ends with its last month");
        }
    }

    public static ReportingPeriod of(YearMonth month) {
        return new ReportingPeriod(Span.MONTH, month);
    }

    /** The month, and the quarter and the year that end with it, the longest first. */
    public static Stream<ReportingPeriod> endingWith(YearMonth month) {
        return Stream.of(Span.YEAR, Span.QUARTER, Span.MONTH)
                .filter(span -> month.getMonthValue() % span.months == 0)
                .map(span -> new ReportingPeriod(span, month));
    }

    /** Nothing for a text that is none. */
    public static Optional<ReportingPeriod> parse(String text) {
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        try {
            if (parts.group(2) != null) {
                int month = Integer.parseInt(parts.group(2)) * QUARTER_MONTHS;
                return Optional.of(new ReportingPeriod(Span.QUARTER, YearMonth.of(year, month)));
            }
            return Optional.of(
                    parts.group(3) == null
                            ? new ReportingPeriod(Span.YEAR, YearMonth.of(year, YEAR_MONTHS))
                            : of(YearMonth.of(year, Integer.parseInt(parts.group(3)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Oldest first. */
    public List<YearMonth> months() {
        return IntStream.range(0, span.months)
                .mapToObj(month -> first().plusMonths(month))
                .toList();
    }

    public YearMonth first() {
        return last.minusMonths(span.months - 1L);
    }

    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }

    /** As long, and ending where this one begins. */
    public ReportingPeriod before() {
        return new ReportingPeriod(span, last.minusMonths(span.months));
    }

    /** From 1 to 4, of a quarter. */
    public int quarter() {
        return last.getMonthValue() / QUARTER_MONTHS;
    }

    @Override
    public String toString() {
        return switch (span) {
            case MONTH -> last.toString();
            case QUARTER -> "%04d-Q%d".formatted(last.getYear(), quarter());
            case YEAR -> "%04d".formatted(last.getYear());
        };
    }
}
