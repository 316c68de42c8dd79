package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionFacts;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.DocumentType;
import nl.werkvlak.platform.trajectory.FileDocument;
import nl.werkvlak.platform.trajectory.StatutoryRequest;
import nl.werkvlak.platform.trajectory.TrajectoryFacts;
import org.jspecify.annotations.Nullable;

/** The same facts, but for one. */
final class Changed {

    private Changed() {}

    static Facts with(Facts old, Restriction another) {
        return new Facts(
                old.commission(),
                old.trajectory(),
                old.bases(),
                old.objections(),
                added(old.restrictions(), another),
                old.statutoryRequests(),
                old.retentionOverrides());
    }

    static Facts with(Facts old, Objection another) {
        return new Facts(
                old.commission(),
                old.trajectory(),
                old.bases(),
                added(old.objections(), another),
                old.restrictions(),
                old.statutoryRequests(),
                old.retentionOverrides());
    }

    static Facts with(Facts old, StatutoryRequest another) {
        return new Facts(
                old.commission(),
                old.trajectory(),
                old.bases(),
                old.objections(),
                old.restrictions(),
                added(old.statutoryRequests(), another),
                old.retentionOverrides());
    }

    static Facts with(Facts old, RetentionOverride another) {
        return new Facts(
                old.commission(),
                old.trajectory(),
                old.bases(),
                old.objections(),
                old.restrictions(),
                old.statutoryRequests(),
                added(old.retentionOverrides(), another));
    }

    static Facts with(Facts old, CommissionTerms another) {
        var commission = old.commission();
        return new Facts(
                new CommissionFacts(
                        commission.id(),
                        commission.recipient(),
                        commission.product(),
                        added(commission.terms(), another)),
                old.trajectory(),
                old.bases(),
                old.objections(),
                old.restrictions(),
                old.statutoryRequests(),
                old.retentionOverrides());
    }

    /** All consents are withdrawn at the instant, if they were not earlier. */
    static Facts withdrawn(Facts old, Instant at) {
        return withBases(
                old,
                old.bases().stream()
                        .map(basis -> {
                            var consent = basis.consent();
                            return consent == null || consent.isWithdrawn(at)
                                    ? basis
                                    : with(basis, basis.period(), new LegalBasis.Consent(consent.givenAt(), at));
                        })
                        .toList());
    }

    /** All bases end at the instant, if they did not earlier. */
    static Facts ended(Facts old, Instant at) {
        return withBases(
                old,
                old.bases().stream()
                        .map(basis -> basis.period().isOver(at)
                                ? basis
                                : with(basis, new Period(basis.period().from(), at), basis.consent()))
                        .toList());
    }

    /** The client saw the concept, or it is recorded why not, and neither was before. */
    static Facts settled(Facts old, @Nullable Instant shownAt, @Nullable Instant excusedAt) {
        var trajectory = old.trajectory();
        return withTrajectory(
                old,
                new TrajectoryFacts(
                        trajectory.id(),
                        trajectory.client(),
                        trajectory.birthDate(),
                        trajectory.endedOn(),
                        trajectory.conceptShownAt() == null ? shownAt : trajectory.conceptShownAt(),
                        trajectory.conceptExcusedAt() == null ? excusedAt : trajectory.conceptExcusedAt(),
                        trajectory.capacityStatements(),
                        trajectory.documents(),
                        trajectory.informedPlacements()));
    }

    static Facts withCapacityFrom(Facts old, Instant from) {
        var trajectory = old.trajectory();
        var statements = new HashMap<>(trajectory.capacityStatements());
        statements.put(UUID.randomUUID(), new Period(from, null));
        return withTrajectory(
                old,
                new TrajectoryFacts(
                        trajectory.id(),
                        trajectory.client(),
                        trajectory.birthDate(),
                        trajectory.endedOn(),
                        trajectory.conceptShownAt(),
                        trajectory.conceptExcusedAt(),
                        statements,
                        trajectory.documents(),
                        trajectory.informedPlacements()));
    }

    static Facts withDocumentOf(Facts old, Instant at) {
        var trajectory = old.trajectory();
        var document = new FileDocument(new UUID(0, 9), DocumentType.CV, at, at, FileDocument.ScanOutcome.CLEAN);
        return withTrajectory(
                old,
                new TrajectoryFacts(
                        trajectory.id(),
                        trajectory.client(),
                        trajectory.birthDate(),
                        trajectory.endedOn(),
                        trajectory.conceptShownAt(),
                        trajectory.conceptExcusedAt(),
                        trajectory.capacityStatements(),
                        added(trajectory.documents(), document),
                        trajectory.informedPlacements()));
    }

    /** All that has no order of its own, the other way round. */
    static Facts turned(Facts old) {
        return new Facts(
                old.commission(),
                old.trajectory(),
                reversed(old.bases()),
                reversed(old.objections()),
                reversed(old.restrictions()),
                reversed(old.statutoryRequests()),
                old.retentionOverrides());
    }

    private static Facts withBases(Facts old, List<LegalBasis> bases) {
        return new Facts(
                old.commission(),
                old.trajectory(),
                bases,
                old.objections(),
                old.restrictions(),
                old.statutoryRequests(),
                old.retentionOverrides());
    }

    static Facts withTrajectory(Facts old, TrajectoryFacts trajectory) {
        return new Facts(
                old.commission(),
                trajectory,
                old.bases(),
                old.objections(),
                old.restrictions(),
                old.statutoryRequests(),
                old.retentionOverrides());
    }

    private static LegalBasis with(LegalBasis old, Period period, LegalBasis.@Nullable Consent consent) {
        return new LegalBasis(
                old.number(),
                old.ground(),
                old.personal(),
                old.owner(),
                old.purposes(),
                old.categories(),
                period,
                old.balancing(),
                consent);
    }

    private static <T> List<T> added(List<T> list, T another) {
        var longer = new ArrayList<>(list);
        longer.add(another);
        return longer;
    }

    private static <T> List<T> reversed(List<T> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
