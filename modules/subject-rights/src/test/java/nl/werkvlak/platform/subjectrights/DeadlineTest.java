package nl.werkvlak.platform.subjectrights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.werkvlak.platform.kernel.PublicHolidays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the domain, with their numbers. */
class DeadlineTest {

    @ParameterizedTest(name = "{0}: received {1}")
    @CsvSource({
        "D1, 2026-10-05, 2026-11-05, 2026-11-05, 2027-01-05",
        "D2, 2026-01-31, 2026-02-28, 2026-03-02, 2026-04-30",
        "D3, 2026-08-31, 2026-09-30, 2026-09-30, 2026-11-30",
        "D4, 2026-03-04, 2026-04-04, 2026-04-07, 2026-06-04",
        "D5, 2026-11-25, 2026-12-25, 2026-12-28, 2027-02-25",
        "D6, 2026-12-01, 2027-01-01, 2027-01-04, 2027-03-01",
        "D7, 2028-01-31, 2028-02-29, 2028-02-29, 2028-05-01",
        "D8, 2027-04-05, 2027-05-05, 2027-05-07, 2027-07-05",
        "D9, 2026-04-14, 2026-05-14, 2026-05-15, 2026-07-14",
        "D10, 2027-02-26, 2027-03-26, 2027-03-30, 2027-05-26",
        "D11, 2026-01-05, 2026-02-05, 2026-02-05, 2026-04-07",
        "D12, 2027-01-29, 2027-02-28, 2027-03-01, 2027-04-29",
        "D13, 2026-12-31, 2027-01-31, 2027-02-01, 2027-03-31",
        "R4, 2026-11-10, 2026-12-10, 2026-12-10, 2027-02-10",
        "King's Day moved from a Sunday, 2025-03-26, 2025-04-26, 2025-04-28, 2025-06-26",
        "Whit Monday, 2026-04-25, 2026-05-25, 2026-05-26, 2026-07-27"
    })
    void is_a_month_or_three_on_a_working_day(
            String number, LocalDate received, LocalDate nominal, LocalDate legal, LocalDate extended) {
        assertThat(Deadline.of(received, PublicHolidays.ATW))
                .isEqualTo(new Deadline(received, nominal, legal, extended));
    }

    @ParameterizedTest(name = "{0}: received {1}")
    @CsvSource({"D8, 2027-04-05, 2027-05-05", "D10, 2027-02-26, 2027-03-26"})
    void ends_earlier_when_good_friday_and_the_fifth_of_may_are_working_days(
            String number, LocalDate received, LocalDate legal) {
        assertThat(Deadline.of(received, PublicHolidays.STRICT).legal()).isEqualTo(legal);
    }

    @Test
    void is_extended_by_a_notice_within_the_month_R1() {
        assertThat(received("2026-10-05").afterExtensionOn(LocalDate.parse("2026-11-02")))
                .isEqualTo("2027-01-05");
        assertThat(received("2026-10-05").afterExtensionOn(LocalDate.parse("2026-11-05")))
                .isEqualTo("2027-01-05");
    }

    @Test
    void is_not_extended_by_a_notice_that_comes_too_late_R2() {
        assertThat(received("2026-10-05").afterExtensionOn(LocalDate.parse("2026-11-06")))
                .isEqualTo("2026-11-05");
    }

    private static Deadline received(String day) {
        return Deadline.of(LocalDate.parse(day), PublicHolidays.ATW);
    }
}
