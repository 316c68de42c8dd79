package nl.werkvlak.platform.rendering;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JasperReport;

/**
 * A compiled template and the kinds of rows that it has a band for.
 *
 * <p>The engine drops a row that no band wants, without an error. Here it stops the report.
 *
 * @param heads for each table the parts of its head
 * @param bands for each kind of row the parts of its band
 */
record Template(JasperReport report, Map<String, List<Part>> heads, Map<String, List<Part>> bands) {

    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"\\.equals\\(\\$F\\{(?:kind|head)}\\)");

    static Template of(JasperReport report) {
        return new Template(
                report,
                parts(Stream.ofNullable(report.getGroups())
                        .flatMap(Arrays::stream)
                        .map(JRGroup::getGroupHeaderSection)
                        .flatMap(section -> Stream.of(section.getBands()))),
                parts(Stream.of(report.getDetailSection().getBands())));
    }

    private static Map<String, List<Part>> parts(Stream<JRBand> bands) {
        Map<String, List<Part>> parts = new HashMap<>();
        bands.forEach(band -> names(band)
                .forEach(name -> parts.put(
                        name, Stream.of(band.getElements()).map(Part::of).toList())));
        return Map.copyOf(parts);
    }

    private static Stream<String> names(JRBand band) {
        return Stream.ofNullable(band.getPrintWhenExpression())
                .map(JRExpression::getText)
                .flatMap(text -> NAME.matcher(text).results().map(found -> found.group(1)));
    }

    /**
     * Every row has its band, and every table its head.
     *
     * @throws IllegalStateException when one has not
     */
    void mustHold(Collection<Row> rows) {
        for (Row row : rows) {
            if (!bands.containsKey(row.kind()) || !(row.table().isEmpty() || heads.containsKey(row.table()))) {
                throw new IllegalStateException(
                        "Template " + report.getName() + " has no band for " + row.kind() + " " + row.table());
            }
        }
    }

    /** The parts of the band for a row. */
    List<Part> parts(Row row) {
        return bands.getOrDefault(row.kind(), List.of());
    }

    /** The rows, none of them so high that the engine cannot place it, and no word in them wider than its column. */
    List<Row> fit(Collection<Row> rows, LongWords longWords) {
        return rows.stream()
                .flatMap(row -> row.graphics().isEmpty() ? LongText.divided(row, parts(row)) : Stream.of(row))
                .map(row -> longWords.hyphenated(row, parts(row)))
                .toList();
    }
}
