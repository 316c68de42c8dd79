package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.werkvlak.platform.api.DecisionView.BasisCited;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.subjectrights.Assessment;
import nl.werkvlak.platform.subjectrights.Requester;
import nl.werkvlak.platform.subjectrights.Right;
import org.jspecify.annotations.Nullable;

/**
 * What a request of a client comes to; for the privacy officer, never for a tenant.
 *
 * @param due the last day for the answer, in Amsterdam
 * @param extendedDue the same, after an extension that was sent on {@code due} at the latest
 * @param feeInCents in eurocents
 * @param feeAllowed whether the law would let one be asked
 */
public record RequestAssessmentView(
        Right right,
        Requester requester,
        Instant receivedAt,
        LocalDate nominalDue,
        LocalDate due,
        LocalDate extendedDue,
        Requester.Handling handling,
        String handlingExplanation,
        int feeInCents,
        boolean feeAllowed,
        List<AnswerView> answers) {

    /** What is done with one category, with a sentence to tell the client, and the law that it comes from. */
    public record AnswerView(
            DataCategory category,
            boolean granted,
            Assessment.Why reason,
            String explanation,
            String law,
            List<BasisCited> bases,
            @Nullable LocalDate keptThrough,
            @Nullable Right instead) {

        static AnswerView of(Assessment.Answer answer, Language language) {
            return new AnswerView(
                    answer.category(),
                    answer.granted(),
                    answer.why(),
                    language.words("request." + answer.why(), answer.why().name()),
                    answer.why().law(),
                    answer.bases().stream().map(BasisCited::of).toList(),
                    answer.keptThrough(),
                    answer.instead());
        }
    }

    static RequestAssessmentView of(Assessment assessment, Language language) {
        var request = assessment.request();
        var deadline = assessment.deadline();
        var handling = assessment.handling();
        return new RequestAssessmentView(
                request.right(),
                request.by(),
                request.receivedAt(),
                deadline.nominal(),
                deadline.legal(),
                deadline.extended(),
                handling,
                language.words("handling." + handling, handling.name()),
                assessment.feeInCents(),
                assessment.feeAllowed(),
                assessment.answers().stream()
                        .map(answer -> AnswerView.of(answer, language))
                        .toList());
    }
}
