package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number over many people: a count, a share, an average, an amount. It is suppressed when too few people are behind
 * it (condition K9), and may come with the same number of the period before.
 *
 * <p>Shares are percentages: {@code 62.5} is 62.5 %. Amounts are euros. This is no record on purpose: the gate
 * releases or empties a figure as a whole.
 */
public final class Figure {

    /** The mark for a number that is left out. */
    static final String LEFT_OUT = "\u2022";

    private final @Nullable BigDecimal value;
    private final int smallestCell;
    private final @Nullable Figure previous;

    private Figure(@Nullable BigDecimal value, int smallestCell, @Nullable Figure previous) {
        this.value = value;
        this.smallestCell = smallestCell;
        this.previous = previous;
    }

    public static Figure of(BigDecimal value) {
        return new Figure(value, 0, null);
    }

    public static Figure of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    /** Suppressed, and a number of people; shown as "&lt;5" for a smallest cell of five. */
    public static Figure fewerThan(int smallestCell) {
        return new Figure(null, smallestCell, null);
    }

    /** Suppressed, by a mark that says nothing about the number: it may be large, and tell of another one. */
    public static Figure leftOut() {
        return new Figure(null, 0, null);
    }

    /** The same figure, to be shown with its change against the period before. */
    public Figure after(@Nullable Figure before) {
        return new Figure(value, smallestCell, before);
    }

    /** Nothing when suppressed. */
    public @Nullable BigDecimal value() {
        return value;
    }

    /** Only of a suppressed figure: it is a number of people below this; zero when that may not be said. */
    int smallestCell() {
        return smallestCell;
    }

    @Nullable
    Figure previous() {
        return previous;
    }

    /** Shown by the mark that says nothing. */
    boolean isLeftOut() {
        return value == null && smallestCell == 0;
    }

    @Override
    public String toString() {
        return isLeftOut() ? LEFT_OUT : value == null ? "<" + smallestCell : value.toPlainString();
    }
}
