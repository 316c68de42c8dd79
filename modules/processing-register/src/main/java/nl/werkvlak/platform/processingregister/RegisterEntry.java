package nl.werkvlak.platform.processingregister;

import java.util.Set;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/** An entry of the processing register (verwerkingsregister): what is declared, for which purposes and recipients, when. */
public record RegisterEntry(
        String id,
        String version,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Set<RecipientKind> recipients,
        Period period) {

    boolean declares(Purpose purpose, DataCategory category, RecipientKind recipient) {
        return purposes.contains(purpose) && categories.contains(category) && recipients.contains(recipient);
    }
}
