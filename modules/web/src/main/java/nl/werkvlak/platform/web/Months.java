package nl.werkvlak.platform.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Period;

/** The months that one can choose from: those that are over, the latest first. */
final class Months {

    private static final int SHOWN = 24;

    private Months() {}

    static YearMonth last(Clock clock) {
        return YearMonth.from(Period.dayOf(clock.instant())).minusMonths(1);
    }

    static List<String> ended(Clock clock) {
        return Stream.iterate(last(clock), month -> month.minusMonths(1))
                .limit(SHOWN)
                .map(YearMonth::toString)
                .toList();
    }
}
