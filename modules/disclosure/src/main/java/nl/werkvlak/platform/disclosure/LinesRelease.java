package nl.werkvlak.platform.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.TextClearances;
import org.jspecify.annotations.Nullable;

/**
 * What may leave in one document that tells of many people, line by line: each line as the release of its own person lets it
 * through, and around them only what is made of those lines.
 */
public final class LinesRelease {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Map<UUID, Release> releases;

    /** By trajectory, decided for the same kind of report at the same instant. */
    public LinesRelease(Map<UUID, Release> releases) {
        this.releases = Map.copyOf(releases);
    }

    /** The categories that may leave of anybody. */
    public Set<DataCategory> permitted() {
        var permitted = EnumSet.noneOf(DataCategory.class);
        releases.values().forEach(release -> permitted.addAll(release.permitted()));
        return permitted;
    }

    /** The numbers of the bases that carry the lines. */
    public Set<String> bases() {
        var bases = new TreeSet<String>();
        releases.values().forEach(release -> bases.addAll(release.bases()));
        return bases;
    }

    /** The earliest instant at which time alone changes one of the answers; null when it never does. */
    public @Nullable Instant validThrough() {
        return releases.values().stream()
                .map(Release::validThrough)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * The document of the lines that were let through; somebody without a release has none.
     *
     * @param lines by trajectory
     * @param document makes it of the projected lines, and of nothing else about a person
     */
    public <L extends Record, D extends Record> Released<D> project(
            Map<UUID, List<L>> lines, Function<List<L>, D> document) {
        var told = new ArrayList<L>();
        lines.forEach((trajectory, own) -> {
            var release = releases.get(trajectory);
            if (release != null) {
                own.forEach(line -> told.add(release.project(line).document()));
            }
        });
        var permitted = permitted();
        var texts = new TextStop(NOBODY, TextClearances.none());
        var projected = Projector.project(document.apply(told), part -> permitted.contains(part.value()), texts::lets);
        return new Released<>(projected, texts.held());
    }
}
