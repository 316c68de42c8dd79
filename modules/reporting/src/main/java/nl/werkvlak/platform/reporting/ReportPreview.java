package nl.werkvlak.platform.reporting;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * What would become of one report if it were made now, and why; for Werkvlak's own people, never for a tenant.
 *
 * @param subject the trajectory, or the commission
 * @param shown the categories that would be in it
 * @param withheld the categories that would be left out of a report about one person, each with why
 * @param markedTexts how many texts wait for a second person, by category
 */
public record ReportPreview(
        ReportKind kind,
        UUID subject,
        Outcome outcome,
        Set<DataCategory> shown,
        Map<DataCategory, Set<Reason>> withheld,
        Map<DataCategory, Integer> markedTexts) {

    /** In the order in which a run decides it. */
    public enum Outcome {
        /** There is a report already; it stays as it is. */
        STANDS,
        /** It was withdrawn; it comes back by being corrected, and not by a run. */
        WITHDRAWN,
        /** The coach has not signed off the month. */
        WAITING,
        /** Nothing at all may leave. */
        WITHHELD,
        /** It cannot be made, for a technical reason. */
        FAILED,
        ISSUED
    }

    /** The client still has to be shown the concept, or it has to be recorded why not (condition K2). */
    public boolean waitsForShowing() {
        return withheld.values().stream().anyMatch(reasons -> reasons.contains(Reason.CONDITION_K2));
    }

    ReportPreview withMarkedTexts(Map<DataCategory, Integer> texts) {
        return new ReportPreview(kind, subject, outcome, shown, withheld, texts);
    }
}
