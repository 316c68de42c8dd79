package nl.werkvlak.platform.disclosure.register;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register, for who asks what left.
 *
 * @param sequence its place in the register of its tenant, from 1
 * @param client whom it is about; null for a report over many, and for a client who was erased
 * @param recipient the id of the portal client or account; the tenant itself when the report was issued
 * @param form in which it was opened; null for the rest, and for what was opened before that was kept
 * @param categories what was received; none when the report was only listed
 * @param bases the numbers of the legal bases on which the report rests
 */
public record Disclosed(
        long sequence,
        UUID id,
        DisclosureRegister.Event event,
        UUID report,
        @Nullable UUID client,
        String recipient,
        @Nullable String form,
        Set<DataCategory> categories,
        List<String> bases,
        Instant at) {

    static Disclosed of(KeptEntry entry) {
        return new Disclosed(
                entry.sequence(),
                entry.id(),
                DisclosureRegister.Event.valueOf(entry.event()),
                entry.report(),
                entry.client(),
                entry.recipient(),
                entry.form(),
                categories(entry.categories()),
                entry.bases().isEmpty() ? List.of() : List.of(entry.bases().split(" ", -1)),
                entry.at());
    }

    private static Set<DataCategory> categories(String names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        return Collections.unmodifiableSet(Arrays.stream(names.split(",", -1))
                .map(DataCategory::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataCategory.class))));
    }
}
