package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.werkvlak.platform.rendering.Figure;

/**
 * Keeps small groups out of numbers (condition K9): a number with fewer than five people behind it is suppressed, and
 * so is a second one where the first could be given back by subtraction.
 */
final class SmallCells {

    static final int SMALLEST = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SmallCells() {}

    /** A number, and how many people are behind it. */
    record Cell(BigDecimal value, int people) {

        static Cell ofPeople(int people) {
            return new Cell(BigDecimal.valueOf(people), people);
        }

        boolean isSmall() {
            return people < SMALLEST;
        }

        Figure figure() {
            return isSmall() ? suppressed() : Figure.of(value);
        }
    }

    static Figure suppressed() {
        return Figure.fewerThan(SMALLEST);
    }

    static boolean isSuppressed(Figure figure) {
        return figure.value() == null;
    }

    /**
     * The parts of a whole. When exactly one part is too small, the smallest of the others goes with it: the whole
     * minus what is shown would give the small one back.
     */
    static <K> Map<K, Figure> partsOfAWhole(Map<K, Cell> parts) {
        var figures = new LinkedHashMap<K, Figure>();
        parts.forEach((key, cell) -> figures.put(key, cell.figure()));
        if (figures.values().stream().filter(SmallCells::isSuppressed).count() == 1) {
            parts.entrySet().stream()
                    .filter(entry -> !entry.getValue().isSmall())
                    .min(Comparator.comparing(entry -> entry.getValue().people()))
                    .ifPresent(entry -> figures.put(entry.getKey(), suppressed()));
        }
        return figures;
    }

    /** A percentage; suppressed when the part or the rest is too small, since either gives the other back. */
    static Figure share(Cell part, Cell whole) {
        var rest = whole.people() - part.people();
        return part.isSmall()
                        || whole.isSmall()
                        || rest < SMALLEST
                        || whole.value().signum() == 0
                ? suppressed()
                : Figure.of(percentage(part.value(), whole.value()));
    }

    static BigDecimal percentage(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
