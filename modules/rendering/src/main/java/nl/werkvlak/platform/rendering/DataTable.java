package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a machine or a spreadsheet: what stands in a report, as values and not as text.
 *
 * @param key for programs
 * @param name for people
 * @param rows each as long as there are columns; may be asked for once only, so that many rows need not be in memory
 */
record DataTable(String key, String name, List<Column> columns, Iterable<List<Cell>> rows) {

    /** @param key names the value in JSON; {@code name} stands above the column elsewhere */
    record Column(String key, String name) {}

    /** One value, or nothing. */
    sealed interface Cell {}

    /** Never a formula, however it begins. */
    record Text(@Nullable String text) implements Cell {}

    record Day(@Nullable LocalDate day) implements Cell {}

    /** @param unit how a spreadsheet shows it; the value itself is not rounded */
    record Amount(@Nullable BigDecimal value, Unit unit) implements Cell {}

    /** A number that gives way, and what stands in its place. */
    record Suppressed(String mark) implements Cell {}

    static Cell of(@Nullable Figure figure, Unit unit) {
        if (figure == null) {
            return new Amount(null, unit);
        }
        return figure.value() == null ? new Suppressed(figure.toString()) : new Amount(figure.value(), unit);
    }
}
