package nl.werkvlak.platform.reporting;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * A report that is made and about to be kept.
 *
 * @param subject the trajectory, or the commission
 * @param client whom it is about; null for a report over many
 * @param pdf sealed under the key of the client, or of the tenant for a report over many
 */
record IssuedReport(
        UUID id,
        UUID subject,
        @Nullable UUID client,
        Trace trace,
        Gate.Versions versions,
        @Nullable Instant validThrough,
        Set<DataCategory> categories,
        Set<String> bases,
        SealedPdf pdf) {}
