package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import org.jspecify.annotations.Nullable;

/** Gate 4: at least one usable legal basis (regulation art. 7); without one, all that stops the candidates. */
final class BasisGate {

    private static final Set<DataCategory> NEVER_BY_CONSENT =
            EnumSet.of(DataCategory.BSN, DataCategory.HEALTH, DataCategory.SPECIAL, DataCategory.CRIMINAL);

    private final Facts facts;
    private final Instant eighteenth;
    private final List<Instant> changes;

    /** The usable bases; or what stops each of the candidates. */
    record Answer(List<LegalBasis> usable, Set<Reason> reasons) {}

    BasisGate(Facts facts) {
        this.facts = facts;
        this.eighteenth = facts.eighteenth();
        this.changes = gathered().toList();
    }

    private Changes gathered() {
        var all = new Changes().add(eighteenth);
        for (var basis : facts.bases()) {
            all.add(basis.period());
            var balancing = basis.balancing();
            all.add(balancing == null ? null : balancing.decidedAt());
            var consent = basis.consent();
            all.add(consent == null ? null : consent.withdrawnAt());
        }
        for (var objection : facts.objections()) {
            all.add(objection.receivedAt()).add(objection.decidedAt());
        }
        return all;
    }

    /** When it may say something else, of any category. */
    List<Instant> changes() {
        return changes;
    }

    Answer at(DataCategory category, Instant at) {
        var usable = new ArrayList<LegalBasis>();
        var stopped = EnumSet.noneOf(Reason.class);
        for (var basis : facts.bases()) {
            if (basis.covers(Rule.PURPOSE, category)) {
                var stops = stops(basis, category, at);
                stopped.addAll(stops);
                if (stops.isEmpty()) {
                    usable.add(basis);
                }
            }
        }
        if (!usable.isEmpty()) {
            return new Answer(usable, Set.of());
        }
        return new Answer(usable, stopped.isEmpty() ? Set.of(Reason.NO_LEGAL_BASIS) : stopped);
    }

    private Set<Reason> stops(LegalBasis basis, DataCategory category, Instant at) {
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
        if (!isEligible(basis, category)) {
            stops.add(Reason.BASIS_NOT_ELIGIBLE);
        }
        if (basis.ground() == Ground.LEGITIMATE_INTEREST && !isBalanced(basis.balancing(), at)) {
            stops.add(Reason.BALANCING_TEST_MISSING);
        }
        if (basis.ground().allowsObjection()) {
            for (var objection : facts.objections()) {
                if (objection.concerns(Rule.PURPOSE) && objection.isPending(at)) {
                    stops.add(Reason.OBJECTION_PENDING);
                }
                if (objection.concerns(Rule.PURPOSE) && objection.isUpheld(at)) {
                    stops.add(Reason.OBJECTION_UPHELD);
                }
            }
        }
        return stops;
    }

    private boolean isEligible(LegalBasis basis, DataCategory category) {
        return switch (basis.ground()) {
            case PUBLIC_TASK -> facts.recipient().isPublicBody();
            case CONTRACT -> basis.personal();
            case VITAL_INTERESTS -> false;
            case CONSENT -> basis.personal() && basis.consent() != null && mayConsentTo(category);
            case LEGAL_OBLIGATION, LEGITIMATE_INTEREST -> true;
        };
    }

    private boolean mayConsentTo(DataCategory category) {
        return !NEVER_BY_CONSENT.contains(category)
                && !(category == DataCategory.CAPACITY && facts.recipient().isEmployer());
    }

    private boolean isBalanced(LegalBasis.@Nullable Balancing balancing, Instant at) {
        return balancing != null
                && balancing.inFavour()
                && !at.isBefore(balancing.decidedAt())
                && (balancing.childWeighed() || !at.isBefore(eighteenth));
    }
}
