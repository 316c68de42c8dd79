package nl.werkvlak.platform.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.NewEntry;
import org.jspecify.annotations.Nullable;

/** Processing to declare; what it replaces ends the day before. */
public record RecordRegisterEntry(
        String id,
        String version,
        String title,
        List<Purpose> purposes,
        List<DataCategory> categories,
        List<RecipientKind> recipientKinds,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String replaces,
        String reason) {

    NewEntry toEntry() {
        return new NewEntry(
                id,
                version,
                title,
                Set.copyOf(purposes),
                Set.copyOf(categories),
                Set.copyOf(recipientKinds),
                firstDay,
                lastDay,
                replaces);
    }
}
