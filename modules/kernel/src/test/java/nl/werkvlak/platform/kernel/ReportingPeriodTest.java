package nl.werkvlak.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10, 2026-10, 1, 2026-09",
        "2026-Q4, 2026-10, 2026-12, 3, 2026-Q3",
        "2026-Q1, 2026-01, 2026-03, 3, 2025-Q4",
        "2026, 2026-01, 2026-12, 12, 2025"
    })
    void is_written_and_read_as_people_write_it(
            String text, YearMonth first, YearMonth last, int months, String before) {
        assertThat(ReportingPeriod.parse(text)).hasValueSatisfying(period -> {
            assertThat(period).hasToString(text);
            assertThat(period.first()).isEqualTo(first);
            assertThat(period.last()).isEqualTo(last);
            assertThat(period.months()).hasSize(months).startsWith(first).endsWith(last);
            assertThat(period.before()).hasToString(before);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "26-10", "2026-10-01", "2026-q1", " 2026"})
    void is_not_read_from_anything_else(String text) {
        assertThat(ReportingPeriod.parse(text)).isEmpty();
    }

    @Test
    void of_a_quarter_ends_with_the_last_month_of_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportingPeriod(ReportingPeriod.Span.QUARTER, YearMonth.of(2026, 11)));
    }
}
