package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.werkvlak.platform.rendering.InvoiceDocument;
import nl.werkvlak.platform.tenancy.Sql;

/** The hours that Werkvlak spent in a commission in a month, by client and kind of work; still to be let through. */
final class InvoiceLines {

    /** The general rate of VAT (Wet op de omzetbelasting 1968, art. 9), as a percentage. */
    static final BigDecimal VAT = BigDecimal.valueOf(21);

    private InvoiceLines() {}

    /**
     * By trajectory; one without hours in the month has no lines.
     *
     * @param hourlyRate euros, without VAT
     */
    static Map<UUID, List<InvoiceDocument.Line>> read(Sql sql, UUID commission, YearMonth period, BigDecimal hourlyRate)
            throws SQLException {
        var lines = new HashMap<UUID, List<InvoiceDocument.Line>>();
        sql.stream(
                "select h.trajectory_id, c.number, h.kind, sum(h.hours) hours from hours_worked h"
                        + " join trajectory t on t.tenant_id = h.tenant_id and t.id = h.trajectory_id"
                        + " join client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                        + " where h.tenant_id = :tenant and t.commission_id = ? and h.worked_on between ? and ?"
                        + " group by h.trajectory_id, c.number, h.kind",
                row -> {
                    var hours = Objects.requireNonNull(row.amountOrNull("hours"));
                    lines.computeIfAbsent(row.uuid("trajectory_id"), any -> new ArrayList<>())
                            .add(new InvoiceDocument.Line(
                                    row.text("number"),
                                    row.text("kind"),
                                    hours,
                                    hours.multiply(hourlyRate).setScale(2, RoundingMode.HALF_UP)));
                },
                commission,
                period.atDay(1),
                period.atEndOfMonth());
        return lines;
    }
}
