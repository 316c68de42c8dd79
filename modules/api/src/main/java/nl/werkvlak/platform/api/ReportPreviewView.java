package nl.werkvlak.platform.api;

import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.reporting.ReportPreview;
import nl.werkvlak.platform.reporting.ReportPreview.Outcome;

/**
 * What would become of one report, and why; for Werkvlak's own people, never for a tenant.
 *
 * @param subject the trajectory, or the commission
 * @param shown the categories that would be in it
 * @param withheld what would be left out of a report about one person
 * @param markedTexts the texts that wait for a second person
 */
public record ReportPreviewView(
        ReportKind kind,
        UUID subject,
        Outcome outcome,
        List<DataCategory> shown,
        List<WithheldCategory> withheld,
        List<MarkedTexts> markedTexts) {

    /** A category that would be left out. */
    public record WithheldCategory(DataCategory category, List<Reason> reasons) {}

    /** How many texts of a category wait. */
    public record MarkedTexts(DataCategory category, int texts) {}

    static ReportPreviewView of(ReportPreview preview) {
        return new ReportPreviewView(
                preview.kind(),
                preview.subject(),
                preview.outcome(),
                preview.shown().stream().sorted().toList(),
                preview.withheld().entrySet().stream()
                        .map(entry -> new WithheldCategory(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList(),
                preview.markedTexts().entrySet().stream()
                        .map(entry -> new MarkedTexts(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
