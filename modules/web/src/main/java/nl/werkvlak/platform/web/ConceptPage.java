package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.reporting.Concept;
import nl.werkvlak.platform.reporting.ReportPreview.Outcome;
import nl.werkvlak.platform.reporting.ReportPreviews;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.Caseload;
import org.jspecify.annotations.Nullable;

/** What the client organisation would get of one trajectory, what would be withheld and why, and what is still to be done. */
@Named("conceptPage")
@RequestScoped
@Requires(Permission.CONCEPT_READ)
public class ConceptPage {

    @Inject
    private ReportPreviews previews;

    @Inject
    private Caseload caseload;

    @Inject
    private Clock clock;

    private Caseload.@Nullable Own own;

    private @Nullable List<Concept> concepts;

    /** A category that is left out, and why. */
    public record Left(String category, List<String> reasons) {}

    public Caseload.Own own() {
        if (own == null) {
            own = caseload.find(Here.coach(), Here.uuid("trajectory"));
        }
        return own;
    }

    /** As on the list that leads here. */
    public YearMonth month() {
        var last = Months.last(clock);
        return Here.month().filter(month -> !month.isAfter(last)).orElse(last);
    }

    public List<Concept> concepts() {
        if (concepts == null) {
            concepts = previews.concepts(Here.coach(), own().trajectory(), month());
        }
        return concepts;
    }

    /** What is left out whatever the coach does here. */
    public List<Left> left(Concept concept) {
        return concept.preview().withheld().entrySet().stream()
                .filter(entry -> !waitsForShowing(entry))
                .map(entry -> new Left(
                        Say.category(entry.getKey()),
                        entry.getValue().stream()
                                .map(reason -> Texts.say(Here.locale(), "reason." + reason))
                                .toList()))
                .toList();
    }

    /** What is left out as long as the client has not seen the concept, and stands in it. */
    public List<String> waiting(Concept concept) {
        return concept.preview().withheld().entrySet().stream()
                .filter(ConceptPage::waitsForShowing)
                .map(entry -> Say.category(entry.getKey()))
                .toList();
    }

    private static boolean waitsForShowing(Map.Entry<DataCategory, Set<Reason>> entry) {
        return entry.getValue().equals(Set.of(Reason.CONDITION_K2));
    }

    public List<String> marked(Concept concept) {
        return concept.preview().markedTexts().entrySet().stream()
                .map(entry ->
                        Texts.say(Here.locale(), "concept.marked.of", Say.category(entry.getKey()), entry.getValue()))
                .toList();
    }

    public boolean waitsForShowing() {
        return concepts().stream().anyMatch(concept -> concept.preview().waitsForShowing());
    }

    public boolean waitsForSignature() {
        return concepts().stream().anyMatch(concept -> concept.preview().outcome() == Outcome.WAITING);
    }
}
