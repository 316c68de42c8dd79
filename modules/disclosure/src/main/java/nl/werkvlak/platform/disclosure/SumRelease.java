package nl.werkvlak.platform.disclosure;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.trajectory.TextClearances;

/**
 * What may leave that is made of nothing but numbers in reports that the recipient may have: sums of them say nothing that
 * the recipient could not add up already.
 */
public final class SumRelease {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Set<DataCategory> categories;

    /** @param categories that stand in the reports which are added up */
    public SumRelease(Set<DataCategory> categories) {
        this.categories = categories.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(categories));
    }

    /** The document with every part emptied that is about a category in none of the reports, or about one person. */
    public <D extends Record> Released<D> project(D document) {
        var texts = new TextStop(NOBODY, TextClearances.none());
        var projected = Projector.project(
                document,
                part -> categories.contains(part.value()) && part.atLeast() == Projection.AGGREGATE,
                texts::lets);
        return new Released<>(projected, texts.held());
    }
}
