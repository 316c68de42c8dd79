package nl.werkvlak.platform.disclosure.explanation;

import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.legalbasis.DataCategory;

/** What a changed fact would do to one category: the decision as it is, and as it would be. */
public record Difference(DataCategory category, Decision now, Decision then) {

    /** The answer would be another one: permitted or not, for which reasons, how much is shown, or on which bases. */
    public boolean isOne() {
        return !(now.reasons().equals(then.reasons())
                && now.projection() == then.projection()
                && now.bases().equals(then.bases()));
    }
}
