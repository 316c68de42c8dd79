package nl.werkvlak.platform.rendering;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JasperReport;

/**
 * A compiled template and the kinds of rows that it has a band for.
 *
 * <p>The engine drops a row that no band wants, without an error. Here it stops the report.
 */
record Template(JasperReport report, Set<String> bands) {

    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"\\.equals");

    static Template of(JasperReport report) {
        Stream<JRBand> heads = Stream.ofNullable(report.getGroups())
                .flatMap(Arrays::stream)
                .map(JRGroup::getGroupHeaderSection)
                .flatMap(section -> Stream.of(section.getBands()));
        Set<String> bands = Stream.concat(
                        heads, Stream.of(report.getDetailSection().getBands()))
                .map(JRBand::getPrintWhenExpression)
                .filter(Objects::nonNull)
                .map(JRExpression::getText)
                .flatMap(text -> NAME.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toUnmodifiableSet());
        return new Template(report, bands);
    }

    /**
     * Every row has its band, and every table its head.
     *
     * @throws IllegalStateException when one has not
     */
    void mustHold(Collection<Row> rows) {
        for (Row row : rows) {
            if (!bands.contains(row.kind()) || !(row.table().isEmpty() || bands.contains(row.table()))) {
                throw new IllegalStateException(
                        "Template " + report.getName() + " has no band for " + row.kind() + " " + row.table());
            }
        }
    }
}
