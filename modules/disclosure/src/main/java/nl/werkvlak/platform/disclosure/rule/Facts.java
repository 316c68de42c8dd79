package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.List;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionFacts;
import nl.werkvlak.platform.trajectory.StatutoryRequest;
import nl.werkvlak.platform.trajectory.TrajectoryFacts;

/**
 * All that the rule reads about one trajectory, as it stood at one moment. What is not in here is not a fact.
 *
 * @param bases those whose scope covers the client
 * @param statutoryRequests those about the client
 * @param retentionOverrides those of the commission
 */
public record Facts(
        CommissionFacts commission,
        TrajectoryFacts trajectory,
        List<LegalBasis> bases,
        List<Objection> objections,
        List<Restriction> restrictions,
        List<StatutoryRequest> statutoryRequests,
        List<RetentionOverride> retentionOverrides) {

    public RecipientKind recipient() {
        return commission.recipient();
    }

    /** As they would be if the client had seen the concept (condition K2). */
    public Facts asShown() {
        return new Facts(
                commission,
                trajectory.shownAt(Instant.EPOCH),
                bases,
                objections,
                restrictions,
                statutoryRequests,
                retentionOverrides);
    }

    /** From here on the client is no child any more: who was born on 29 February is one until 1 March. */
    Instant eighteenth() {
        return Period.startOf(trajectory.birthDate().minusDays(1).plusYears(18).plusDays(1));
    }
}
