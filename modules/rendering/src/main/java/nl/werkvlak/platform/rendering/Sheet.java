package nl.werkvlak.platform.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** The rows of one report, in the order in which they are read. A section without rows does not exist. */
final class Sheet {

    private final List<Row> rows = new ArrayList<>();
    private String section = "";
    private @Nullable String heading;

    /** What follows stands by itself, without a heading. */
    void section(String key) {
        section = key;
        heading = null;
    }

    /** What follows stands under this heading. */
    void section(String key, String text) {
        section = key;
        heading = text;
    }

    void row(String kind, @Nullable String... cells) {
        tableRow("", kind, cells);
    }

    void tableRow(String table, String kind, @Nullable String... cells) {
        rows.add(new Row(section, heading, table, kind, filled(cells), List.of()));
    }

    void drawing(String kind, List<Renderable> graphics, @Nullable String... cells) {
        rows.add(new Row(section, heading, "", kind, filled(cells), graphics));
    }

    private static List<String> filled(@Nullable String... cells) {
        return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
    }

    /** A label and a value; without a value there is no row. */
    void fact(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            row("fact", label, value);
        }
    }

    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    int size() {
        return rows.size();
    }

    static JRDataSource source(List<Row> rows) {
        return new Source(rows);
    }

    /** Hands the rows to a template; its fields are section, heading, table, head, kind, end, c1, c2 ... and g1, g2. */
    private static final class Source implements JRDataSource {

        private final List<Row> rows;
        private int at = -1;
        private @Nullable Row row;

        Source(List<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            at++;
            row = at < rows.size() ? rows.get(at) : null;
            return row != null;
        }

        /** Whether it is one of the last two of its section, or of its table. */
        private boolean isAtEnd(Row now) {
            return !isTogether(now, at + 2);
        }

        /** Where the last of three rows finds no place, all three go to the next page; the engine prints their head twice. */
        private boolean isLastOfThree(Row now) {
            return isTogether(now, at - 2) && !isTogether(now, at - 3) && !isTogether(now, at + 1);
        }

        private boolean isTogether(Row now, int other) {
            return other >= 0 && other < rows.size() && now.goesOnIn(rows.get(other));
        }

        // JasperReports asks for null where a row has no such cell.
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable Object getFieldValue(JRField field) {
            Row now = row;
            if (now == null) {
                throw new IllegalStateException("No row");
            }
            return switch (field.getName()) {
                case "section" -> now.section();
                case "heading" -> now.heading();
                case "table" -> now.table();
                case "kind" -> now.kind();
                case "head" -> isLastOfThree(now) ? "" : now.table();
                case "end" -> isAtEnd(now) ? "end" : "";
                default ->
                    numbered(
                            field.getName().charAt(0) == 'g' ? now.graphics() : now.cells(),
                            Integer.parseInt(field.getName().substring(1)));
            };
        }

        private static @Nullable Object numbered(List<?> all, int number) {
            return number <= all.size() ? all.get(number - 1) : null;
        }
    }
}
