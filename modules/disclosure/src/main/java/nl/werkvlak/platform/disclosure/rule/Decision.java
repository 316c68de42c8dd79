package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value of one category may go to the recipient at one instant.
 *
 * @param reasons why not, in gate order, each once; none means permitted
 * @param bases every usable legal basis
 * @param conditions those of the cell, for the ones that narrow what is shown
 * @param validThrough the earliest instant at which time alone would change the answer; null when it never would
 */
public record Decision(
        Set<Reason> reasons,
        List<LegalBasis> bases,
        Projection projection,
        Set<Condition> conditions,
        @Nullable Instant validThrough) {

    public Decision {
        reasons = Collections.unmodifiableSet(reasons);
        bases = List.copyOf(bases);
        conditions = Collections.unmodifiableSet(conditions);
    }

    /** It may be shown, as the projection says. */
    public boolean isPermitted() {
        return reasons.isEmpty();
    }

    /** It may be counted in an aggregate: nothing stands in the way but that it may not be shown on its own. */
    public boolean mayCount() {
        return reasons.isEmpty() || reasons.equals(Set.of(Reason.AGGREGATE_ONLY));
    }
}
