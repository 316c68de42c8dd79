package nl.werkvlak.platform.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Matrix.Place;
import org.jspecify.annotations.Nullable;

/** A cell that is not the same in two versions of the matrix. Without a cell nothing leaves. */
public record MatrixDifference(
        Place place, @Nullable Cell before, @Nullable Cell after) {

    static final Comparator<Place> IN_ORDER =
            Comparator.comparing(Place::report).thenComparing(Place::category).thenComparing(Place::recipient);

    /** What a difference does to what may leave. */
    public enum Effect {
        /** Nothing left here, and now something may. */
        OPENS,
        /** Something might leave here, and now nothing does. */
        CLOSES,
        /** Something may leave here, in another form or under other conditions. */
        CHANGES,
        /** Nothing leaves here, for another reason. */
        STAYS_CLOSED
    }

    public Effect effect() {
        if (isOpen(before)) {
            return isOpen(after) ? Effect.CHANGES : Effect.CLOSES;
        }
        return isOpen(after) ? Effect.OPENS : Effect.STAYS_CLOSED;
    }

    private static boolean isOpen(@Nullable Cell cell) {
        return cell != null && cell.verdict() != Cell.Verdict.DENY;
    }

    /** Cell by cell, in the order of the matrix. */
    static List<MatrixDifference> between(Map<Place, Cell> before, Map<Place, Cell> after) {
        var places = new HashSet<>(before.keySet());
        places.addAll(after.keySet());
        var differences = new ArrayList<MatrixDifference>();
        for (var place : places.stream().sorted(IN_ORDER).toList()) {
            var difference = new MatrixDifference(place, before.get(place), after.get(place));
            if (!Objects.equals(difference.before(), difference.after())) {
                differences.add(difference);
            }
        }
        return differences;
    }
}
