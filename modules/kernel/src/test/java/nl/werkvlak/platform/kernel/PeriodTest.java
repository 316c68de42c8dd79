package nl.werkvlak.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private final Period october = Period.ofMonth(YearMonth.of(2026, 10));

    @Test
    void a_date_means_local_midnight_in_Amsterdam() {
        assertThat(october.from()).isEqualTo("2026-09-30T22:00:00Z");
        assertThat(october.until()).isEqualTo("2026-10-31T23:00:00Z");
    }

    @Test
    void the_last_day_counts_until_the_midnight_after_it() {
        assertThat(october.holds(Instant.parse("2026-10-31T22:59:59.999999Z"))).isTrue();
        assertThat(october.holds(Instant.parse("2026-10-31T23:00:00Z"))).isFalse();
        assertThat(october.isOver(Instant.parse("2026-10-31T23:00:00Z"))).isTrue();
    }

    @Test
    void the_first_instant_counts() {
        assertThat(october.holds(october.from())).isTrue();
        assertThat(october.isBefore(october.from().minusNanos(1))).isTrue();
    }

    @Test
    void without_an_end_it_is_never_over() {
        var open = Period.ofDays(LocalDate.of(2026, 1, 1), null);
        assertThat(open.isOver(Instant.MAX)).isFalse();
    }
}
