package nl.werkvlak.platform.rendering;

import static nl.werkvlak.platform.legalbasis.DataCategory.HOURS;
import static nl.werkvlak.platform.legalbasis.DataCategory.IDENT;
import static nl.werkvlak.platform.legalbasis.TextKind.CODE;
import static nl.werkvlak.platform.legalbasis.TextKind.REFERENCE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * The content of an invoice specification (factuurspecificatie): the hours that Werkvlak spent in one commission in one
 * month, and what they cost.
 *
 * <p>A client is named by a reference only (condition K10). Each line was let through for its own client; the totals are those
 * of the lines that are there. Amounts are euros.
 *
 * @param hourlyRate without VAT
 * @param vat percentage of VAT (btw): {@code 21}
 */
public record InvoiceDocument(
        @NoPersonalData DocumentHead head,
        @NoPersonalData String commissionNumber,
        @NoPersonalData String product,
        @NoPersonalData BigDecimal hourlyRate,
        @NoPersonalData BigDecimal vat,
        @Carries(HOURS) List<Line> lines,
        Total total)
        implements ReportDocument {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public InvoiceDocument {
        lines = Parts.of(lines);
    }

    /**
     * What was done for one client.
     *
     * @param reference the number under which the tenant knows the client
     * @param work what it was: {@code BEGELEIDING}
     */
    public record Line(
            @Carries(value = IDENT, text = REFERENCE) @Nullable
            String reference,

            @Carries(value = HOURS, text = CODE) @Nullable String work,

            @Carries(HOURS) @Nullable BigDecimal hours,
            @Carries(HOURS) @Nullable BigDecimal amount) {}

    /**
     * Over all lines.
     *
     * @param net without VAT
     * @param gross with it
     */
    public record Total(
            @Carries(HOURS) @Nullable BigDecimal hours,
            @Carries(HOURS) @Nullable BigDecimal net,
            @Carries(HOURS) @Nullable BigDecimal tax,
            @Carries(HOURS) @Nullable BigDecimal gross) {}

    /** Of the lines that were let through; one without hours says nothing, and is left out. */
    public static InvoiceDocument of(
            DocumentHead head,
            String commissionNumber,
            String product,
            BigDecimal hourlyRate,
            BigDecimal vat,
            List<Line> lines) {
        List<Line> told = lines.stream()
                .filter(line -> line.hours() != null && line.amount() != null)
                .sorted(Comparator.comparing(Line::reference, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Line::work, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        BigDecimal net = sum(told, Line::amount);
        BigDecimal tax = net.multiply(vat).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return new InvoiceDocument(
                head,
                commissionNumber,
                product,
                hourlyRate,
                vat,
                told,
                new Total(sum(told, Line::hours), net, tax, net.add(tax)));
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, @Nullable BigDecimal> which) {
        return lines.stream().map(which).filter(Objects::nonNull).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
