package nl.werkvlak.platform.disclosure.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.werkvlak.platform.disclosure.rule.Evidence.Kind;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionFacts;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.TrajectoryFacts;
import org.jspecify.annotations.Nullable;

/**
 * How the facts could be otherwise: some taken away, some added. It is never stored.
 *
 * @param removed facts that are there, by the reference that an explanation gives them
 * @param conceptShownAt the client saw the concept at this instant (condition K2); null leaves it as it is
 * @param terms later terms of the commission; null leaves them as they are
 */
public record Hypothesis(
        List<Removed> removed,
        List<LegalBasis> bases,
        List<Objection> objections,
        List<Restriction> restrictions,
        @Nullable Instant conceptShownAt,
        @Nullable CommissionTerms terms) {

    /** A fact that is there, as an explanation names it. */
    public record Removed(Kind kind, String reference) {}

    /**
     * The facts as they would be.
     *
     * @throws Refusal when a fact to be taken away is not there
     */
    Facts apply(Facts facts) {
        for (var fact : removed) {
            if (!isThere(fact, facts)) {
                throw Refusal.fields(Map.of("removed", "no-such-fact"));
            }
        }
        return new Facts(
                terms == null ? facts.commission() : withTerms(facts.commission(), terms),
                withConcept(facts.trajectory()),
                otherwise(facts.bases(), bases, Hypothesis::isBasis),
                otherwise(facts.objections(), objections, Hypothesis::isObjection),
                otherwise(facts.restrictions(), restrictions, Hypothesis::isRestriction),
                facts.statutoryRequests(),
                facts.retentionOverrides());
    }

    private static boolean isThere(Removed fact, Facts facts) {
        return facts.bases().stream().anyMatch(basis -> isBasis(basis, fact))
                || facts.objections().stream().anyMatch(objection -> isObjection(objection, fact))
                || facts.restrictions().stream().anyMatch(restriction -> isRestriction(restriction, fact))
                || (fact.kind() == Kind.CONCEPT_PREVIEW
                        && facts.trajectory().id().toString().equals(fact.reference()));
    }

    private static boolean isBasis(LegalBasis basis, Removed fact) {
        return fact.kind() == Kind.LEGAL_BASIS && basis.number().equals(fact.reference());
    }

    private static boolean isObjection(Objection objection, Removed fact) {
        return fact.kind() == Kind.OBJECTION
                && objection.receivedAt().toString().equals(fact.reference());
    }

    private static boolean isRestriction(Restriction restriction, Removed fact) {
        return fact.kind() == Kind.RESTRICTION
                && restriction.period().from().toString().equals(fact.reference());
    }

    private interface Names<T> {
        boolean is(T there, Removed fact);
    }

    private <T> List<T> otherwise(List<T> there, List<T> added, Names<T> names) {
        Predicate<T> stays = each -> removed.stream().noneMatch(fact -> names.is(each, fact));
        var all = new ArrayList<>(there.stream().filter(stays).toList());
        all.addAll(added);
        return all;
    }

    private TrajectoryFacts withConcept(TrajectoryFacts trajectory) {
        var isRemoved = removed.stream().anyMatch(fact -> fact.kind() == Kind.CONCEPT_PREVIEW);
        return new TrajectoryFacts(
                trajectory.id(),
                trajectory.client(),
                trajectory.birthDate(),
                trajectory.endedOn(),
                conceptShownAt != null ? conceptShownAt : isRemoved ? null : trajectory.conceptShownAt(),
                isRemoved ? null : trajectory.conceptExcusedAt(),
                trajectory.capacityStatements(),
                trajectory.documents(),
                trajectory.informedPlacements());
    }

    private static CommissionFacts withTerms(CommissionFacts commission, CommissionTerms later) {
        var terms = new ArrayList<>(commission.terms().stream()
                .filter(each -> each.inForceFrom().isBefore(later.inForceFrom()))
                .toList());
        terms.add(later);
        return new CommissionFacts(commission.id(), commission.recipient(), commission.product(), terms);
    }
}
