package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.ReportPreview;
import nl.werkvlak.platform.reporting.ReportPreview.Outcome;
import nl.werkvlak.platform.reporting.ReportPreviews;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a month would make of one commission now.
 *
 * @param at the instant of its decisions
 * @param counts over the whole commission, whatever stands on this page
 * @param next the cursor of the next page; absent on the last one
 */
public record DryRun(
        UUID commission,
        YearMonth period,
        Instant at,
        List<DryRunCount> counts,
        List<ReportPreviewView> previews,
        @Nullable String next) {

    /** How many reports come to one end. */
    public record DryRunCount(Outcome outcome, long reports) {}

    /**
     * A page of it.
     *
     * @param only the trajectory that is asked about
     * @throws Refusal when that has no report in this commission and month
     */
    static DryRun of(ReportPreviews.DryRun dry, @Nullable UUID only, @Nullable String after, int limit) {
        var asked = dry.previews().stream()
                .filter(preview -> only == null || preview.subject().equals(only))
                .toList();
        if (only != null && asked.isEmpty()) {
            throw Refusal.unknown("trajectory", "There is no such trajectory.").at("trajectory");
        }
        var rest = asked.stream()
                .filter(preview -> after == null || placeOf(preview).compareTo(after) > 0)
                .toList();
        var page = rest.subList(0, Math.min(limit, rest.size()));
        return new DryRun(
                dry.commission(),
                dry.period(),
                dry.at(),
                dry.counts().entrySet().stream()
                        .map(count -> new DryRunCount(count.getKey(), count.getValue()))
                        .toList(),
                page.stream().map(ReportPreviewView::of).toList(),
                page.size() == rest.size() ? null : Query.cursor(placeOf(page.get(page.size() - 1))));
    }

    /** In the order in which a dry run tells them: by kind, then by subject. */
    private static String placeOf(ReportPreview preview) {
        return List.of(ReportKind.values()).indexOf(preview.kind()) + " " + preview.subject();
    }
}
