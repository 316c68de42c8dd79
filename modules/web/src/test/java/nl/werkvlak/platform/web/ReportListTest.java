package nl.werkvlak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.reporting.Reports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportListTest {

    private static final Reports.Place PLACE =
            new Reports.Place(Instant.parse("2026-11-02T03:00:00.123456Z"), UUID.randomUUID());

    @Nested
    class A_list_that_goes_on {

        @Test
        void says_in_the_address_where_the_next_page_begins() {
            var run = UUID.randomUUID();
            var address = new ReportList(YearMonth.of(2026, 10), run).next(new Reports.Page(List.of(), PLACE));
            assertThat(address).startsWith("?after=").endsWith("&period=2026-10&run=" + run);
            assertThat(ReportList.placeIn(address.substring("?after=".length(), address.indexOf('&'))))
                    .contains(PLACE);
        }
    }

    @Nested
    class The_last_page {

        @Test
        void leads_nowhere() {
            assertThat(new ReportList(null, null).next(new Reports.Page(List.of(), null)))
                    .isEmpty();
        }
    }

    @Nested
    class A_place_that_cannot_be_read {

        @ParameterizedTest
        @ValueSource(strings = {"", "_", "x_y", "2026-11-02T03:00:00Z", "2026-11-02T03:00:00Z_1"})
        void counts_as_the_beginning(String place) {
            assertThat(ReportList.placeIn(place)).isEmpty();
        }
    }

    @Nested
    class A_run_that_cannot_be_read {

        @ParameterizedTest
        @ValueSource(strings = {"", "october", "2026-10"})
        void counts_as_all_runs(String run) {
            assertThat(ReportList.runIn(run)).isEmpty();
        }
    }

    @Nested
    class A_pause_at_the_login {

        @Test
        void is_rounded_up_so_that_the_next_attempt_is_not_too_early() {
            assertThat(LoginPage.wholeSeconds(Duration.ofMillis(1_001))).isEqualTo(2);
            assertThat(LoginPage.wholeSeconds(Duration.ZERO)).isEqualTo(1);
        }
    }
}
