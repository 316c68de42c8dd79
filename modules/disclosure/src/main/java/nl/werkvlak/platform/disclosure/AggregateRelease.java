package nl.werkvlak.platform.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.trajectory.TextClearances;
import org.jspecify.annotations.Nullable;

/**
 * What may leave about many people at once: for each category, the trajectories that count. Who may not be counted is
 * in none of the numbers.
 */
public final class AggregateRelease {

    private static final UUID NOBODY = new UUID(0, 0);

    private final List<Release> releases;
    private final Map<DataCategory, Set<UUID>> counted = new EnumMap<>(DataCategory.class);

    /** Over the releases of each person, decided for the same kind of report at the same instant. */
    public AggregateRelease(Collection<Release> releases) {
        this.releases = List.copyOf(releases);
        for (var category : DataCategory.values()) {
            var who = new HashSet<UUID>();
            for (var release : releases) {
                if (release.mayCount(category)) {
                    who.add(release.trajectory());
                }
            }
            counted.put(category, Set.copyOf(who));
        }
    }

    /** The trajectories that count in a number about this category. */
    public Set<UUID> counted(DataCategory category) {
        return Objects.requireNonNull(counted.get(category));
    }

    /** The categories in which anybody counts. */
    public Set<DataCategory> permitted() {
        var permitted = EnumSet.noneOf(DataCategory.class);
        counted.forEach((category, who) -> {
            if (!who.isEmpty()) {
                permitted.add(category);
            }
        });
        return permitted;
    }

    /** The numbers of the bases on which people are counted. */
    public Set<String> bases() {
        var bases = new TreeSet<String>();
        releases.forEach(release -> bases.addAll(release.bases()));
        return bases;
    }

    /** The earliest instant at which time alone changes who counts; null when it never does. */
    public @Nullable Instant validThrough() {
        return releases.stream()
                .map(Release::validThrough)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The document with every part emptied that is about a category in which nobody counts, or about one person. */
    public <D extends Record> Released<D> project(D document) {
        var permitted = permitted();
        // A text about many is nobody's to release: one with a mark never leaves.
        var texts = new TextStop(NOBODY, TextClearances.none());
        var projected = Projector.project(
                document,
                part -> permitted.contains(part.value()) && part.atLeast() == Projection.AGGREGATE,
                texts::lets);
        return new Released<>(projected, texts.held());
    }
}
