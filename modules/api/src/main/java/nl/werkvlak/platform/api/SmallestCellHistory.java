package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.reporting.SmallestCells;
import nl.werkvlak.platform.reporting.SmallestCells.Decided;

/**
 * The minimum cell size of a tenant.
 *
 * @param people what counts now
 * @param decisions all that was decided, the latest first; none where the default counts
 */
public record SmallestCellHistory(int people, List<SmallestCellView> decisions) {

    static SmallestCellHistory of(List<Decided> decided) {
        return new SmallestCellHistory(
                decided.isEmpty() ? SmallestCells.DEFAULT : decided.get(0).people(),
                decided.stream().map(SmallestCellView::of).toList());
    }
}
