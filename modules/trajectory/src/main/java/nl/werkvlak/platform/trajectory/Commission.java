package nl.werkvlak.platform.trajectory;

import java.time.LocalDate;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * A commission (opdracht) of one tenant, with its terms as they stand now.
 *
 * @param number what the office calls it
 */
public record Commission(
        UUID id,
        String number,
        RecipientKind recipient,
        Product product,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        RecordedTerms terms) {

    Commission with(RecordedTerms others) {
        return new Commission(id, number, recipient, product, firstDay, lastDay, others);
    }
}
