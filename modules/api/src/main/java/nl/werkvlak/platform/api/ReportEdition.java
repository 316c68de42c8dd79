package nl.werkvlak.platform.api;

import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.reporting.Report;
import org.jspecify.annotations.Nullable;

/** The report that a corrected version takes the place of, by what it was called: its id leads nowhere any more. */
public record ReportEdition(
        @NoPersonalData String number, @NoPersonalData int version) {

    static @Nullable ReportEdition replacedBy(Report report) {
        return report.version() == 1 ? null : new ReportEdition(report.number(), report.version() - 1);
    }
}
