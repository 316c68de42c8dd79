package nl.werkvlak.platform.subjectrights;

import java.time.LocalDate;
import nl.werkvlak.platform.kernel.PublicHolidays;

/**
 * By when a request of a client has to be answered (regulation art. 14.2, GDPR 12(3), Reg. 1182/71 art. 3): within a month, on
 * a working day, and three months after receipt when an extension was sent in time. Days are those of Amsterdam.
 *
 * @param receivedOn the day on which it came in, by whatever channel
 * @param nominal the same day of the next month, or its last one
 * @param legal the first working day from the nominal one on; plan on the nominal one
 * @param extended the last day after an extension
 */
public record Deadline(LocalDate receivedOn, LocalDate nominal, LocalDate legal, LocalDate extended) {

    /** The clock starts on the day of receipt, also in a weekend. */
    public static Deadline of(LocalDate receivedOn, PublicHolidays holidays) {
        var nominal = receivedOn.plusMonths(1);
        return new Deadline(
                receivedOn,
                nominal,
                holidays.workingDayFrom(nominal),
                holidays.workingDayFrom(receivedOn.plusMonths(3)));
    }

    /** The last day for an answer when the extension, with its reason, was sent on this day; sent too late it gives nothing. */
    public LocalDate afterExtensionOn(LocalDate sentOn) {
        return sentOn.isAfter(legal) ? legal : extended;
    }
}
