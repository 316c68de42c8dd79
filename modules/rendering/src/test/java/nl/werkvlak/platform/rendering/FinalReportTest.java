package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.ProgressDocument.Goal;
import nl.werkvlak.platform.rendering.ProgressDocument.Placement;
import nl.werkvlak.platform.rendering.ProgressDocument.Result;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalReportTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);

    private final FinalDocument sample = Samples.finalReport();

    private static String letters(FinalDocument document) {
        return Pages.letters(RENDERER.pdf(document, DUTCH));
    }

    private FinalDocument with(List<Goal> goals, Result result) {
        return Emptied.with(Emptied.with(sample, "goals", goals), "result", result);
    }

    @Nested
    class What_came_of_it {

        @Test
        void is_the_latest_work_in_one_sentence() {
            assertThat(letters(sample))
                    .contains(Pages.letters("Geplaatst in werk: vanaf 14 december 2026, contract voor bepaalde tijd,"
                            + " 12 maanden, 24 uur per week."));
        }

        @Test
        void is_why_it_ended_when_there_is_no_work() {
            assertThat(letters(with(sample.goals(), new Result(List.of(), "NIET_HAALBAAR"))))
                    .contains(Pages.letters("Het traject is beëindigd. Reden: Doel niet haalbaar."));
        }

        @Test
        void is_no_trial_that_led_to_nothing() {
            var trial = new Placement(LocalDate.of(2026, 10, 19), "PROEFPLAATSING", BigDecimal.TEN, 1, null);

            assertThat(letters(with(sample.goals(), new Result(List.of(trial), "VERHUISD"))))
                    .contains(Pages.letters("Het traject is beëindigd. Reden: Verhuisd."))
                    .doesNotContain(Pages.letters("Geplaatst in werk: vanaf"));
        }

        @Test
        void is_how_many_goals_of_all_and_the_ladder_from_start_to_end() {
            assertThat(letters(sample)).contains("Doelenbehaald3van4", "ParticipatieladderTrede2→6");
        }
    }

    @Nested
    class The_activities {

        @Test
        void are_counted_by_kind_from_the_contacts_of_the_whole_course() {
            var counted = FinalDocument.of(Samples.progress());

            assertThat(counted.activities())
                    .contains(new FinalDocument.Activity("GESPREK", 1, 60), new FinalDocument.Activity("VIDEO", 1, 30))
                    .hasSize(5);
        }

        @Test
        void add_up() {
            assertThat(letters(sample)).contains(Pages.letters("Samen 34 25 uur 45"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 300})
    void shows_every_goal_however_many_there_are(int rows) {
        List<Goal> goals = IntStream.range(0, rows)
                .mapToObj(i -> new Goal(
                        "Doel " + i + " met een omschrijving die over de rand van haar kolom heen loopt",
                        LocalDate.of(2026, 11, 1).plusDays(i),
                        "BEHAALD",
                        null))
                .toList();

        String paper = Pages.letters(Pages.keep("final-" + rows, RENDERER.pdf(with(goals, sample.result()), DUTCH)));

        assertThat(goals)
                .allSatisfy(goal -> assertThat(paper)
                        .contains(Pages.letters(goal.description() + DAY.format(goal.due()) + "●Behaald")));
    }

    @Nested
    class A_category_that_is_not_released {

        private static final Map<DataCategory, List<String>> HEADINGS = Map.of(
                DataCategory.GOAL, List.of("Doelen", "Hoofddoel", "Termijn"),
                DataCategory.ACT, List.of("Aantal", "Samen"),
                DataCategory.ATTEND, List.of("gehouden"),
                DataCategory.PROGRESS, List.of("Vooruitzicht", "Participatieladder", "Cijfer", "Trede"),
                DataCategory.RESULT, List.of("Resultaat", "Werkgever", "Geplaatst"),
                DataCategory.HOURS, List.of("Bestedeuren"),
                DataCategory.DOC, List.of("Bijlagen"),
                DataCategory.PLAN, List.of("Advies", "Visie", "Begonnenop", "36weken"));

        @ParameterizedTest
        @EnumSource(DataCategory.class)
        void leaves_no_trace(DataCategory category) {
            String paper = letters(Emptied.of(sample, category));

            assertThat(Emptied.values(sample, category).stream()
                            .map(Emptied::written)
                            .filter(text -> text.length() > 5 && !belongsToAnother(text, category)))
                    .allSatisfy(text -> assertThat(paper).doesNotContain(text));
            assertThat(HEADINGS.getOrDefault(category, List.of()))
                    .allSatisfy(heading -> assertThat(paper).doesNotContain(heading));
            assertThat(paper).doesNotContainIgnoringCase("geheim").doesNotContain("null", "n.v.t.");
        }

        private boolean belongsToAnother(String text, DataCategory category) {
            return EnumSet.complementOf(EnumSet.of(category)).stream()
                    .flatMap(other -> Emptied.values(sample, other).stream())
                    .anyMatch(value -> Emptied.written(value).contains(text));
        }

        @ParameterizedTest
        @EnumSource(DataCategory.class)
        void may_be_the_only_one_that_is(DataCategory category) {
            String paper = letters(Emptied.butFor(sample, EnumSet.of(category)));

            assertThat(Emptied.values(sample, category).stream()
                            .filter(value -> !(value instanceof LocalDate))
                            .map(Emptied::written))
                    .allSatisfy(text -> assertThat(paper).contains(text));
            for (DataCategory other : EnumSet.complementOf(EnumSet.of(category))) {
                assertThat(HEADINGS.getOrDefault(other, List.of()))
                        .allSatisfy(heading -> assertThat(paper).doesNotContain(heading));
            }
        }

        @Test
        void leaves_one_sentence_when_nothing_is() {
            assertThat(letters(Emptied.butFor(sample, EnumSet.of(DataCategory.IDENT))))
                    .contains("Ditrapportbevatverdergeengegevensoverdezeperiode.");
        }
    }
}
