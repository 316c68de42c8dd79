package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.reporting.ReceivedReports;
import org.jspecify.annotations.Nullable;

/**
 * That somebody of a tenant saw that there is a report, or opened it.
 *
 * @param recipient the id of a portal client or of an account
 * @param form absent for a listing, and for what was opened before that was kept
 */
public record ReceiptView(
        Kind event, String recipient, @Nullable Form form, int times, Instant firstAt, Instant lastAt) {

    /** What was received: that there is a report, or what stands in it. */
    public enum Kind {
        LISTED,
        OPENED
    }

    static ReceiptView of(ReceivedReports.Receipt receipt) {
        return new ReceiptView(
                Kind.valueOf(receipt.event().name()),
                receipt.recipient(),
                receipt.form(),
                receipt.times(),
                receipt.firstAt(),
                receipt.lastAt());
    }
}
