package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionFacts;
import nl.werkvlak.platform.trajectory.TrajectoryFacts;

/**
 * All that the rule reads about one trajectory, as it stood at one moment. What is not in here is not a fact.
 *
 * @param bases those whose scope covers the client
 */
public record Facts(
        CommissionFacts commission,
        TrajectoryFacts trajectory,
        List<LegalBasis> bases,
        List<Objection> objections,
        List<Restriction> restrictions) {

    public RecipientKind recipient() {
        return commission.recipient();
    }

    Set<DataCategory> scope() {
        return commission.dataScope();
    }

    /** Under eighteen at this instant, counted from local midnight of the birthday. */
    boolean isChild(Instant at) {
        return at.isBefore(eighteenth());
    }

    Instant eighteenth() {
        return Period.startOf(trajectory.birthDate().plusYears(18));
    }
}
