package nl.werkvlak.platform.web;

import nl.werkvlak.platform.onboarding.ImportReport;

/** The rows of a whole import, over its files. */
public record ImportCounts(long read, long added, long changed, long unchanged, long refused) {

    static ImportCounts of(ImportReport report) {
        return report.files().stream()
                .map(file ->
                        new ImportCounts(file.read(), file.added(), file.changed(), file.unchanged(), file.refused()))
                .reduce(new ImportCounts(0, 0, 0, 0, 0), ImportCounts::plus);
    }

    private ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                read + other.read,
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                refused + other.refused);
    }
}
