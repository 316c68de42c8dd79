package nl.werkvlak.platform.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * A report that is made and about to be kept.
 *
 * @param subject the trajectory, or the commission
 * @param client whom it is about; null for a report over many
 * @param people of whom it tells, or whom it counts
 * @param tallies what it counted, to hold later reports against; null for a report about one person
 * @param pdf and document: sealed under the key of the client, or of the tenant for a report over many
 */
record IssuedReport(
        UUID id,
        Edition edition,
        UUID subject,
        @Nullable UUID client,
        Trace trace,
        Gate.Versions versions,
        @Nullable Instant validThrough,
        Set<DataCategory> categories,
        Set<String> bases,
        List<Standings.Person> people,
        TallyStore.@Nullable Sealed tallies,
        SealedPdf pdf,
        SealedDocument document) {

    /** The commission and the clients about whom a changed fact may change the answer. */
    List<UUID> restsOn(UUID commission) {
        return Stream.concat(Stream.of(commission), people.stream().map(Standings.Person::client))
                .toList();
    }
}
