package nl.werkvlak.platform.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.onboarding.Finding;
import nl.werkvlak.platform.onboarding.ImportReport;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands now. It names files, lines, columns and codes, and no value that stood there.
 *
 * @param file the one that it is checking or writing
 * @param refusals the first thousand
 * @param refusalCount how many there are in all
 * @param notices what was ignored, such as unknown columns, and the first thousand texts that wait for a review
 */
public record ImportView(
        UUID id,
        ImportReport.State state,
        @Nullable String file,
        boolean partial,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        List<FileCountView> counts,
        List<FindingView> refusals,
        long refusalCount,
        List<FindingView> notices) {

    /** The rows of one file. */
    public record FileCountView(
            String file, long read, @JsonbProperty("new") long added, long changed, long unchanged, long refused) {

        static FileCountView of(ImportReport.FileCounts file) {
            return new FileCountView(
                    file.file(), file.read(), file.added(), file.changed(), file.unchanged(), file.refused());
        }
    }

    /** What was found in one place, and what to do about it. */
    public record FindingView(
            String file, @Nullable Long line, @Nullable String column, String code, String advice) {

        static FindingView of(Finding finding, Language language) {
            return new FindingView(
                    finding.file(),
                    finding.line(),
                    finding.column(),
                    finding.code(),
                    finding.advice(language.locale()));
        }
    }

    static ImportView of(ImportReport report, Language language) {
        return new ImportView(
                report.id(),
                report.state(),
                report.file(),
                report.partial(),
                report.requestedAt(),
                report.endedAt(),
                report.failure(),
                report.files().stream().map(FileCountView::of).toList(),
                report.refusals().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList(),
                report.refusalsTotal(),
                report.notices().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList());
    }
}
