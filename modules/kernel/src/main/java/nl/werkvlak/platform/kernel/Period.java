package nl.werkvlak.platform.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A half-open stretch of time: {@code from <= at < until}; without {@code until} it has no end. All instants are UTC. */
public record Period(Instant from, @Nullable Instant until) {

    /** Where the office stands: a date means local midnight here. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** From the midnight that opens the first day to the midnight that closes the last one, in Amsterdam. */
    public static Period ofDays(LocalDate firstDay, @Nullable LocalDate lastDay) {
        return new Period(startOf(firstDay), lastDay == null ? null : startOf(lastDay.plusDays(1)));
    }

    public static Period ofMonth(YearMonth month) {
        return ofDays(month.atDay(1), month.atEndOfMonth());
    }

    /** Local midnight of a day in Amsterdam. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(AMSTERDAM).toInstant();
    }

    /** The day in Amsterdam that holds an instant. */
    public static LocalDate dayOf(Instant at) {
        return at.atZone(AMSTERDAM).toLocalDate();
    }

    public boolean holds(Instant at) {
        return !isBefore(at) && !isOver(at);
    }

    /** The instant lies before the period. */
    public boolean isBefore(Instant at) {
        return at.isBefore(from);
    }

    /** The instant lies at or after the end of the period. */
    public boolean isOver(Instant at) {
        return until != null && !at.isBefore(until);
    }
}
