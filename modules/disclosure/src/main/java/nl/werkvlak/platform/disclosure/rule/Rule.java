package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.trajectory.Product;
import nl.werkvlak.platform.trajectory.SpecialGround;
import org.jspecify.annotations.Nullable;

/**
 * When a tenant may receive a value (regulation art. 4, 5, 6, 7, 9, 12 and 14): a pure function of facts and an instant.
 *
 * <p>Every gate runs, so that the answer names every reason. The matrix and the register are data of the privacy
 * officer; this is code. It reads no clock and no database.
 */
public record Rule(Matrix matrix, ProcessingRegister register) {

    private static final Purpose PURPOSE = Purpose.P7;
    private static final Set<DataCategory> NEVER_BY_CONSENT =
            EnumSet.of(DataCategory.BSN, DataCategory.HEALTH, DataCategory.SPECIAL, DataCategory.CRIMINAL);

    /** Whether a value of this category may leave in this kind of report at this instant, and until when that holds. */
    public Decision decide(DataCategory category, Facts facts, ReportKind report, Instant at) {
        var now = answer(category, facts, report, at);
        for (var change : changesAfter(category, facts, at)) {
            if (!now.sameAs(answer(category, facts, report, change))) {
                return new Decision(now.reasons(), now.bases(), now.projection(), now.conditions(), change);
            }
        }
        return now;
    }

    private Decision answer(DataCategory category, Facts facts, ReportKind report, Instant at) {
        var reasons = EnumSet.noneOf(Reason.class);
        var cell = matrix.cell(category, facts.recipient(), report, at).orElse(null);
        Set<Condition> conditions = cell == null ? Set.of() : cell.conditions();
        matrixGate(cell, reasons);
        if (conditions.contains(Condition.K1) && !facts.scope().contains(category)) {
            reasons.add(Reason.NOT_IN_COMMISSION_SCOPE);
        }
        if (!register.declares(PURPOSE, category, facts.recipient(), at)) {
            reasons.add(Reason.NOT_IN_REGISTER);
        }
        var bases = basisGate(category, facts, at, reasons);
        if (category == DataCategory.CAPACITY && !hasSpecialGround(facts)) {
            reasons.add(Reason.SPECIAL_GROUND_MISSING);
        }
        for (var restriction : facts.restrictions()) {
            if (restriction.period().holds(at) && restriction.concerns(PURPOSE, category)) {
                reasons.add(Reason.PROCESSING_RESTRICTED);
            }
        }
        if (isRetentionOver(category, facts, at)) {
            reasons.add(Reason.RETENTION_EXPIRED);
        }
        conditionGate(conditions, facts, at, reasons);
        return new Decision(reasons, bases, projection(cell), conditions, null);
    }

    private static void matrixGate(@Nullable Cell cell, Set<Reason> reasons) {
        if (cell == null) {
            reasons.add(Reason.UNKNOWN_CELL);
        } else if (cell.verdict() == Cell.Verdict.AGG) {
            reasons.add(Reason.AGGREGATE_ONLY);
        } else {
            reasons.addAll(cell.denials());
        }
    }

    /** At least one usable basis; without one, all that stops the candidates. */
    private static List<LegalBasis> basisGate(DataCategory category, Facts facts, Instant at, Set<Reason> reasons) {
        var usable = new ArrayList<LegalBasis>();
        var stopped = EnumSet.noneOf(Reason.class);
        var candidates = 0;
        for (var basis : facts.bases()) {
            if (basis.covers(PURPOSE, category)) {
                candidates++;
                var stops = stops(basis, category, facts, at);
                stopped.addAll(stops);
                if (stops.isEmpty()) {
                    usable.add(basis);
                }
            }
        }
        if (candidates == 0) {
            reasons.add(Reason.NO_LEGAL_BASIS);
        } else if (usable.isEmpty()) {
            reasons.addAll(stopped);
        }
        return usable;
    }

    private static Set<Reason> stops(LegalBasis basis, DataCategory category, Facts facts, Instant at) {
        var stops = EnumSet.noneOf(Reason.class);
        if (basis.period().isBefore(at)) {
            stops.add(Reason.BASIS_NOT_YET_IN_FORCE);
        }
        if (basis.period().isOver(at)) {
            stops.add(Reason.BASIS_EXPIRED);
        }
        var consent = basis.consent();
        if (basis.ground() == Ground.CONSENT && consent != null && consent.isWithdrawn(at)) {
            stops.add(Reason.CONSENT_WITHDRAWN);
        }
        if (!isEligible(basis, category, facts)) {
            stops.add(Reason.BASIS_NOT_ELIGIBLE);
        }
        if (basis.ground() == Ground.LEGITIMATE_INTEREST && !isBalanced(basis.balancing(), facts, at)) {
            stops.add(Reason.BALANCING_TEST_MISSING);
        }
        if (basis.ground().allowsObjection()) {
            for (var objection : facts.objections()) {
                if (objection.concerns(PURPOSE) && objection.isPending(at)) {
                    stops.add(Reason.OBJECTION_PENDING);
                }
                if (objection.concerns(PURPOSE) && objection.isUpheld(at)) {
                    stops.add(Reason.OBJECTION_UPHELD);
                }
            }
        }
        return stops;
    }

    private static boolean isEligible(LegalBasis basis, DataCategory category, Facts facts) {
        return switch (basis.ground()) {
            case PUBLIC_TASK -> facts.recipient().isPublicBody();
            case CONTRACT -> basis.personal();
            case VITAL_INTERESTS -> false;
            case CONSENT ->
                basis.personal()
                        && basis.consent() != null
                        && !NEVER_BY_CONSENT.contains(category)
                        && !(category == DataCategory.CAPACITY
                                && facts.recipient().isEmployer());
            case LEGAL_OBLIGATION, LEGITIMATE_INTEREST -> true;
        };
    }

    private static boolean isBalanced(LegalBasis.@Nullable Balancing balancing, Facts facts, Instant at) {
        return balancing != null
                && balancing.inFavour()
                && !at.isBefore(balancing.decidedAt())
                && (balancing.childWeighed() || !facts.isChild(at));
    }

    private static boolean hasSpecialGround(Facts facts) {
        var ground = facts.commission().specialGround();
        return ground == SpecialGround.H1 || (ground == SpecialGround.H2 && facts.recipient() == RecipientKind.V);
    }

    private boolean isRetentionOver(DataCategory category, Facts facts, Instant at) {
        var end = retentionEnd(category, facts);
        return end != null && !at.isBefore(end);
    }

    /** Counted from the end of the trajectory; an open trajectory has none, a category without a rule ends at once. */
    private @Nullable Instant retentionEnd(DataCategory category, Facts facts) {
        var ended = facts.trajectory().endedOn();
        if (ended == null) {
            return null;
        }
        var months = register.retentionOf(category);
        // The last day counts: the file of a trajectory that closed on 15 March goes on 16 March, two years later.
        return Period.startOf(ended.plusMonths(months == null ? 0 : months).plusDays(1));
    }

    private static void conditionGate(Set<Condition> conditions, Facts facts, Instant at, Set<Reason> reasons) {
        for (var condition : conditions) {
            switch (condition) {
                case K2 -> require(isReached(facts.trajectory().conceptShownAt(), at), Reason.CONDITION_K2, reasons);
                case K3 -> require(hasCapacityStatement(facts, at), Reason.CONDITION_K3, reasons);
                case K4 -> require(isReached(facts.commission().secrecySignedAt(), at), Reason.CONDITION_K4, reasons);
                case K5 -> require(facts.recipient().isPublicBody(), Reason.CONDITION_K5, reasons);
                // No such facts are recorded yet, and K8 has no channel: never met.
                case K7 -> reasons.add(Reason.CONDITION_K7);
                case K8 -> reasons.add(Reason.CONDITION_K8);
                case K11 -> reasons.add(Reason.CONDITION_K11);
                case K14 -> reasons.add(Reason.CONDITION_K14);
                case K17 -> require(facts.commission().product() == Product.JOBCOACHING, Reason.CONDITION_K17, reasons);
                case K19 -> require(facts.commission().isSicknessRelated(), Reason.CONDITION_K19, reasons);
                case K1, K6, K9, K10, K12, K13, K15, K16, K18, K20 -> {
                    // K1 is gate 2; the others narrow what is shown.
                }
            }
        }
    }

    private static void require(boolean met, Reason otherwise, Set<Reason> reasons) {
        if (!met) {
            reasons.add(otherwise);
        }
    }

    private static boolean isReached(@Nullable Instant moment, Instant at) {
        return moment != null && !at.isBefore(moment);
    }

    private static boolean hasCapacityStatement(Facts facts, Instant at) {
        return facts.trajectory().capacityStatements().stream().anyMatch(period -> period.holds(at));
    }

    private static Projection projection(@Nullable Cell cell) {
        if (cell == null || cell.verdict() == Cell.Verdict.AGG) {
            return Projection.AGGREGATE;
        }
        var narrowest = Projection.FULL;
        for (var condition : cell.conditions()) {
            narrowest = narrowest.narrowest(
                    switch (condition) {
                        case K9 -> Projection.AGGREGATE;
                        case K15 -> Projection.HEADLINE;
                        case K6, K16 -> Projection.FACTS_ONLY;
                        case K5 -> Projection.MASKED;
                        default -> Projection.FULL;
                    });
        }
        return narrowest;
    }

    /** Every instant after {@code at} at which any fact begins or stops to count: between two of them nothing changes. */
    private Iterable<Instant> changesAfter(DataCategory category, Facts facts, Instant at) {
        var changes = new TreeSet<Instant>();
        matrix.changes().forEach(change -> addAfter(changes, change, at));
        register.entries().forEach(entry -> addAfter(changes, entry.period(), at));
        for (var basis : facts.bases()) {
            addAfter(changes, basis.period(), at);
            var balancing = basis.balancing();
            addAfter(changes, balancing == null ? null : balancing.decidedAt(), at);
            var consent = basis.consent();
            addAfter(changes, consent == null ? null : consent.withdrawnAt(), at);
        }
        addAfter(changes, facts.eighteenth(), at);
        facts.objections().forEach(objection -> {
            addAfter(changes, objection.receivedAt(), at);
            addAfter(changes, objection.decidedAt(), at);
        });
        facts.restrictions().forEach(restriction -> addAfter(changes, restriction.period(), at));
        addAfter(changes, retentionEnd(category, facts), at);
        addAfter(changes, facts.trajectory().conceptShownAt(), at);
        addAfter(changes, facts.commission().secrecySignedAt(), at);
        facts.trajectory().capacityStatements().forEach(period -> addAfter(changes, period, at));
        return changes;
    }

    private static void addAfter(Set<Instant> changes, Period period, Instant at) {
        addAfter(changes, period.from(), at);
        addAfter(changes, period.until(), at);
    }

    private static void addAfter(Set<Instant> changes, @Nullable Instant change, Instant at) {
        if (change != null && change.isAfter(at)) {
            changes.add(change);
        }
    }
}
