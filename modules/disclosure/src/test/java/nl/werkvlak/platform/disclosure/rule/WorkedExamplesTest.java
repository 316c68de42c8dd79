package nl.werkvlak.platform.disclosure.rule;

import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.consent;
import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.legalObligation;
import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.legitimateInterest;
import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.publicTask;
import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static nl.werkvlak.platform.disclosure.rule.ReportKind.ACCOUNTABILITY;
import static nl.werkvlak.platform.disclosure.rule.ReportKind.PROGRESS;
import static nl.werkvlak.platform.legalbasis.DataCategory.ATTEND;
import static nl.werkvlak.platform.legalbasis.DataCategory.BSN;
import static nl.werkvlak.platform.legalbasis.DataCategory.CAPACITY;
import static nl.werkvlak.platform.legalbasis.DataCategory.CRIMINAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.EMPLOY;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HEALTH;
import static nl.werkvlak.platform.legalbasis.DataCategory.NOTE;
import static nl.werkvlak.platform.legalbasis.DataCategory.SPECIAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.STRENGTH;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E1;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E2;
import static nl.werkvlak.platform.legalbasis.RecipientKind.G;
import static nl.werkvlak.platform.legalbasis.RecipientKind.U;
import static nl.werkvlak.platform.legalbasis.RecipientKind.V;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.subjectrights.Objection.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked examples of the rule with their numbers, on the matrix and the register as shipped. L: the rule itself;
 * M: the disclosure matrix; R: the rights of clients.
 *
 * <p>Elsewhere: M6 in {@code SuppressionTest}, M12 in {@code GateTest}, the words of M2 and M10 in {@code
 * FreeTextReleaseTest}, R1, R2 and the day of R4 in {@code DeadlineTest}, who is to be told of R6 in {@code
 * DisclosuresTest}, R11 in {@code BasisRulesTest}, that R12 is told first in {@code RestrictionsTest}; R3, R5 (portability), R7
 * (erasure), R9 (a second copy) and R10 (a protective administrator) in {@code RequestRulesTest}.
 */
class WorkedExamplesTest {

    private static final String NOON = "2026-10-31T12:00:00Z";

    /** @param answer the projection with the bases that carry it, or the reasons in their order */
    record Example(
            String number, FactsBuilder facts, DataCategory category, ReportKind report, String at, String answer) {

        @Override
        public String toString() {
            return "%s: %s in %s at %s: %s".formatted(number, category, report, at, answer);
        }
    }

    static Stream<Example> the_rule() {
        return Stream.of(
                example("L1", aTrajectoryFor(E2), GOAL, NOON, "FULL by D"),
                example(
                        "L2",
                        aTrajectoryFor(E2).on(legitimateInterest("D").balancedOn("2026-11-05")),
                        GOAL,
                        NOON,
                        "BALANCING_TEST_MISSING"),
                example("L3", objected(), GOAL, "2026-10-30T08:59:59Z", "FULL by D"),
                example("L4", objected(), GOAL, "2026-10-30T09:00:00Z", "OBJECTION_PENDING"),
                example("L5", decided(Outcome.OVERRIDDEN), GOAL, "2026-11-09T10:00:00Z", "FULL by D"),
                example("L5 before", decided(Outcome.OVERRIDDEN), GOAL, "2026-11-09T09:59:59Z", "OBJECTION_PENDING"),
                example("L6", decided(Outcome.UPHELD), GOAL, "2027-01-01T00:00:00Z", "OBJECTION_UPHELD"),
                example(
                        "L7",
                        objected().on(legitimateInterest("D"), legalObligation("B")),
                        GOAL,
                        "2026-10-30T09:00:00Z",
                        "FULL by B"),
                example("L8", aTrajectoryFor(E1).on(consent("F")), CAPACITY, NOON, "BASIS_NOT_ELIGIBLE"),
                example("L9", consentWithdrawn(), EDU, "2026-11-12T08:00:00Z", "CONSENT_WITHDRAWN"),
                example("L10", aTrajectoryFor(E1), HEALTH, NOON, "MATRIX_N2 MATRIX_N7 NOT_IN_REGISTER"),
                example(
                        "L10 by consent",
                        aTrajectoryFor(E1).on(consent("F")),
                        HEALTH,
                        NOON,
                        "MATRIX_N2 MATRIX_N7 NOT_IN_REGISTER BASIS_NOT_ELIGIBLE"),
                example(
                        "L11",
                        aTrajectoryFor(E1).withRestriction("2026-10-01T00:00:00Z", null),
                        GOAL,
                        NOON,
                        "PROCESSING_RESTRICTED"),
                example(
                        "L12",
                        aTrajectoryFor(E1).withRestriction("2026-10-01T00:00:00Z", NOON),
                        GOAL,
                        NOON,
                        "FULL by D"),
                example("L13", endedInMarch(), GOAL, "2026-03-15T23:00:00Z", "RETENTION_EXPIRED"),
                example("L13 before", endedInMarch(), GOAL, "2026-03-15T22:59:59.999999999Z", "FULL by D"),
                new Example("L14", aTrajectoryFor(E2), EMPLOY, ACCOUNTABILITY, NOON, "AGGREGATE_ONLY"),
                example("L15", aTrajectoryFor(G).sicknessRelated(false), CAPACITY, NOON, "CONDITION_K19"),
                example("L16", aTrajectoryFor(E1).on(publicTask("A")), GOAL, NOON, "BASIS_NOT_ELIGIBLE"),
                example("L17", ofSeventeen(false), GOAL, NOON, "BALANCING_TEST_MISSING"),
                example("L17 weighed", ofSeventeen(true), GOAL, NOON, "FULL by D"),
                example(
                        "L18",
                        aTrajectoryFor(E1)
                                .on(legitimateInterest("D"), consent("F").withdrawnAt("2026-10-01T00:00:00Z"))
                                .withObjection("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z", Outcome.UPHELD),
                        GOAL,
                        NOON,
                        "CONSENT_WITHDRAWN OBJECTION_UPHELD"));
    }

    static Stream<Example> the_matrix() {
        var advised = aTrajectoryFor(E2).capacityStatedOver(Period.ofDays(LocalDate.of(2026, 10, 12), null));
        return Stream.of(
                example("M1", advised, CAPACITY, NOON, "FULL by D"),
                example("M1 before", advised, CAPACITY, "2026-10-11T21:59:59Z", "CONDITION_K3"),
                example("M2", advised, HEALTH, NOON, "MATRIX_N2 MATRIX_N7 NOT_IN_REGISTER"),
                example("M3", aTrajectoryFor(E1), BSN, NOON, "MATRIX_N4 NOT_IN_REGISTER"),
                example("M4", aTrajectoryFor(U), BSN, NOON, "MASKED by A"),
                example("M5", aTrajectoryFor(G).sicknessRelated(false), CAPACITY, NOON, "CONDITION_K19"),
                example("M7", aTrajectoryFor(V), STRENGTH, NOON, "MATRIX_N1 NOT_IN_REGISTER"),
                example(
                        "M8",
                        aTrajectoryFor(E1).withObjection("2026-11-09T23:00:00Z"),
                        GOAL,
                        "2026-11-11T09:00:00Z",
                        "OBJECTION_PENDING"),
                example("M9", aTrajectoryFor(E1), CRIMINAL, NOON, "MATRIX_N3 NOT_IN_REGISTER"),
                example("M10", aTrajectoryFor(E1), ATTEND, NOON, "FACTS_ONLY by D"),
                example("M11", aTrajectoryFor(U), EDU, NOON, "FULL by A"),
                example("M11 origin", aTrajectoryFor(U), SPECIAL, NOON, "MATRIX_N2 NOT_IN_REGISTER"),
                example("N5", aTrajectoryFor(U), NOTE, NOON, "MATRIX_N5 NOT_IN_REGISTER"));
    }

    static Stream<Example> the_rights() {
        return Stream.of(
                example(
                        "R3",
                        aTrajectoryFor(E1).on(legalObligation("B")).withObjection("2026-10-01T09:00:00Z"),
                        GOAL,
                        NOON,
                        "FULL by B"),
                example(
                        "R4",
                        aTrajectoryFor(E1).withObjection("2026-11-10T09:00:00Z"),
                        GOAL,
                        "2026-11-10T09:00:00Z",
                        "OBJECTION_PENDING"),
                example(
                        "R4 upheld",
                        aTrajectoryFor(E1)
                                .withObjection("2026-11-10T09:00:00Z", "2026-12-10T09:00:00Z", Outcome.UPHELD),
                        GOAL,
                        "2026-12-10T09:00:00Z",
                        "OBJECTION_UPHELD"),
                example("R8", consentWithdrawn(), EDU, "2026-11-12T07:59:59.999999999Z", "FULL by F"),
                example("R8 from", consentWithdrawn(), EDU, "2026-11-12T08:00:00Z", "CONSENT_WITHDRAWN"),
                example(
                        "R12",
                        aTrajectoryFor(E1).withRestriction("2026-10-01T00:00:00Z", "2026-10-15T10:00:00Z"),
                        GOAL,
                        "2026-10-15T10:00:00Z",
                        "FULL by D"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"the_rule", "the_matrix", "the_rights"})
    void is_answered_as_the_privacy_officer_wrote_it(Example example) {
        var decision = Shipped.RULE.decide(
                example.category(), example.facts().build(), example.report(), Instant.parse(example.at()));

        assertThat(inWords(decision)).isEqualTo(example.answer());
    }

    private static Example example(String number, FactsBuilder facts, DataCategory category, String at, String answer) {
        return new Example(number, facts, category, PROGRESS, at, answer);
    }

    private static FactsBuilder objected() {
        return aTrajectoryFor(E2).withObjection("2026-10-30T09:00:00Z");
    }

    private static FactsBuilder decided(Outcome outcome) {
        return aTrajectoryFor(E2).withObjection("2026-10-30T09:00:00Z", "2026-11-09T10:00:00Z", outcome);
    }

    private static FactsBuilder consentWithdrawn() {
        return aTrajectoryFor(U).on(consent("F").withdrawnAt("2026-11-12T08:00:00Z"));
    }

    private static FactsBuilder endedInMarch() {
        return aTrajectoryFor(E2).endedOn(LocalDate.of(2024, 3, 15));
    }

    private static FactsBuilder ofSeventeen(boolean childWeighed) {
        var balancing = new LegalBasis.Balancing(true, Instant.parse("2025-12-20T00:00:00Z"), childWeighed);
        return aTrajectoryFor(E1)
                .bornOn(LocalDate.of(2009, 6, 1))
                .on(legitimateInterest("D").balancing(balancing));
    }

    static String inWords(Decision decision) {
        if (decision.isPermitted()) {
            return decision.projection()
                    + decision.bases().stream().map(LegalBasis::number).collect(Collectors.joining(" ", " by ", ""));
        }
        return decision.reasons().stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
