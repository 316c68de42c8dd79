package nl.werkvlak.platform.disclosure.explanation;

import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.Evidence;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * A decision with all its reasons, and everything that it rests on.
 *
 * @param evidence each fact that the rule read for this category, in the order of the gates
 */
public record Explanation(
        UUID trajectory,
        DataCategory category,
        Question question,
        Decision decision,
        Gate.Versions versions,
        List<Evidence> evidence) {

    public Explanation {
        evidence = List.copyOf(evidence);
    }
}
