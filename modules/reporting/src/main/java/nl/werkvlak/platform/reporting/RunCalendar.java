package nl.werkvlak.platform.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.PublicHolidays;

/** When a month is made by itself: on the third working day after it, in Amsterdam; the coaches have two days to sign off. */
final class RunCalendar {

    private static final int WORKING_DAYS = 3;

    private RunCalendar() {}

    static LocalDate dueDay(YearMonth period) {
        var day = period.atEndOfMonth();
        for (var worked = 0; worked < WORKING_DAYS; worked++) {
            day = PublicHolidays.ATW.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    static boolean isLate(YearMonth period, Instant startedAt) {
        return Period.dayOf(startedAt).isAfter(dueDay(period));
    }
}
