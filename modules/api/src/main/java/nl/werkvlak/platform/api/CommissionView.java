package nl.werkvlak.platform.api;

import java.time.LocalDate;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.trajectory.Commission;
import nl.werkvlak.platform.trajectory.Product;
import org.jspecify.annotations.Nullable;

/** A commission of one tenant, with its terms as they stand now. */
public record CommissionView(
        UUID id,
        String number,
        RecipientKind recipientKind,
        Product product,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        TermsView terms) {

    static CommissionView of(Commission commission) {
        return new CommissionView(
                commission.id(),
                commission.number(),
                commission.recipient(),
                commission.product(),
                commission.firstDay(),
                commission.lastDay(),
                TermsView.of(commission.terms()));
    }
}
