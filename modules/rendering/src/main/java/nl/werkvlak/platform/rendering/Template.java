package nl.werkvlak.platform.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.JasperReport;

/**
 * A compiled template and the kinds of rows that it has a band for.
 *
 * <p>The engine drops a row that no band wants, without an error. Here it stops the report.
 *
 * @param heads the tables that it has a head for
 * @param widths for each kind of row the width of its cells, in points, 0 where it has no such cell
 */
record Template(JasperReport report, Set<String> heads, Map<String, List<Integer>> widths) {

    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"\\.equals");
    private static final Pattern CELL = Pattern.compile("\\$F\\{c(\\d+)}");

    static Template of(JasperReport report) {
        Set<String> heads = Stream.ofNullable(report.getGroups())
                .flatMap(Arrays::stream)
                .map(JRGroup::getGroupHeaderSection)
                .flatMap(section -> Stream.of(section.getBands()))
                .flatMap(Template::names)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, List<Integer>> widths = new HashMap<>();
        for (JRBand band : report.getDetailSection().getBands()) {
            names(band).forEach(kind -> widths.put(kind, widths(band)));
        }
        return new Template(report, heads, Map.copyOf(widths));
    }

    private static Stream<String> names(JRBand band) {
        return Stream.ofNullable(band.getPrintWhenExpression())
                .map(JRExpression::getText)
                .flatMap(text -> NAME.matcher(text).results().map(found -> found.group(1)));
    }

    private static List<Integer> widths(JRBand band) {
        List<Integer> widths = new ArrayList<>();
        for (JRElement element : band.getElements()) {
            if (element instanceof JRTextField field && field.getExpression() != null) {
                Matcher cell = CELL.matcher(
                        Objects.requireNonNullElse(field.getExpression().getText(), ""));
                while (cell.find()) {
                    int number = Integer.parseInt(cell.group(1));
                    while (widths.size() < number) {
                        widths.add(0);
                    }
                    widths.set(number - 1, element.getWidth());
                }
            }
        }
        return List.copyOf(widths);
    }

    /**
     * The rows, none of them so high that the engine cannot place it.
     *
     * @throws IllegalStateException for a row without a band, and a table without a head
     */
    List<Row> fit(Collection<Row> rows) {
        return rows.stream().flatMap(this::fit).toList();
    }

    private Stream<Row> fit(Row row) {
        List<Integer> widthOf = widths.get(row.kind());
        if (widthOf == null || !(row.table().isEmpty() || heads.contains(row.table()))) {
            throw new IllegalStateException(
                    "Template " + report.getName() + " has no band for " + row.kind() + " " + row.table());
        }
        return row.graphics().isEmpty() ? LongText.divided(row, widthOf) : Stream.of(row);
    }
}
