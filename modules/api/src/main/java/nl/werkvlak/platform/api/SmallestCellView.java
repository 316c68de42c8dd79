package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.reporting.SmallestCells.Decided;

/** A minimum cell size that was decided: for how many people, by whom, when and why. */
public record SmallestCellView(int people, String decidedBy, Instant decidedAt, String reason) {

    static SmallestCellView of(Decided decided) {
        var change = decided.change();
        return new SmallestCellView(decided.people(), change.by(), change.at(), change.reason());
    }
}
