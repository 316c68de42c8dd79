package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.reporting.ReceivedReports.ReceivedReport;
import org.jspecify.annotations.Nullable;

/**
 * An issued report in which a client stands, and what became of it; for the privacy officer, never for a tenant.
 *
 * @param overMany the client is counted in it, or named by a reference only
 * @param categories what it holds of this client
 * @param withdrawnAt absent as long as it stands
 * @param receipts none as long as nobody saw or opened it
 */
public record ReceivedReportView(
        UUID report,
        ReportKind kind,
        String number,
        int version,
        YearMonth period,
        boolean overMany,
        List<DataCategory> categories,
        Instant issuedAt,
        @Nullable Instant withdrawnAt,
        List<ReceiptView> receipts,
        List<NoticeView> notices) {

    static ReceivedReportView of(ReceivedReport report) {
        return new ReceivedReportView(
                report.id(),
                report.kind(),
                report.number(),
                report.version(),
                report.period(),
                report.isOverMany(),
                report.categories().stream().sorted().toList(),
                report.issuedAt(),
                report.withdrawnAt(),
                report.receipts().stream().map(ReceiptView::of).toList(),
                report.notices().stream().map(NoticeView::of).toList());
    }
}
