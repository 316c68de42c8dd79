package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of an accountability report as rows: the indicators, their trend, the commissions, and the report itself. */
final class AccountabilityTables {

    private final Words words;

    AccountabilityTables(Words words) {
        this.words = words;
    }

    List<DataTable> of(AccountabilityDocument document) {
        return List.of(indicators(document), trend(document), commissions(document), report(document));
    }

    private DataTable table(String key, List<List<DataTable.Cell>> rows, String... columns) {
        return new DataTable(
                key,
                words.say("data." + key),
                Stream.of(columns)
                        .map(column -> new DataTable.Column(column, words.say("data." + key + "." + column)))
                        .toList(),
                rows);
    }

    private static DataTable.Cell text(@Nullable String text) {
        return new DataTable.Text(text);
    }

    private DataTable indicators(AccountabilityDocument document) {
        Indicators indicators = new Indicators(words, document);
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (Indicators.Section section : indicators.sections()) {
            for (Indicators.Indicator each : section.indicators()) {
                rows.add(List.of(
                        text(each.key()),
                        text(words.say(section.key())),
                        text(each.name()),
                        text(each.unit().name().toLowerCase(Locale.ROOT)),
                        DataTable.of(each.figure(), each.unit()),
                        DataTable.of(each.figure().previous(), each.unit()),
                        text(indicators.formula(each))));
            }
        }
        return table("indicators", rows, "code", "section", "indicator", "unit", "value", "previous", "formula");
    }

    private DataTable trend(AccountabilityDocument document) {
        List<List<DataTable.Cell>> rows = document.trend().stream()
                .filter(point -> point.month() != null)
                .map(point -> List.of(
                        text(Objects.toString(point.month())),
                        DataTable.of(point.running(), Unit.COUNT),
                        DataTable.of(point.started(), Unit.COUNT),
                        DataTable.of(point.ended(), Unit.COUNT)))
                .toList();
        return table("trend", rows, "month", "running", "started", "ended");
    }

    private DataTable commissions(AccountabilityDocument document) {
        List<List<DataTable.Cell>> rows = document.commissions().stream()
                .map(commission -> List.of(
                        text(commission.number()),
                        text(words.code("product", commission.product())),
                        new DataTable.Day(commission.firstDay()),
                        new DataTable.Day(commission.lastDay()),
                        amount(commission.hoursBudget()),
                        amount(commission.hourlyRate())))
                .toList();
        return table("commissions", rows, "number", "product", "firstDay", "lastDay", "hoursBudget", "hourlyRate");
    }

    private static DataTable.Cell amount(@Nullable BigDecimal value) {
        return new DataTable.Amount(value, Unit.EXACT);
    }

    private DataTable report(AccountabilityDocument document) {
        DocumentHead head = document.head();
        List<DataTable.Cell> row = List.of(
                text(head.tenant()),
                text(head.reportNumber()),
                text(document.period().toString()),
                text(head.decidedAt().toString()),
                text(head.traceCode()),
                text(head.regulationVersion()),
                text(head.matrixVersion()));
        return table("report", List.of(row), "tenant", "number", "period", "snapshot", "trace", "regulation", "matrix");
    }
}
