package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** How the participation ladder and the coach's mark moved, each in a small chart with a sentence under it. */
final class Charts {

    private static final LineChart.Scale LADDER = new LineChart.Scale(1, 6, List.of(1, 2, 3, 4, 5, 6));
    private static final LineChart.Scale SCORE = new LineChart.Scale(1, 10, List.of(2, 4, 6, 8, 10));
    private static final double RIGHT = 22;

    private final Words words;
    private final Color brand;

    private record Value(LocalDate day, int value) {}

    Charts(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    void of(List<ProgressDocument.Measurement> history, Sheet sheet) {
        List<String> titles = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Renderable> charts = new ArrayList<>();
        series(
                "ladder",
                values(history, ProgressDocument.Measurement::ladder),
                LADDER,
                titles,
                sentences,
                charts,
                sheet);
        series("score", values(history, ProgressDocument.Measurement::score), SCORE, titles, sentences, charts, sheet);
        if (!charts.isEmpty()) {
            boolean two = charts.size() == 2;
            sheet.drawing(
                    "charts",
                    charts,
                    titles.get(0),
                    two ? titles.get(1) : "",
                    sentences.get(0),
                    two ? sentences.get(1) : "");
        }
    }

    private static List<Value> values(
            List<ProgressDocument.Measurement> history,
            Function<ProgressDocument.Measurement, @Nullable Integer> which) {
        return history.stream()
                .flatMap(measurement -> {
                    LocalDate day = measurement.measuredOn();
                    Integer value = which.apply(measurement);
                    return day == null || value == null ? Stream.empty() : Stream.of(new Value(day, value));
                })
                .sorted(Comparator.comparing(Value::day))
                .toList();
    }

    /** One measurement is a fact; a line needs two. */
    private void series(
            String key,
            List<Value> values,
            LineChart.Scale scale,
            List<String> titles,
            List<String> sentences,
            List<Renderable> charts,
            Sheet sheet) {
        if (values.isEmpty()) {
            return;
        }
        Value first = values.get(0);
        Value last = values.get(values.size() - 1);
        if (values.size() == 1) {
            sheet.fact(words.say(key), words.say(key + ".one", words.number(last.value()), words.date(last.day())));
            return;
        }
        titles.add(words.say(key));
        sentences.add(words.say(
                key + ".moved",
                words.number(first.value()),
                words.month(YearMonth.from(first.day())),
                words.number(last.value()),
                words.month(YearMonth.from(last.day()))));
        charts.add(new LineChart(
                scale,
                List.of(new LineChart.Line(words.number(last.value()), brand, points(values))),
                List.of(
                        new LineChart.Mark(0, words.month(YearMonth.from(first.day()))),
                        new LineChart.Mark(1, words.month(YearMonth.from(last.day())))),
                RIGHT,
                inWords(key, values)));
    }

    private String inWords(String key, List<Value> values) {
        return words.say(
                "chart.words",
                words.say(key),
                values.stream()
                        .map(each -> words.say("chart.value", words.date(each.day()), words.number(each.value())))
                        .collect(Collectors.joining("; ")));
    }

    private static List<LineChart.Point> points(List<Value> values) {
        LocalDate first = values.get(0).day();
        double days = Math.max(
                1, ChronoUnit.DAYS.between(first, values.get(values.size() - 1).day()));
        return values.stream()
                .map(value -> new LineChart.Point(ChronoUnit.DAYS.between(first, value.day()) / days, value.value()))
                .toList();
    }
}
