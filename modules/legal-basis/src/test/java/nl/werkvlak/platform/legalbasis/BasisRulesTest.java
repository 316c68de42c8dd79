package nl.werkvlak.platform.legalbasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.BasisRules.Person;
import nl.werkvlak.platform.legalbasis.BasisRules.Reach;
import nl.werkvlak.platform.legalbasis.BasisTerms.ConsentGiven;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;
import nl.werkvlak.platform.legalbasis.RecordedBasis.Withdrawal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasisRulesTest {

    private static final Change NOW = new Change("fg", Instant.parse("2026-11-25T12:00:00Z"), "a letter");

    private static void refuses(String code, String field, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(asked)
                .returns(Refusal.Kind.RULE, Refusal::kind)
                .returns(Map.of(field, code), Refusal::fields);
    }

    private static void contradicts(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(asked)
                .returns(Refusal.Kind.CONFLICT, Refusal::kind)
                .returns(code, Refusal::code);
    }

    private static void refuses(String code, String field, Terms terms) {
        refuses(code, field, () -> BasisRules.checked(terms.make(), NOW));
    }

    @Nested
    class The_terms_of_a_basis {

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c", "d", "e", "f"})
        void are_those_of_any_letter_of_article_7(String letter) {
            var terms = Terms.ofLetter(letter).purposes(Purpose.P2).make();
            assertThat(BasisRules.checked(terms, NOW)).isEqualTo(terms);
        }

        @Test
        void always_have_evidence_and_a_number() {
            refuses("missing", "evidence", Terms.ofLetter("b").evidence(" \t "));
            refuses("text-too-long", "evidence", Terms.ofLetter("b").evidence("x".repeat(501)));
            refuses("missing", "number", Terms.ofLetter("b").number(""));
            assertThat(BasisRules.checked(
                                    Terms.ofLetter("b").evidence(" Wet SUWI ").make(), NOW)
                            .evidence())
                    .isEqualTo("Wet SUWI");
        }

        @Test
        void name_a_purpose_and_a_category() {
            refuses("nothing-chosen", "purposes", Terms.ofLetter("b").purposes());
            refuses("nothing-chosen", "categories", Terms.ofLetter("b").categories());
        }

        @Test
        void cover_one_client_or_one_commission() {
            refuses("scope-not-one", "client", Terms.ofLetter("b").ofClient(null));
            refuses(
                    "scope-not-one",
                    "client",
                    Terms.ofLetter("b").ofCommission(Terms.COMMISSION).ofClient(Terms.CLIENT));
        }

        @Test
        void end_on_their_first_day_at_the_earliest() {
            refuses("end-before-start", "lastDay", Terms.ofLetter("b").days("2026-10-02", "2026-10-01"));
            assertThatNoException()
                    .isThrownBy(() -> BasisRules.checked(
                            Terms.ofLetter("b").days("2026-10-01", "2026-10-01").make(), NOW));
        }

        @ParameterizedTest
        @CsvSource({"f, consent-is-personal", "c, contract-is-personal"})
        void are_about_one_client_where_the_ground_is_personal(String letter, String code) {
            refuses(code, "commission", Terms.ofLetter(letter).ofCommission(Terms.COMMISSION));
        }

        @Test
        void never_let_vital_interests_carry_a_report() {
            refuses(
                    "vital-interests-never-report",
                    "purposes",
                    Terms.ofLetter("e").purposes(Purpose.P1, Purpose.P7));
        }

        @ParameterizedTest
        @EnumSource(
                value = DataCategory.class,
                names = {"BSN", "HEALTH", "SPECIAL", "CRIMINAL"})
        void never_let_consent_carry_what_it_cannot(DataCategory category) {
            refuses("consent-cannot-carry", "categories", Terms.ofLetter("f").categories(DataCategory.EDU, category));
            assertThatNoException()
                    .isThrownBy(() -> BasisRules.checked(
                            Terms.ofLetter("b").categories(category).make(), NOW));
        }
    }

    @Nested
    class A_consent {

        @Test
        void is_described_exactly_for_letter_f() {
            refuses("consent-and-letter", "consentText", Terms.ofLetter("f").consent(null));
            refuses("consent-and-letter", "consentText", Terms.ofLetter("d").givenOn("2026-10-01", ConsentBy.CLIENT));
        }

        @Test
        void names_the_text_that_was_consented_to() {
            var without = new ConsentGiven(null, LocalDate.of(2026, 10, 1), ConsentBy.CLIENT);
            refuses("missing", "consentText", Terms.ofLetter("f").consent(without));
        }

        @Test
        void covers_nothing_from_before_it_was_given() {
            refuses("starts-before-consent", "firstDay", Terms.ofLetter("f").givenOn("2026-10-02", ConsentBy.CLIENT));
        }

        @Test
        void has_been_given() {
            refuses(
                    "in-future",
                    "consentGivenOn",
                    Terms.ofLetter("f").givenOn("2026-11-26", ConsentBy.CLIENT).days("2026-11-26", null));
        }

        @Test
        void is_given_by_the_client_from_sixteen_and_before_that_by_the_representative() {
            var terms = Terms.ofLetter("f");
            within(terms, born("2010-10-01", false), RecipientKind.U);
            refuses(
                    "client-too-young",
                    "consentGivenBy",
                    () -> within(terms, born("2010-10-02", true), RecipientKind.U));
            var byRepresentative = Terms.ofLetter("f").givenOn("2026-10-01", ConsentBy.REPRESENTATIVE);
            within(byRepresentative, born("2012-10-02", true), RecipientKind.U);
            refuses(
                    "no-representative",
                    "consentGivenBy",
                    () -> within(byRepresentative, born("2012-10-02", false), RecipientKind.U));
        }

        @ParameterizedTest
        @CsvSource({"E1, false", "E2, false", "U, true", "G, true", "V, true"})
        void carries_capacity_data_to_anyone_but_an_employer(RecipientKind recipient, boolean carries) {
            var terms = Terms.ofLetter("f").categories(DataCategory.CAPACITY);
            if (carries) {
                within(terms, born("1980-01-01", false), recipient);
            } else {
                refuses(
                        "capacity-consent-to-employer",
                        "categories",
                        () -> within(terms, born("1980-01-01", false), recipient));
            }
        }

        private void within(Terms terms, Person person, RecipientKind recipient) {
            BasisRules.demandWithin(terms.make(), new Reach(Set.of(recipient), person));
        }
    }

    @ParameterizedTest
    @CsvSource({"E1, false", "E2, false", "U, true", "G, true", "V, false"})
    void a_public_task_is_carried_by_UWV_and_municipalities_alone(RecipientKind recipient, boolean carries) {
        var terms = Terms.ofLetter("a").ofCommission(Terms.COMMISSION).make();
        if (carries) {
            BasisRules.demandWithin(terms, new Reach(Set.of(recipient), null));
        } else {
            refuses(
                    "public-task-of-public-body",
                    "letter",
                    () -> BasisRules.demandWithin(terms, new Reach(Set.of(recipient), null)));
        }
        refuses(
                "public-task-of-public-body",
                "letter",
                () -> BasisRules.demandWithin(terms, new Reach(Set.of(), null)));
    }

    @Nested
    class The_end_of_a_basis {

        @Test
        void comes_once_and_never_later_than_foreseen() {
            var basis = recorded(Terms.ofLetter("b").days("2026-10-01", "2026-12-31"), null, null);
            BasisRules.demandEnd(basis, LocalDate.of(2026, 12, 31));
            refuses("end-before-start", "lastDay", () -> BasisRules.demandEnd(basis, LocalDate.of(2026, 9, 30)));
            contradicts("ends-earlier-already", () -> BasisRules.demandEnd(basis, LocalDate.of(2027, 1, 1)));
            var ended = new RecordedBasis(basis.id(), basis.terms(), NOW.at(), null, null);
            contradicts("already-ended", () -> BasisRules.demandEnd(ended, LocalDate.of(2026, 11, 1)));
        }
    }

    @Nested
    class A_balancing_test {

        private final BalancingTest test =
                new BalancingTest(BalancingTest.Outcome.FAVOUR, LocalDate.of(2026, 11, 20), false);

        @Test
        void is_for_a_legitimate_interest_and_comes_once() {
            BasisRules.demandBalancing(recorded(Terms.ofLetter("d"), null, null), test, NOW);
            contradicts(
                    "already-balanced",
                    () -> BasisRules.demandBalancing(recorded(Terms.ofLetter("d"), test, null), test, NOW));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> BasisRules.demandBalancing(recorded(Terms.ofLetter("b"), null, null), test, NOW))
                    .returns("balancing-not-applicable", Refusal::code);
        }

        @Test
        void has_been_done() {
            var tomorrow = new BalancingTest(BalancingTest.Outcome.FAVOUR, LocalDate.of(2026, 11, 26), false);
            refuses(
                    "in-future",
                    "decidedOn",
                    () -> BasisRules.demandBalancing(recorded(Terms.ofLetter("d"), null, null), tomorrow, NOW));
        }
    }

    @Nested
    class A_withdrawal {

        private final RecordedBasis consent = recorded(Terms.ofLetter("f"), null, null);
        private final Person adult = born("1980-01-01", false);

        @Test
        void is_for_a_consent_and_comes_once() {
            withdraw(consent, adult, "2026-11-12T08:00:00Z", ConsentBy.CLIENT);
            var withdrawn = recorded(
                    Terms.ofLetter("f"), null, new Withdrawal(Instant.parse("2026-11-12T08:00:00Z"), ConsentBy.CLIENT));
            contradicts(
                    "already-withdrawn", () -> withdraw(withdrawn, adult, "2026-11-12T08:00:00Z", ConsentBy.CLIENT));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> withdraw(
                            recorded(Terms.ofLetter("b"), null, null), adult, "2026-11-12T08:00:00Z", ConsentBy.CLIENT))
                    .returns("withdrawal-not-applicable", Refusal::code);
        }

        @Test
        void comes_after_the_giving_and_has_happened() {
            withdraw(consent, adult, "2026-09-30T22:00:00Z", ConsentBy.CLIENT);
            refuses(
                    "withdrawn-before-given",
                    "withdrawnAt",
                    () -> withdraw(consent, adult, "2026-09-30T21:59:59Z", ConsentBy.CLIENT));
            refuses(
                    "in-future",
                    "withdrawnAt",
                    () -> withdraw(consent, adult, "2026-11-25T12:00:01Z", ConsentBy.CLIENT));
        }

        /** R11: 14 years old, and the mother consented. */
        @Test
        void comes_from_the_client_from_twelve_whoever_consented() {
            var byMother = recorded(Terms.ofLetter("f").givenOn("2026-10-01", ConsentBy.REPRESENTATIVE), null, null);
            withdraw(byMother, born("2012-05-05", true), "2026-11-12T08:00:00Z", ConsentBy.CLIENT);
            withdraw(byMother, born("2014-11-12", true), "2026-11-12T08:00:00Z", ConsentBy.CLIENT);
            refuses(
                    "client-too-young",
                    "by",
                    () -> withdraw(byMother, born("2014-11-13", true), "2026-11-12T08:00:00Z", ConsentBy.CLIENT));
        }

        @Test
        void comes_from_a_representative_who_is_on_record_or_who_consented() {
            withdraw(consent, born("1980-01-01", true), "2026-11-12T08:00:00Z", ConsentBy.REPRESENTATIVE);
            refuses(
                    "no-representative",
                    "by",
                    () -> withdraw(consent, adult, "2026-11-12T08:00:00Z", ConsentBy.REPRESENTATIVE));
            var byMother = recorded(Terms.ofLetter("f").givenOn("2026-10-01", ConsentBy.REPRESENTATIVE), null, null);
            withdraw(byMother, adult, "2026-11-12T08:00:00Z", ConsentBy.REPRESENTATIVE);
        }

        private void withdraw(RecordedBasis basis, Person person, String at, ConsentBy by) {
            BasisRules.demandWithdrawal(basis, person, new Withdrawal(Instant.parse(at), by), NOW);
        }
    }

    private static Person born(String day, boolean isRepresented) {
        return new Person(LocalDate.parse(day), isRepresented);
    }

    private static RecordedBasis recorded(
            Terms terms, @Nullable BalancingTest balancing, @Nullable Withdrawal withdrawal) {
        return new RecordedBasis(UUID.randomUUID(), terms.make(), null, balancing, withdrawal);
    }
}
