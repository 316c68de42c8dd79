package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.RecordedEntry;
import org.jspecify.annotations.Nullable;

/** An entry of the processing register, with who recorded and who ended it. */
public record RegisterEntryView(
        String id,
        String version,
        String title,
        List<Purpose> purposes,
        List<DataCategory> categories,
        List<RecipientKind> recipientKinds,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String replaces,
        String recordedBy,
        @Nullable Instant recordedAt,
        String reason,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    static RegisterEntryView of(RecordedEntry entry) {
        return new RegisterEntryView(
                entry.id(),
                entry.version(),
                entry.title(),
                List.copyOf(entry.purposes()),
                List.copyOf(entry.categories()),
                List.copyOf(entry.recipients()),
                entry.firstDay(),
                entry.lastDay(),
                entry.replaces(),
                entry.recordedBy(),
                entry.recordedAt(),
                entry.reason(),
                entry.endedBy(),
                entry.endedAt(),
                entry.endReason());
    }
}
