package nl.werkvlak.platform.rendering;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * One band on paper, ready to print.
 *
 * @param section rows with the same one stand under one heading
 * @param table the head above the row, repeated on every page; empty outside tables
 * @param kind the band of the template
 */
record Row(
        String section,
        @Nullable String heading,
        String table,
        String kind,
        List<String> cells,
        List<Renderable> graphics) {

    /** Whether the other one stands under the same heading and, in a table, under the same head. */
    boolean goesOnIn(Row other) {
        return section.equals(other.section) && table.equals(other.table);
    }

    /** The same band with other texts. */
    Row with(List<String> others) {
        return new Row(section, heading, table, kind, others, graphics);
    }
}
