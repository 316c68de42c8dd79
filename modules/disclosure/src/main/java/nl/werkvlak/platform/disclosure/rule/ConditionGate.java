package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.trajectory.Product;
import org.jspecify.annotations.Nullable;

/** Gate 8: the conditions of a cell that withhold when they are not met; the others narrow what is shown. */
final class ConditionGate {

    private static final Set<Purpose> OWN_PURPOSE = EnumSet.of(Rule.PURPOSE);

    private final Facts facts;
    private final BasisGate bases;
    private final List<Instant> changes;

    ConditionGate(Facts facts, BasisGate bases) {
        this.facts = facts;
        this.bases = bases;
        this.changes = gathered().toList();
    }

    private Changes gathered() {
        var all = new Changes();
        for (var terms : facts.commission().terms()) {
            all.add(terms.inForceFrom()).add(terms.secrecySignedAt());
        }
        var trajectory = facts.trajectory();
        all.add(trajectory.conceptShownAt()).add(trajectory.conceptExcusedAt());
        trajectory.capacityStatements().values().forEach(all::add);
        trajectory
                .documents()
                .forEach(document -> all.add(document.releasedAt()).add(document.scannedAt()));
        facts.statutoryRequests().forEach(request -> all.add(request.receivedAt()));
        for (var change : bases.changes()) {
            all.add(change);
        }
        return all;
    }

    List<Instant> changes() {
        return changes;
    }

    Set<Reason> unmet(Set<Condition> conditions, DataCategory category, Instant at) {
        var unmet = EnumSet.noneOf(Reason.class);
        for (var condition : conditions) {
            var reason = condition.reason();
            if (reason != null && !isMet(condition, category, at)) {
                unmet.add(reason);
            }
        }
        return unmet;
    }

    private boolean isMet(Condition condition, DataCategory category, Instant at) {
        var trajectory = facts.trajectory();
        var terms = facts.commission().termsAt(at);
        return switch (condition) {
            case K2 -> isReached(trajectory.conceptShownAt(), at) || isReached(trajectory.conceptExcusedAt(), at);
            case K3 -> trajectory.capacityStatements().values().stream().anyMatch(period -> period.holds(at));
            case K4 -> isReached(terms.secrecySignedAt(), at);
            case K5 -> facts.recipient().isPublicBody();
            case K7 -> bases.at(category, at).usable().stream().anyMatch(basis -> isConsentOfItsOwn(basis, category));
            // The channel to a medical adviser is outside the reports, and there is none.
            case K8 -> false;
            case K11 -> trajectory.documents().stream().anyMatch(document -> document.mayLeave(at));
            case K14 -> isAskedByLaw(category, at);
            case K17 -> facts.commission().product() == Product.JOBCOACHING;
            case K19 -> terms.isSicknessRelated();
            case K1, K6, K9, K10, K12, K13, K15, K16, K18, K20 -> true;
        };
    }

    private static boolean isReached(@Nullable Instant moment, Instant at) {
        return moment != null && !at.isBefore(moment);
    }

    /** A consent that says nothing else: this category, and the purpose of the reports. */
    private static boolean isConsentOfItsOwn(LegalBasis basis, DataCategory category) {
        return basis.ground() == Ground.CONSENT
                && basis.categories().equals(EnumSet.of(category))
                && basis.purposes().equals(OWN_PURPOSE);
    }

    private boolean isAskedByLaw(DataCategory category, Instant at) {
        return facts.statutoryRequests().stream().anyMatch(request -> request.covers(category, at))
                && bases.at(category, at).usable().stream()
                        .anyMatch(basis -> basis.ground() == Ground.LEGAL_OBLIGATION);
    }
}
