package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.werkvlak.platform.disclosure.explanation.Hypothesis;
import nl.werkvlak.platform.disclosure.rule.Evidence;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.SpecialGround;
import org.jspecify.annotations.Nullable;

/**
 * What if the facts about one trajectory were otherwise. What is added is about purpose P7, which every report serves.
 *
 * @param period absent: the last whole month before the instant
 * @param at absent: now
 * @param removed facts that are there, by kind and reference as an explanation gives them
 */
public record WhatIf(
        UUID trajectory,
        ReportKind report,
        @Nullable YearMonth period,
        @Nullable Instant at,
        @Nullable List<RemovedFact> removed,
        @Nullable List<AddedBasis> bases,
        @Nullable List<AddedObjection> objections,
        @Nullable List<AddedRestriction> restrictions,
        @Nullable Instant conceptShownAt,
        @Nullable AddedTerms terms) {

    /** A fact that is there, and would not be. */
    public record RemovedFact(Evidence.Kind kind, String reference) {}

    /**
     * A legal basis that would be there.
     *
     * @param personal covers this client only; otherwise the whole commission
     * @param balancedInFavourOn the day of a balancing test in favour; for letter d
     * @param consentGivenOn for letter f
     */
    public record AddedBasis(
            Letter letter,
            boolean personal,
            List<DataCategory> categories,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate balancedInFavourOn,
            @Nullable Boolean childWeighed,
            @Nullable LocalDate consentGivenOn,
            @Nullable Instant withdrawnAt) {

        private LegalBasis toBasis(int number) {
            return new LegalBasis(
                    "what-if-" + number,
                    letter.ground(),
                    personal,
                    new UUID(0, 0),
                    EnumSet.of(Purpose.P7),
                    Set.copyOf(categories),
                    Period.ofDays(firstDay, lastDay),
                    balancedInFavourOn == null
                            ? null
                            : new LegalBasis.Balancing(
                                    true, Period.startOf(balancedInFavourOn), Boolean.TRUE.equals(childWeighed)),
                    consentGivenOn == null
                            ? null
                            : new LegalBasis.Consent(Period.startOf(consentGivenOn), withdrawnAt));
        }
    }

    /** An objection that would be there; undecided without an outcome. */
    public record AddedObjection(
            Instant receivedAt, @Nullable Instant decidedAt, Objection.@Nullable Outcome outcome) {

        private Objection toObjection(UUID client) {
            if ((decidedAt == null) != (outcome == null)) {
                throw BadInput.of("objections", "decision-incomplete");
            }
            return new Objection(client, EnumSet.of(Purpose.P7), receivedAt, decidedAt, outcome);
        }
    }

    /**
     * A restriction that would be there.
     *
     * @param categories absent: all
     */
    public record AddedRestriction(
            @Nullable List<DataCategory> categories,
            Instant imposedAt,
            @Nullable Instant liftedAt) {

        private Restriction toRestriction(UUID client) {
            return new Restriction(
                    client,
                    categories == null ? Set.of() : Set.copyOf(categories),
                    new Period(imposedAt, liftedAt),
                    Set.of());
        }
    }

    /** Terms of the commission that would be in force from an instant on. */
    public record AddedTerms(
            Instant inForceFrom,
            List<DataCategory> dataScope,
            boolean sicknessRelated,
            @Nullable SpecialGround specialGround,
            @Nullable LocalDate secrecySignedOn) {

        private CommissionTerms toTerms() {
            return new CommissionTerms(
                    inForceFrom,
                    Set.copyOf(dataScope),
                    sicknessRelated,
                    specialGround,
                    secrecySignedOn == null ? null : Period.startOf(secrecySignedOn));
        }
    }

    Hypothesis toHypothesis() {
        var number = new int[1];
        return new Hypothesis(
                each(removed, fact -> new Hypothesis.Removed(fact.kind(), fact.reference())),
                each(bases, basis -> basis.toBasis(++number[0])),
                each(objections, objection -> objection.toObjection(trajectory)),
                each(restrictions, restriction -> restriction.toRestriction(trajectory)),
                conceptShownAt,
                terms == null ? null : terms.toTerms());
    }

    private static <A, B> List<B> each(@Nullable List<A> given, Function<A, B> made) {
        return given == null ? List.of() : given.stream().map(made).toList();
    }
}
