package nl.werkvlak.platform.disclosure.aggregate;

import static nl.werkvlak.platform.disclosure.aggregate.Letters.EACH_HIMSELF;
import static nl.werkvlak.platform.disclosure.aggregate.Letters.before;
import static nl.werkvlak.platform.disclosure.aggregate.Letters.count;
import static nl.werkvlak.platform.disclosure.aggregate.Letters.headline;
import static nl.werkvlak.platform.disclosure.aggregate.Letters.line;
import static nl.werkvlak.platform.disclosure.aggregate.Letters.person;
import static nl.werkvlak.platform.disclosure.aggregate.Letters.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.disclosure.aggregate.Letters.Reports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {

    private final Reports reports = new Reports();

    @Nested
    class A_number_on_its_own {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            5  | abcde      | 5
            5  | abcd       | <5
            5  | a          | <5
            5  | ''         | <5
            6  | abcde      | <6
            10 | abcdefghi  | <10
            10 | abcdefghij | 10
            """)
        void is_shown_from_the_minimum_on(int minimum, String people, String shown) {
            assertThat(reports.withMinimum(minimum).issue(count("running", people)))
                    .isEqualTo(Map.of("running", shown));
        }

        @Test
        void counts_a_person_with_two_trajectories_once() {
            var running = line(count("running", "abcde"));
            var suppression = new Suppression(
                    5, each -> each.equals(person('e')) ? person('d') : each, List.of(running), List.of(), List.of());
            assertThat(suppression.answer(running)).isEqualTo(Suppression.Answer.FEWER);
        }

        @Test
        void has_no_limit_when_it_is_a_sum_since_four_people_may_have_forty_hours() {
            assertThat(reports.issue(sum("hours", "hours", "a10 b10 c10 d10"))).isEqualTo(Map.of("hours", "·"));
        }
    }

    @Nested
    class Of_a_whole {

        private Map<String, String> ended(String placed, String finished, String moved) {
            var whole = count("ended", placed + finished + moved);
            var parts = List.of(count("placed", placed), count("finished", finished), count("moved", moved));
            return reports.issue(
                    List.of(
                            headline("share", parts.get(0), whole),
                            line(parts.get(0)),
                            line(parts.get(1)),
                            line(parts.get(2))),
                    List.of(new Partition(whole, parts)));
        }

        @ParameterizedTest(name = "placed {0}, finished {1}, moved {2}: {3}")
        @CsvSource(delimiter = '|', textBlock = """
            abcdef | ghijkl | mnopq | placed 6, finished 6, moved 5, share shown
            abcdef | ghijkl | mnop  | placed 6, finished ·, moved <5, share shown
            abcdef | ghij   | mno   | placed 6, finished ·, moved ·, share shown
            abcdef | ghij   | mnop  | placed 6, finished ·, moved ·, share shown
            abcdef | ghi    | ''    | placed 6, finished <5, moved <5, share ·
            abcdef | ghijkl | ''    | placed 6, finished ·, moved <5, share shown
            abcdef | ''     | ''    | placed 6, finished <5, moved <5, share ·
            abc    | def    | ghi   | placed <5, finished <5, moved <5, share ·
            """)
        void nobody_knows_what_is_left_for_the_hidden_parts(
                String placed, String finished, String moved, String expected) {
            var answers = ended(placed, finished, moved);
            assertThat("placed %s, finished %s, moved %s, share %s"
                            .formatted(
                                    answers.get("placed"),
                                    answers.get("finished"),
                                    answers.get("moved"),
                                    "·".equals(answers.get("share")) ? "·" : "shown"))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class Against_other_tables {

        @Test
        void a_group_that_two_numbers_have_unequal_is_not_given_back() {
            assertThat(reports.issue(
                            List.of(
                                    headline("running", count("running", "abcdefgh")),
                                    line(count("measured", "abcdef"))),
                            List.of()))
                    .isEqualTo(Map.of("running", "8", "measured", "·"));
        }

        @Test
        void three_people_by_age_are_not_told_apart_at_all_M6() {
            var all = count("all", "abc");
            var ages = List.of(count("young", "a"), count("middle", "bc"), count("old", ""));
            assertThat(reports.issue(
                            List.of(line(all), line(ages.get(0)), line(ages.get(1)), line(ages.get(2))),
                            List.of(new Partition(all, ages))))
                    .isEqualTo(Map.of("all", "<5", "young", "<5", "middle", "<5", "old", "<5"));
        }

        @Test
        void nor_one_that_takes_three_numbers_to_find() {
            // men + women - young = the old, of whom there are two
            assertThat(reports.issue(count("men", "abcdef"), count("women", "ghijkl"), count("young", "abcdeghijk")))
                    .containsValue("·");
        }

        @Test
        void the_most_wanted_number_stays() {
            assertThat(reports.issue(
                            List.of(
                                    before(count("running last month", "abcdefghijkl")),
                                    headline("running", count("running", "abcdefghij"))),
                            List.of()))
                    .isEqualTo(Map.of("running", "10", "running last month", "·"));
        }

        @Test
        void numbers_that_differ_by_enough_people_both_stay() {
            assertThat(reports.issue(count("running", "abcdefghijkl"), count("measured", "abcdefg")))
                    .isEqualTo(Map.of("running", "12", "measured", "7"));
        }
    }

    @Nested
    class Against_earlier_reports {

        @Test
        void who_joins_shows_in_no_difference() {
            assertThat(reports.issue(count("running 1", "abcdefgh"))).containsEntry("running 1", "8");
            assertThat(reports.issue(count("running 2", "abcdefghi"))).containsEntry("running 2", "·");
            assertThat(reports.issue(count("running 3", "abcdefghijk"))).containsEntry("running 3", "·");
            assertThat(reports.issue(count("running 4", "abcdefghijklm"))).containsEntry("running 4", "13");
        }

        @Test
        void who_leaves_shows_in_no_difference() {
            assertThat(reports.issue(count("running 1", "abcdefgh"))).containsEntry("running 1", "8");
            assertThat(reports.issue(count("running 2", "bcdefgh"))).containsEntry("running 2", "·");
        }

        @Test
        void the_same_people_once_more_tell_nothing_new() {
            reports.issue(count("running 1", "abcdefgh"));
            assertThat(reports.issue(count("running 2", "abcdefgh"))).containsEntry("running 2", "8");
        }

        @Test
        void one_who_left_while_another_came_is_not_told() {
            reports.issue(count("running 1", "abcdefgh"));
            assertThat(reports.issue(count("running 2", "bcdefghi"))).containsEntry("running 2", "8");
        }

        @Test
        void who_may_not_be_counted_any_more_shows_in_no_difference_with_the_withdrawn_report() {
            reports.issue(count("running", "abcdefgh"), sum("hours", "hours", "a4 b4 c4 d4 e4 f4"));
            assertThat(reports.issue(count("running", "abcdefg"), sum("hours", "hours", "b4 c4 d4 e4 f4")))
                    .isEqualTo(Map.of("running", "·", "hours", "·"));
        }

        @Test
        void a_lower_minimum_does_not_unlock_what_a_higher_one_protected() {
            assertThat(reports.withMinimum(10).issue(count("placed 1", "abcdefg")))
                    .containsEntry("placed 1", "<10");
            assertThat(reports.withMinimum(5).issue(count("placed 1", "abcdefg"), count("placed 2", "abcdefghijklm")))
                    .isEqualTo(Map.of("placed 1", "·", "placed 2", "13"));
        }

        @Test
        void a_total_that_grew_by_what_is_shown_of_enough_people_stays() {
            reports.issue(sum("hours by 1", "hours", "a4 b4 c4 d4 e4 f4"));
            assertThat(reports.issue(
                            sum("hours by 2", "hours", "a6 b5 c5 d6 e5 f4"),
                            sum("hours in 2", "hours", "a4-6 b4-5 c4-5 d4-6 e4-5")))
                    .isEqualTo(Map.of("hours by 2", "31", "hours in 2", "7"));
        }

        @Test
        void a_total_that_grew_for_few_does_not() {
            reports.issue(sum("hours by 1", "hours", "a4 b4 c4 d4 e4 f4"));
            assertThat(reports.issue(sum("hours by 2", "hours", "a6 b5 c4 d4 e4 f4")))
                    .isEqualTo(Map.of("hours by 2", "·"));
        }

        @Test
        void hours_that_were_booked_late_are_not_given_back_either() {
            reports.issue(sum("hours by 1", "hours", "a4 b4 c4 d4 e4 f4"));
            // The difference of the totals, less what was worked in the second month, is what a had in the first.
            assertThat(reports.issue(
                            List.of(
                                    headline("total", sum("hours by 2", "hours", "a9 b6 c6 d6 e6 f6")),
                                    line(sum("hours in 2", "hours", "a7-9 b4-6 c4-6 d4-6 e4-6 f4-6"))),
                            List.of()))
                    .isEqualTo(Map.of("total", "39", "hours in 2", "·"));
        }

        @Test
        void what_this_report_is_not_about_does_not_hinder() {
            reports.issue(sum("appointments 1", "appointments 1", "a1 b1 c1 d1 e1"));
            assertThat(reports.issue(sum("appointments 2", "appointments 2", "a1 b1 c1 d1 e1 f1")))
                    .isEqualTo(Map.of("appointments 2", "6"));
        }
    }

    @Nested
    class A_commission_of_three {

        @Test
        void has_no_number_at_all() {
            var old = count("55 and older", "a");
            var middle = count("35 to 54", "bc");
            var young = count("under 35", "");
            var all = count("running", "abc");
            assertThat(reports.issue(
                            List.of(headline("running", all), line(old), line(middle), line(young)),
                            List.of(new Partition(all, List.of(old, middle, young)))))
                    .containsOnlyKeys("running", "55 and older", "35 to 54", "under 35")
                    .allSatisfy((name, shown) -> assertThat(shown).isEqualTo("<5"));
        }
    }

    @Test
    void says_the_same_each_time() {
        var numbers = List.of(
                line(count("x", "abcdefghij")), line(count("y", "bcdefghijk")), line(count("z", "acdefghijkl")));
        var first = new Suppression(5, EACH_HIMSELF, numbers, List.of(), List.of());
        var second = new Suppression(5, EACH_HIMSELF, numbers, List.of(), List.of());
        assertThat(numbers).allSatisfy(each -> assertThat(first.answer(each)).isEqualTo(second.answer(each)));
    }
}
