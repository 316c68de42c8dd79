package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.ProgressDocument.Agreement;
import nl.werkvlak.platform.rendering.ProgressDocument.Attendance;
import nl.werkvlak.platform.rendering.ProgressDocument.Contact;
import nl.werkvlak.platform.rendering.ProgressDocument.Goal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportOnPaperTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);

    private final ProgressDocument sample = Samples.progress();

    private static String letters(ProgressDocument document) {
        return Pages.letters(RENDERER.pdf(document, DUTCH));
    }

    @Nested
    class A_trajectory_that_ended {

        @Test
        void has_no_next_step() {
            assertThat(letters(sample)).contains(Pages.letters("Volgende stap"));
            assertThat(letters(ended(LocalDate.of(2026, 10, 28)))).doesNotContain(Pages.letters("Volgende stap"));
        }

        private ProgressDocument ended(LocalDate day) {
            return Emptied.with(sample, "plan", Emptied.with(sample.plan(), "endedOn", day));
        }
    }

    @Nested
    class The_next_step {

        private static final LocalDate AHEAD = LocalDate.of(2026, 11, 18);
        private static final LocalDate LATE = LocalDate.of(2026, 10, 2);

        @Test
        void is_the_first_agreement_ahead_that_is_not_done() {
            assertThat(next(
                            agreed("Te laat", LATE, null),
                            agreed("Later", AHEAD.plusDays(7), null),
                            agreed("Gedaan", AHEAD, LATE),
                            agreed("Eerst", AHEAD.plusDays(1), null)))
                    .contains(Pages.letters("Volgende stap") + "Eerst");
        }

        @Test
        void is_a_goal_ahead_before_an_agreement_that_is_late() {
            assertThat(next(agreed("Te laat", LATE, null)))
                    .contains(Pages.letters("Volgende stap Drie sollicitaties per week"));
        }

        @Test
        void is_an_agreement_without_a_day_when_no_goal_is_ahead() {
            var document = Emptied.with(with(agreed("Ooit", null, null)), "goals", List.of());
            assertThat(answer(letters(document))).contains("Ooit");
        }

        private String next(Agreement... agreements) {
            return letters(with(agreements));
        }

        private ProgressDocument with(Agreement... agreements) {
            return Emptied.with(sample, "plan", Emptied.with(sample.plan(), "agreements", List.of(agreements)));
        }

        private static Agreement agreed(String action, @Nullable LocalDate due, @Nullable LocalDate doneOn) {
            return new Agreement(action, "CLIENT", due, doneOn);
        }

        /** What stands above the first heading. */
        private static String answer(String paper) {
            return paper.substring(0, paper.indexOf("Toelichting"));
        }
    }

    @Nested
    class Every_value {

        @ParameterizedTest
        @EnumSource(DataCategory.class)
        void that_was_given_is_found(DataCategory category) {
            String paper = letters(sample);

            assertThat(Emptied.values(sample, category).stream()
                            .filter(value -> !isDrawn(value))
                            .map(Emptied::written))
                    .allSatisfy(text -> assertThat(paper).contains(text));
        }

        /** Measurements between the first and the last are in the chart only. */
        private boolean isDrawn(Object value) {
            return sample.standing().history().stream().anyMatch(each -> value.equals(each.measuredOn()));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 3, 300})
        void is_found_however_many_rows_there_are(int rows) {
            List<Goal> goals = IntStream.range(0, rows)
                    .mapToObj(i -> new Goal(
                            "Doel " + i + " met een omschrijving die over de rand van haar kolom heen loopt",
                            LocalDate.of(2026, 11, 1).plusDays(i),
                            "OPEN",
                            null))
                    .toList();
            List<Contact> contacts = IntStream.range(0, rows)
                    .mapToObj(i -> new Contact(
                            LocalDate.of(2026, 10, 1),
                            "GESPREK",
                            500 + i,
                            null,
                            "nummer " + i + " van heel veel gesprekken"))
                    .toList();

            String paper = Pages.letters(Pages.keep("progress-" + rows, RENDERER.pdf(with(goals, contacts), DUTCH)));

            assertThat(goals)
                    .allSatisfy(goal -> assertThat(paper)
                            .contains(Pages.letters(goal.description() + DAY.format(goal.due()) + "○Open")));
            assertThat(contacts)
                    .allSatisfy(contact ->
                            assertThat(paper).contains(Pages.letters(contact.subject() + contact.minutes() + "min")));
        }

        private ProgressDocument with(List<Goal> goals, List<Contact> contacts) {
            var document = Emptied.with(sample, "goals", goals);
            document = Emptied.with(document, "attendance", new Attendance(5, 1, 0));
            return Emptied.with(document, "contacts", contacts);
        }

        @Test
        void is_written_in_words_and_never_as_a_code() {
            String paper = letters(sample);

            for (DataCategory category : DataCategory.values()) {
                assertThat(Emptied.values(sample, category).stream()
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .filter(Emptied::isCode))
                        .allSatisfy(code -> assertThat(paper).doesNotContain(code));
            }
        }

        @Test
        void is_refused_when_it_is_a_code_without_a_text() {
            List<Contact> unknown = List.of(new Contact(LocalDate.of(2026, 10, 1), "ROOKSIGNAAL", 5, null, null));

            assertThatIllegalArgumentException().isThrownBy(() -> letters(with(List.of(), unknown)));
        }
    }

    @Nested
    class A_category_that_is_not_released {

        private static final Map<DataCategory, List<String>> HEADINGS = Map.of(
                DataCategory.EMPLOY, List.of("Dienstverband"),
                DataCategory.GOAL, List.of("Doelen", "Hoofddoel", "Termijn"),
                DataCategory.ACT, List.of("Onderwerp", "Duur", "Sollicitaties"),
                DataCategory.ATTEND, List.of("gehouden"),
                DataCategory.PROGRESS,
                        List.of(
                                "Hoehetgaat",
                                "Toelichting",
                                "Vooruitzicht",
                                "Knelpunten",
                                "Participatieladder",
                                "Cijfer"),
                DataCategory.STRENGTH, List.of("Sterkpunt", "Verbeterpunt"),
                DataCategory.CAPACITY, List.of("Belastbaarheid", "Rubriek", "Bron"),
                DataCategory.RESULT, List.of("Resultaat", "Werkgever"),
                DataCategory.HOURS, List.of("Bestedeuren"),
                DataCategory.PLAN, List.of("Wanneer", "Reactie", "Geplandeinde", "Begonnenop", "Week29"));

        @ParameterizedTest
        @EnumSource(DataCategory.class)
        void leaves_no_trace(DataCategory category) {
            String paper = letters(Emptied.of(sample, category));
            String others = letters(Emptied.butFor(sample, EnumSet.noneOf(DataCategory.class)));

            assertThat(Emptied.values(sample, category).stream()
                            .map(Emptied::written)
                            .filter(text -> text.length() > 5 && !belongsToAnother(text, category)))
                    .allSatisfy(text -> assertThat(paper).doesNotContain(text));
            assertThat(HEADINGS.getOrDefault(category, List.of()))
                    .allSatisfy(heading -> assertThat(paper).doesNotContain(heading));
            assertThat(paper + others).doesNotContainIgnoringCase("geheim").doesNotContain("null", "n.v.t.");
        }

        /** The same text may stand in a part of another category, such as an open goal on the day of a contact. */
        private boolean belongsToAnother(String text, DataCategory category) {
            return EnumSet.allOf(DataCategory.class).stream()
                    .filter(other -> other != category)
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
            String paper = letters(Emptied.butFor(sample, EnumSet.of(DataCategory.IDENT)));

            assertThat(paper).contains("Ditrapportbevatverdergeengegevensoverdezeperiode.");
        }
    }

    @Nested
    class A_report_of_numbers {

        private static final Map<DataCategory, String> ROWS = Map.of(
                DataCategory.PLAN, "Lopendetrajecten",
                DataCategory.RESULT, "Deelgeplaatst",
                DataCategory.HOURS, "Urenenkosten",
                DataCategory.ACT, "Contactmomenten",
                DataCategory.ATTEND, "Aanwezigheid88",
                DataCategory.GOAL, "Doelenbehaald",
                DataCategory.PROGRESS, "Participatieladder");

        private final AccountabilityDocument numbers = Samples.accountability();

        @ParameterizedTest
        @EnumSource(DataCategory.class)
        void shows_nothing_of_a_category_that_is_not_released(DataCategory category) {
            String paper = letters(Emptied.of(numbers, category));

            ROWS.forEach((other, row) -> {
                if (other == category) {
                    assertThat(paper).doesNotContain(row);
                } else {
                    assertThat(paper).contains(row);
                }
            });
        }

        @Test
        void shows_a_limit_and_no_difference_where_too_few_people_are_behind_a_number() {
            assertThat(letters(numbers)).containsPattern("Doelniethaalbaar<5<5[^0-9+−]");
        }

        private static String letters(AccountabilityDocument document) {
            return Pages.letters(RENDERER.pdf(document, DUTCH));
        }
    }
}
