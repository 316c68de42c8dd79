package nl.werkvlak.platform.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.vault.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * What came of making reports; nothing of it is kept yet.
 *
 * @param facts those that the decisions rest on
 * @param validThrough the earliest instant at which time alone changes one of the decisions; null when it never does
 * @param withheld the subjects of which nothing at all may leave
 * @param failed the subjects whose report could not be made
 * @param keys of the clients, as they were opened for this; none in a report over many
 * @param decided what was decided of each trajectory, also of those of which nothing may leave; none in a report over many
 */
record Made(
        FactVersions facts,
        @Nullable Instant validThrough,
        List<IssuedReport> reports,
        List<UUID> withheld,
        List<UUID> failed,
        Map<UUID, DataKey> keys,
        Map<UUID, Release> decided) {

    Made(FactVersions facts, @Nullable Instant validThrough) {
        this(
                facts,
                validThrough,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    static @Nullable Instant earliest(Collection<Release> releases) {
        return releases.stream()
                .map(Release::validThrough)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
