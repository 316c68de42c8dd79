package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static nl.werkvlak.platform.disclosure.rule.ReportKind.ACCOUNTABILITY;
import static nl.werkvlak.platform.disclosure.rule.ReportKind.INVOICE;
import static nl.werkvlak.platform.disclosure.rule.ReportKind.PROGRESS;
import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.BSN;
import static nl.werkvlak.platform.legalbasis.DataCategory.HEALTH;
import static nl.werkvlak.platform.legalbasis.DataCategory.IDENT;
import static nl.werkvlak.platform.legalbasis.DataCategory.INCOME;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;
import static nl.werkvlak.platform.legalbasis.DataCategory.STRENGTH;
import static nl.werkvlak.platform.legalbasis.Narrowing.AMOUNT;
import static nl.werkvlak.platform.legalbasis.Narrowing.BEYOND_SEARCH_PROFILE;
import static nl.werkvlak.platform.legalbasis.Narrowing.NAME;
import static nl.werkvlak.platform.legalbasis.Narrowing.NEW_EMPLOYER;
import static nl.werkvlak.platform.legalbasis.Narrowing.PUBLIC_BODIES_ONLY;
import static nl.werkvlak.platform.legalbasis.Projection.FACTS_ONLY;
import static nl.werkvlak.platform.legalbasis.Projection.HEADLINE;
import static nl.werkvlak.platform.legalbasis.Projection.MASKED;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E1;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E2;
import static nl.werkvlak.platform.legalbasis.RecipientKind.G;
import static nl.werkvlak.platform.legalbasis.RecipientKind.U;
import static nl.werkvlak.platform.legalbasis.RecipientKind.V;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.disclosure.rule.BasisBuilder;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.FactsBuilder;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Shipped;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");

    /** Something of every kind that a report is made of. */
    public record Document(
            @NoPersonalData String number,
            @NoPersonalData Head head,
            Candidate candidate,
            @Carries(HEALTH) @Nullable String health,
            @Carries(value = ACT, atLeast = FACTS_ONLY) List<Contact> contacts,
            @Carries(STRENGTH) List<String> strengths,
            Result result,
            List<Line> lines) {}

    public record Head(
            @NoPersonalData String title, @NoPersonalData Amount pages) {}

    public record Candidate(
            @Carries(value = IDENT, narrowing = NAME) @Nullable
            String name,

            @Carries(IDENT) @Nullable String reference,

            @Carries(value = IDENT, narrowing = PUBLIC_BODIES_ONLY) @Nullable
            LocalDate birthDate,

            @Carries(value = BSN, atLeast = MASKED) @Nullable
            String maskedBsn,

            @Carries(BSN) @Nullable String fullBsn) {}

    public record Contact(
            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            Integer minutes,

            @Carries(ACT) @Nullable String subject) {}

    public record Result(
            @Carries(value = RESULT, narrowing = NEW_EMPLOYER) @Nullable
            String employer,

            @Carries(value = STRENGTH, narrowing = BEYOND_SEARCH_PROFILE) @Nullable
            String toImprove,

            @Carries(value = PLAN, atLeast = HEADLINE) @Nullable
            Amount weeks,

            @Carries(PLAN) @Nullable String agreement) {}

    /** A value, not a document: it says nothing of categories itself. */
    public record Amount(int value) {}

    public record Line(
            @NoPersonalData int position,
            @Carries(PLAN) @Nullable String text) {}

    private static final Document DOCUMENT = new Document(
            "R-1",
            new Head("Report", new Amount(2)),
            new Candidate("A. Person", "C-1", LocalDate.of(1980, 5, 5), "******782", "111222333"),
            "ill",
            List.of(new Contact(45, "work")),
            List.of("patient"),
            new Result("New Employer", "planning", new Amount(12), "calls on Monday"),
            List.of(new Line(1, "one"), new Line(2, "two")));

    @Nested
    class A_progress_report {

        @Test
        void shows_a_second_track_employer_neither_birth_date_nor_bsn_nor_the_subject_of_a_talk() {
            assertThat(release(E2, PROGRESS).project(DOCUMENT).document())
                    .isEqualTo(new Document(
                            "R-1",
                            new Head("Report", new Amount(2)),
                            new Candidate("A. Person", "C-1", null, null, null),
                            null,
                            List.of(new Contact(45, null)),
                            List.of("patient"),
                            new Result("New Employer", null, new Amount(12), "calls on Monday"),
                            List.of(new Line(1, "one"), new Line(2, "two"))));
        }

        @Test
        void shows_uwv_the_birth_date_and_a_masked_bsn_but_not_the_new_employer() {
            var projected = release(U, PROGRESS).project(DOCUMENT).document();

            assertThat(projected.candidate())
                    .isEqualTo(new Candidate("A. Person", "C-1", LocalDate.of(1980, 5, 5), "******782", null));
            assertThat(projected.result().employer()).isNull();
            assertThat(projected.result().toImprove()).isEqualTo("planning");
        }

        @Test
        void shows_an_insurer_the_headline_only() {
            var projected = release(V, PROGRESS).project(DOCUMENT).document();

            assertThat(projected.result()).isEqualTo(new Result("New Employer", null, new Amount(12), null));
            assertThat(projected.contacts()).isEmpty();
            assertThat(projected.strengths()).isEmpty();
            assertThat(projected.lines()).containsExactly(new Line(1, null), new Line(2, null));
        }

        @Test
        void shows_a_first_track_employer_strengths_only_for_job_coaching() {
            assertThat(release(E1, PROGRESS).project(DOCUMENT).document().strengths())
                    .isEmpty();
        }
    }

    /** Condition K20: what proves a result, and no amounts. */
    @Nested
    class An_income {

        public record Income(
                @Carries(INCOME) @Nullable Integer contractHours,
                @Carries(INCOME) @Nullable Integer wageValue,
                @Carries(INCOME) @Nullable Boolean benefitEnded,

                @Carries(value = INCOME, narrowing = AMOUNT) @Nullable
                Integer wage) {}

        private static final Income INCOME_OF_A_CLIENT = new Income(24, 70, true, 2_400);

        @ParameterizedTest
        @EnumSource(names = "E1", mode = EnumSource.Mode.EXCLUDE)
        void is_shown_without_amounts(RecipientKind recipient) {
            assertThat(release(recipient, PROGRESS).project(INCOME_OF_A_CLIENT).document())
                    .isEqualTo(new Income(24, 70, true, null));
        }

        @Test
        void is_not_shown_to_a_first_track_employer() {
            assertThat(release(E1, PROGRESS).project(INCOME_OF_A_CLIENT).document())
                    .isEqualTo(new Income(null, null, null, null));
        }
    }

    @Nested
    class An_invoice {

        @ParameterizedTest
        @EnumSource(RecipientKind.class)
        void shows_a_reference_and_never_a_name_or_a_birth_date(RecipientKind recipient) {
            var candidate =
                    release(recipient, INVOICE).project(DOCUMENT).document().candidate();

            assertThat(candidate.name()).isNull();
            assertThat(candidate.birthDate()).isNull();
            assertThat(candidate.reference()).isEqualTo("C-1");
        }
    }

    @Nested
    class An_accountability_report {

        @ParameterizedTest
        @EnumSource(RecipientKind.class)
        void shows_nothing_of_one_person(RecipientKind recipient) {
            var release = release(recipient, ACCOUNTABILITY);

            assertThat(release.permitted()).isEmpty();
            assertThat(release.project(DOCUMENT).document())
                    .isEqualTo(new Document(
                            "R-1",
                            new Head("Report", new Amount(2)),
                            new Candidate(null, null, null, null, null),
                            null,
                            List.of(),
                            List.of(),
                            new Result(null, null, null, null),
                            List.of(new Line(1, null), new Line(2, null))));
        }

        @Test
        void counts_a_person_by_what_the_matrix_counts() {
            var release = release(G, ACCOUNTABILITY);

            assertThat(release.mayCount(PLAN)).isTrue();
            assertThat(release.mayCount(IDENT)).isFalse();
            assertThat(release.bases()).containsExactly("A");
        }

        @Test
        void does_not_count_a_person_who_objects() {
            var objecting = aTrajectoryFor(G).withObjection("2026-10-01T00:00:00Z");

            assertThat(release(objecting, ACCOUNTABILITY).mayCount(PLAN)).isFalse();
        }
    }

    @Nested
    class A_part_without_a_category {

        public record Unsaid(
                @NoPersonalData String number, @Nullable String text) {}

        public record Both(@NoPersonalData @Carries(PLAN) String text) {}

        public record Holder(Inner inner) {}

        public record Inner(String text) {}

        public record Texts(List<String> texts) {}

        public record Anything(@Nullable Object thing) {}

        @Test
        void stops_the_document() {
            assertStopped(new Unsaid("1", "text"), "Unsaid.text");
        }

        @Test
        void stops_it_also_when_there_is_nothing_in_it_today() {
            assertStopped(new Unsaid("1", null), "Unsaid.text");
            assertStopped(new Texts(List.of()), "Texts.texts");
            assertStopped(new Anything(null), "Anything.thing");
        }

        @Test
        void stops_it_wherever_it_is_nested() {
            assertStopped(new Holder(new Inner("text")), "Inner.text");
        }

        @Test
        void stops_it_when_it_claims_to_be_neutral_as_well_as_personal() {
            assertStopped(new Both("text"), "Both.text");
        }

        private void assertStopped(Record document, String part) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> release(E2, PROGRESS).project(document))
                    .withMessageContaining(part);
        }
    }

    @Nested
    class What_is_nested {

        public record Neutral(
                @NoPersonalData Candidate candidate,
                @NoPersonalData List<Candidate> candidates) {}

        public record Gapped(@Carries(PLAN) List<@Nullable Candidate> candidates) {}

        public record Mapped(@Carries(PLAN) Map<String, Candidate> candidates) {}

        public record Counted(@Carries(PLAN) int weeks) {}

        private final Candidate candidate = DOCUMENT.candidate();

        @Test
        void is_withheld_although_what_holds_it_claims_to_be_neutral() {
            var projected = release(E2, PROGRESS)
                    .project(new Neutral(candidate, List.of(candidate)))
                    .document();

            assertThat(projected.candidate().maskedBsn()).isNull();
            assertThat(projected.candidates().get(0).maskedBsn()).isNull();
        }

        @Test
        void is_withheld_in_a_list_with_a_gap() {
            var projected = release(E2, PROGRESS)
                    .project(new Gapped(Arrays.asList(candidate, null)))
                    .document();

            assertThat(projected.candidates()).hasSize(2).doesNotContain(candidate);
        }

        @Test
        void has_to_be_held_by_a_list() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> release(E2, PROGRESS).project(new Mapped(Map.of("one", candidate))))
                    .withMessageContaining("Mapped.candidates");
        }

        @Test
        void cannot_be_a_part_that_is_never_empty() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> release(E2, PROGRESS).project(new Counted(3)))
                    .withMessageContaining("Counted.weeks");
        }
    }

    @Nested
    class A_release {

        @Test
        void ends_when_the_first_of_its_answers_does() {
            var basis = BasisBuilder.legitimateInterest("D").through(LocalDate.of(2026, 12, 31));
            var release = release(aTrajectoryFor(E2).on(basis), PROGRESS);

            assertThat(release.validThrough()).isEqualTo("2026-12-31T23:00:00Z");
        }

        @Test
        void has_no_end_when_nothing_that_is_known_will_change() {
            assertThat(release(E2, PROGRESS).validThrough()).isNull();
        }

        @Test
        void cannot_be_changed_by_who_reads_it() {
            var decisions = release(E2, PROGRESS).decisions();

            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(decisions::clear);
            var one = decisions.values().iterator().next();
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> one.reasons().clear());
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> one.bases().clear());
        }
    }

    private static Release release(RecipientKind recipient, ReportKind report) {
        return release(aTrajectoryFor(recipient), report);
    }

    private static Release release(FactsBuilder builder, ReportKind report) {
        var facts = builder.build();
        var decisions = new EnumMap<DataCategory, Decision>(DataCategory.class);
        for (var category : DataCategory.values()) {
            decisions.put(category, Shipped.RULE.decide(category, facts, report, NOON));
        }
        return Release.of(facts, report, decisions, NOON);
    }
}
