package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a month is made by itself. */
@NullUnmarked
class RunCalendarTest {

    @Nested
    class The_due_day {

        @ParameterizedTest(name = "{2}")
        @CsvSource({
            "2026-10, 2026-11-04, a month that begins on a Sunday",
            "2026-08, 2026-09-03, a month without anything",
            "2026-12, 2027-01-06, New Year's Day and a weekend",
            "2026-03, 2026-04-07, Good Friday and Easter Monday",
            "2026-04, 2026-05-06, the fifth of May",
            "2027-04, 2027-05-07, the fifth of May and Ascension Day",
            "2026-05, 2026-06-03, Whit Monday was in the month before"
        })
        void is_the_third_working_day_after_the_month(YearMonth period, LocalDate due, String why) {
            assertThat(RunCalendar.dueDay(period)).isEqualTo(due);
        }
    }

    @Nested
    class The_schedule {

        private DataSource database;

        @BeforeEach
        void tenants() throws Exception {
            database = TestDatabase.fresh();
            new TwoTenants(database);
        }

        private void looksAt(String instant) {
            try (var node = new Node(database, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC))) {
                node.runs.startLastMonthWhenDue();
            }
        }

        private List<RunView> runs() {
            try (var node = new Node(database, TwoTenants.CLOCK)) {
                return node.runs.recent(10);
            }
        }

        @Test
        void waits_for_midnight_in_amsterdam_of_the_due_day() {
            looksAt("2026-11-03T22:59:59Z");
            assertThat(runs()).isEmpty();
            looksAt("2026-11-03T23:00:00Z");
            assertThat(runs())
                    .singleElement()
                    .returns(YearMonth.of(2026, 10), RunView::period)
                    .returns(Runs.SCHEDULE, RunView::startedBy);
        }

        @Test
        void starts_a_month_once() {
            looksAt("2026-11-04T03:00:00Z");
            looksAt("2026-11-05T03:00:00Z");
            looksAt("2026-11-30T03:00:00Z");
            assertThat(runs()).hasSize(1);
        }

        @Test
        void that_was_away_for_days_starts_the_month_at_its_first_look_and_says_that_it_is_late() {
            looksAt("2026-11-20T08:30:00Z");
            assertThat(runs()).singleElement().returns(YearMonth.of(2026, 10), RunView::period);
            try (var node = new Node(database, TwoTenants.CLOCK)) {
                node.make(runs().get(0).id());
            }
            assertThat(runs())
                    .singleElement()
                    .returns(RunView.State.FINISHED, RunView::state)
                    .returns(true, RunView::isLate)
                    .satisfies(run -> assertThat(run.alertedAt()).isNotNull());
        }

        @Test
        void that_is_in_time_is_not_late() {
            looksAt("2026-11-04T03:00:00Z");
            try (var node = new Node(database, TwoTenants.CLOCK)) {
                node.make(runs().get(0).id());
            }
            assertThat(runs()).singleElement().returns(false, RunView::isLate).returns(null, RunView::alertedAt);
        }

        @Test
        void that_was_away_for_a_whole_month_leaves_that_month_to_an_administrator() {
            looksAt("2026-12-01T03:00:00Z");
            assertThat(runs()).isEmpty();
            looksAt("2026-12-03T03:00:00Z");
            assertThat(runs()).singleElement().returns(YearMonth.of(2026, 11), RunView::period);
        }

        @Test
        void starts_what_was_made_for_one_tenant_only() {
            try (var node = new Node(database, TwoTenants.CLOCK)) {
                var run = node.runs.start(Node.OCTOBER, new RunScope(TwoTenants.A, null, null), "test");
                looksAt("2026-11-04T03:00:00Z");
                assertThat(runs()).as("not while that one goes on").hasSize(1);
                node.make(run);
                looksAt("2026-11-05T03:00:00Z");
                assertThat(runs()).hasSize(2);
            }
        }
    }
}
