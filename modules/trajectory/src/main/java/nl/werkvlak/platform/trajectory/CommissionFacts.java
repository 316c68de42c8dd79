package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/**
 * What the gate reads of a commission (opdracht).
 *
 * @param terms the earliest first; the first ones are in force from the beginning of time
 */
public record CommissionFacts(UUID id, RecipientKind recipient, Product product, List<CommissionTerms> terms) {

    public CommissionFacts {
        terms = terms.stream()
                .sorted(Comparator.comparing(CommissionTerms::inForceFrom))
                .toList();
        if (terms.isEmpty() || terms.get(0).inForceFrom().isAfter(Instant.MIN)) {
            throw new IllegalArgumentException("A commission has terms from the beginning on");
        }
    }

    /** The terms as they stand at this instant. */
    public CommissionTerms termsAt(Instant at) {
        var latest = terms.get(0);
        for (var later : terms) {
            if (!at.isBefore(later.inForceFrom())) {
                latest = later;
            }
        }
        return latest;
    }
}
