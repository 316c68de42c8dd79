package nl.werkvlak.platform.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/** Which days are no working days. Whether Good Friday and 5 May are is for the privacy officer to say. */
public enum PublicHolidays {
    /** All of the Algemene termijnenwet, art. 3. */
    ATW,
    /** Without Good Friday and 5 May: the safer reading, which ends earlier. */
    STRICT;

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** This day, or the first one after it on which people work. */
    public LocalDate workingDayFrom(LocalDate day) {
        var working = day;
        while (WEEKEND.contains(working.getDayOfWeek()) || isHoliday(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    private boolean isHoliday(LocalDate day) {
        var easter = easter(day.getYear());
        var isDisputed = day.equals(easter.minusDays(2)) || isOn(day, Month.MAY, 5);
        return (isDisputed && this == ATW)
                || isOn(day, Month.JANUARY, 1)
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(50))
                || day.equals(kingsDay(day.getYear()))
                || isOn(day, Month.DECEMBER, 25)
                || isOn(day, Month.DECEMBER, 26);
    }

    private static boolean isOn(LocalDate day, Month month, int number) {
        return day.getMonth() == month && day.getDayOfMonth() == number;
    }

    private static LocalDate kingsDay(int year) {
        var day = LocalDate.of(year, Month.APRIL, 27);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }

    /** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var number = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, number / 31, number % 31 + 1);
    }
}
