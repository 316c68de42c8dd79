package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import nl.werkvlak.platform.disclosure.explanation.Difference;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Projection;
import org.jspecify.annotations.Nullable;

/** For every category the decision as it is, and as it would be; nothing was stored. */
public record WhatIfAnswer(List<DifferenceView> categories) {

    /** One category. */
    public record DifferenceView(DataCategory category, boolean changed, Verdict now, Verdict then) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.category(),
                    difference.isOne(),
                    Verdict.of(difference.now()),
                    Verdict.of(difference.then()));
        }
    }

    /** A decision in short. */
    public record Verdict(
            boolean permitted,
            boolean counted,
            Projection projection,
            List<String> bases,
            List<Reason> reasons,
            @Nullable Instant validThrough) {

        static Verdict of(Decision decision) {
            return new Verdict(
                    decision.isPermitted(),
                    decision.mayCount(),
                    decision.projection(),
                    decision.bases().stream().map(LegalBasis::number).toList(),
                    List.copyOf(decision.reasons()),
                    decision.validThrough());
        }
    }

    static WhatIfAnswer of(List<Difference> differences) {
        return new WhatIfAnswer(differences.stream().map(DifferenceView::of).toList());
    }
}
