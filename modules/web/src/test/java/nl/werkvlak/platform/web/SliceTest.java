package nl.werkvlak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import nl.werkvlak.platform.reporting.RunScope;
import nl.werkvlak.platform.reporting.RunView;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Nested
    class A_finished_run {

        @Test
        void fills_the_whole_bar_without_a_gap() {
            var slices = Slice.of(run(7, 3, 2, 1, 1));
            var end = 0L;
            for (var slice : slices) {
                assertThat(slice.start()).isEqualTo(end);
                end = slice.start() + slice.width();
            }
            assertThat(end).isEqualTo(1_000);
        }
    }

    @Nested
    class A_run_that_is_half_way {

        @Test
        void fills_half_of_it() {
            assertThat(Slice.of(run(10, 4, 1, 0, 0))).extracting(Slice::width).containsExactly(400L, 100L, 0L, 0L, 0L);
        }
    }

    @Nested
    class A_run_of_nothing {

        @Test
        void fills_nothing() {
            assertThat(Slice.of(run(0, 0, 0, 0, 0))).extracting(Slice::width).containsOnly(0L);
        }
    }

    private static RunView run(long planned, long issued, long waiting, long withheld, long failed) {
        return new RunView(
                UUID.randomUUID(),
                YearMonth.of(2026, 10),
                RunView.State.RUNNING,
                RunScope.ALL,
                "",
                null,
                "schedule",
                Instant.EPOCH,
                null,
                planned,
                0,
                issued,
                issued,
                waiting,
                withheld,
                failed,
                0,
                null,
                false);
    }
}
