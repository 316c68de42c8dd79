package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.reporting.ReceivedReports;
import org.jspecify.annotations.Nullable;

/**
 * Reports in which a client stands, the latest first.
 *
 * @param recipient the tenant by name
 * @param next the cursor of the next page; absent on the last one
 */
public record ReceivedReportPage(
        String recipient,
        List<ReceivedReportView> receivedReports,
        @Nullable String next) {

    static ReceivedReportPage of(ReceivedReports.Answer answer) {
        return new ReceivedReportPage(
                answer.recipient(),
                answer.reports().items().stream().map(ReceivedReportView::of).toList(),
                Query.next(answer.reports(), place -> Query.cursor(place.issuedAt(), place.id())));
    }
}
