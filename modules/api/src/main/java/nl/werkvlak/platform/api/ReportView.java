package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.reporting.Report;
import org.jspecify.annotations.Nullable;

/**
 * An issued report, without its contents and without personal data.
 *
 * @param number says which commission and month
 * @param replaces absent for a first version
 * @param size bytes of the PDF
 * @param sha256 of the PDF, in hexadecimal
 * @param mediaTypes the forms in which it can be pulled
 */
public record ReportView(
        @NoPersonalData UUID id,
        @NoPersonalData ReportKind kind,
        @NoPersonalData String number,
        @NoPersonalData YearMonth period,
        @NoPersonalData int version,
        @NoPersonalData @Nullable ReportEdition replaces,
        @NoPersonalData Instant decidedAt,
        @NoPersonalData Instant issuedAt,
        @NoPersonalData int size,
        @NoPersonalData String sha256,
        @NoPersonalData List<String> mediaTypes) {

    static ReportView of(Report report) {
        return new ReportView(
                report.id(),
                report.kind(),
                report.number(),
                report.period(),
                report.version(),
                ReportEdition.replacedBy(report),
                report.decidedAt(),
                report.issuedAt(),
                report.size(),
                report.digest(),
                report.forms().stream().map(Form::mediaType).toList());
    }
}
