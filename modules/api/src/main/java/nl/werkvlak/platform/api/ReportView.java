package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.reporting.Report;

/**
 * An issued report, without its contents and without personal data.
 *
 * @param number says which commission and month
 * @param size bytes of the PDF
 * @param sha256 of the PDF, in hexadecimal
 */
public record ReportView(
        UUID id,
        ReportKind kind,
        String number,
        YearMonth period,
        int version,
        Instant decidedAt,
        Instant issuedAt,
        int size,
        String sha256) {

    static ReportView of(Report report) {
        return new ReportView(
                report.id(),
                report.kind(),
                report.number(),
                report.period(),
                report.version(),
                report.decidedAt(),
                report.issuedAt(),
                report.size(),
                report.digest());
    }
}
