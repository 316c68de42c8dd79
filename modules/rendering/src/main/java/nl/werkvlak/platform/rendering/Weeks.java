package nl.werkvlak.platform.rendering;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Weeks as they are counted in re-integration: the first day is in week 1, the seventh day after it in week 2. */
final class Weeks {

    private static final int DAYS = 7;

    private Weeks() {}

    /** The week that a day is in, counted from the first day. */
    static long of(LocalDate first, LocalDate day) {
        return ChronoUnit.DAYS.between(first, day) / DAYS + 1;
    }
}
