package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.explanation.Explanation;
import nl.werkvlak.platform.disclosure.rule.Condition;
import nl.werkvlak.platform.disclosure.rule.Evidence;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A decision with all its reasons and all that it rests on; for the privacy officer, never for a tenant.
 *
 * @param at the instant that is asked about
 * @param knownAt absent: decided on all that is known now
 * @param counted may be counted in an aggregate, though perhaps not be shown
 * @param bases every usable legal basis
 * @param conditions those of the cell
 * @param validThrough when time alone changes the answer; absent when it never does
 * @param evidence every fact that was read, gate by gate
 */
public record DecisionView(
        UUID tenant,
        UUID trajectory,
        DataCategory category,
        ReportKind report,
        YearMonth period,
        Instant at,
        @Nullable Instant knownAt,
        boolean permitted,
        boolean counted,
        List<ReasonView> reasons,
        List<BasisCited> bases,
        Projection projection,
        List<Condition> conditions,
        @Nullable Instant validThrough,
        String matrixVersion,
        String registerVersion,
        String regulationVersion,
        List<EvidenceView> evidence) {

    /** Why not, with the gate (1 to 8) that says so, and a sentence that says what is missing. */
    public record ReasonView(Reason code, int gate, String explanation) {

        static ReasonView of(Reason reason, Language language) {
            return new ReasonView(reason, reason.gate(), language.words("reason." + reason, reason.name()));
        }
    }

    /** A usable legal basis, cited by both laws. */
    public record BasisCited(String number, String letter, String citation) {

        static BasisCited of(LegalBasis basis) {
            return new BasisCited(
                    basis.number(),
                    String.valueOf(basis.ground().letter()),
                    basis.ground().citation());
        }
    }

    /** A fact that was read, and what it puts in the way. */
    public record EvidenceView(
            int gate,
            Evidence.Kind kind,
            String reference,
            @Nullable Instant from,
            @Nullable Instant until,
            String value,
            List<Reason> reasons) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.kind().gate(),
                    evidence.kind(),
                    evidence.reference(),
                    evidence.from(),
                    evidence.until(),
                    evidence.value(),
                    List.copyOf(evidence.reasons()));
        }
    }

    static DecisionView of(TenantId tenant, Explanation explained, Language language) {
        var decision = explained.decision();
        var question = explained.question();
        return new DecisionView(
                tenant.value(),
                explained.trajectory(),
                explained.category(),
                question.report(),
                question.period(),
                question.at(),
                question.knownAt(),
                decision.isPermitted(),
                decision.mayCount(),
                decision.reasons().stream()
                        .map(reason -> ReasonView.of(reason, language))
                        .toList(),
                decision.bases().stream().map(BasisCited::of).toList(),
                decision.projection(),
                List.copyOf(decision.conditions()),
                decision.validThrough(),
                explained.versions().matrix(),
                explained.versions().register(),
                explained.versions().regulation(),
                explained.evidence().stream().map(EvidenceView::of).toList());
    }
}
