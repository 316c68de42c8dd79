package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the numbers of trajectories moved over the months; a suppressed number is a gap in its line. */
final class Trend {

    private static final Color STARTED = new Color(0x5b6470);
    private static final Color ENDED = new Color(0x1a1f26);
    private static final double NAMES = 92;

    private final Words words;
    private final Color brand;

    Trend(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    /** A line needs two months. */
    void of(List<AccountabilityDocument.TrendPoint> trend, Sheet sheet) {
        if (trend.size() > 1) {
            sheet.section("trend", words.say("trend"));
            sheet.drawing("trend", List.of(chart(trend)), sentence(trend));
        }
    }

    private LineChart chart(List<AccountabilityDocument.TrendPoint> trend) {
        double most = trend.stream()
                .flatMap(point -> Stream.of(value(point.running()), value(point.started()), value(point.ended())))
                .filter(value -> !Double.isNaN(value))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        List<LineChart.Mark> marks = new ArrayList<>();
        for (int i = 0; i < trend.size(); i++) {
            var month = trend.get(i).month();
            if (month != null) {
                marks.add(new LineChart.Mark((double) i / (trend.size() - 1), words.shortMonth(month)));
            }
        }
        return new LineChart(
                LineChart.Scale.fromZero(most),
                List.of(
                        new LineChart.Line(
                                words.say("trend.running"),
                                brand,
                                points(trend, AccountabilityDocument.TrendPoint::running)),
                        new LineChart.Line(
                                words.say("trend.started"),
                                STARTED,
                                points(trend, AccountabilityDocument.TrendPoint::started)),
                        new LineChart.Line(
                                words.say("trend.ended"),
                                ENDED,
                                points(trend, AccountabilityDocument.TrendPoint::ended))),
                marks,
                NAMES,
                inWords(trend));
    }

    private String inWords(List<AccountabilityDocument.TrendPoint> trend) {
        return words.say(
                "chart.words",
                words.say("trend"),
                trend.stream()
                        .flatMap(point -> Stream.ofNullable(point.month())
                                .map(month -> words.say(
                                        "trend.words",
                                        words.month(month),
                                        Unit.COUNT.written(words, point.running()),
                                        Unit.COUNT.written(words, point.started()),
                                        Unit.COUNT.written(words, point.ended()))))
                        .collect(Collectors.joining("; ")));
    }

    private static List<LineChart.Point> points(
            List<AccountabilityDocument.TrendPoint> trend,
            Function<AccountabilityDocument.TrendPoint, @Nullable Figure> which) {
        List<LineChart.Point> points = new ArrayList<>();
        for (int i = 0; i < trend.size(); i++) {
            points.add(new LineChart.Point((double) i / (trend.size() - 1), value(which.apply(trend.get(i)))));
        }
        return points;
    }

    private static double value(@Nullable Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        return value == null ? Double.NaN : value.doubleValue();
    }

    /** What the chart shows, with its numbers in full, for whoever cannot see it. */
    private String sentence(List<AccountabilityDocument.TrendPoint> trend) {
        String months = trend.stream()
                .map(point -> {
                    var month = point.month();
                    return month == null
                            ? null
                            : words.say(
                                    "trend.month", words.shortMonth(month), Unit.COUNT.written(words, point.running()));
                })
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return words.say("trend.sentence", months);
    }
}
