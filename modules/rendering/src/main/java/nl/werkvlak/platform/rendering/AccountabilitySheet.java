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

/** Lays out an accountability report: is the money well spent; four figures first, then the trend, then the tables. */
final class AccountabilitySheet {

    private static final Color STARTED = new Color(0x5b6470);
    private static final Color ENDED = new Color(0x1a1f26);
    private static final double NAMES = 92;
    private static final String MINUS = "\u2212";

    private final Words words;
    private final Color brand;
    private final Sheet sheet = new Sheet();

    /** How a figure is written. */
    private enum Unit {
        COUNT,
        SHARE,
        DECIMAL,
        HOURS,
        EUROS
    }

    AccountabilitySheet(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    Sheet of(AccountabilityDocument document) {
        AccountabilityDocument.Commission commission = document.commission();
        sheet.row(
                "title",
                words.say("title"),
                words.say(
                        "title.about",
                        words.month(document.head().period()),
                        commission.number(),
                        words.code("product", commission.product())));
        int opening = sheet.size();
        answer(document);
        trend(document.trend());
        flow(document.flow());
        outcome(document.outcome());
        spending(document.spending());
        guidance(document);
        ladder(document.ladder());
        if (sheet.size() == opening) {
            sheet.section("nothing");
            sheet.row("text", words.say("nothing"));
        }
        commission(commission);
        definitions(document, sheet.size() > opening);
        return sheet;
    }

    private void answer(AccountabilityDocument document) {
        List<String> cells = new ArrayList<>();
        panel(cells, "flow.running", Unit.COUNT, document.flow().running());
        panel(cells, "flow.ended", Unit.COUNT, document.flow().ended());
        panel(cells, "outcome.placedShare", Unit.SHARE, document.outcome().placedShare());
        panel(cells, "spending.budgetShare", Unit.SHARE, document.spending().budgetShare());
        if (!cells.isEmpty()) {
            sheet.row("panels", cells.toArray(String[]::new));
        }
    }

    private void panel(List<String> cells, String key, Unit unit, @Nullable Figure figure) {
        if (figure == null) {
            return;
        }
        String change = change(unit, figure);
        cells.add(words.say(key));
        cells.add(StatusMark.plain(written(unit, figure)));
        cells.add(change.isEmpty() ? "" : words.say("figures.since", change));
    }

    private String written(Unit unit, @Nullable Figure figure) {
        if (figure == null) {
            return "";
        }
        BigDecimal value = figure.value();
        return value == null ? "<" + figure.smallestCell() : written(unit, value);
    }

    private String written(Unit unit, BigDecimal value) {
        return switch (unit) {
            case COUNT -> words.number(value);
            case SHARE -> words.decimal(value) + "%";
            case DECIMAL, HOURS -> words.decimal(value);
            case EUROS -> words.euros(value);
        };
    }

    /** Nothing when either of the two is suppressed: the difference would tell it. */
    private String change(Unit unit, Figure figure) {
        BigDecimal now = figure.value();
        BigDecimal before = figure.previous() == null ? null : figure.previous().value();
        if (now == null || before == null) {
            return "";
        }
        BigDecimal change = now.subtract(before);
        if (change.signum() == 0) {
            return words.say("figures.same");
        }
        String size = unit == Unit.SHARE
                ? words.say("figures.points", words.decimal(change.abs()))
                : written(unit, change.abs());
        return (change.signum() > 0 ? "+" : MINUS) + size;
    }

    private void figure(String key, Unit unit, @Nullable Figure figure) {
        if (figure != null) {
            line(words.say(key), unit, figure);
        }
    }

    private void line(String name, Unit unit, Figure figure) {
        sheet.tableRow(
                "figures",
                "figure",
                name,
                written(unit, figure),
                written(unit, figure.previous()),
                change(unit, figure));
    }

    private void trend(List<AccountabilityDocument.TrendPoint> trend) {
        if (trend.size() < 2) {
            return;
        }
        sheet.section("trend", words.say("trend"));
        sheet.drawing("trend", List.of(chart(trend)), sentence(trend));
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
                NAMES);
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
                            : words.say("trend.month", words.shortMonth(month), written(Unit.COUNT, point.running()));
                })
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return words.say("trend.sentence", months);
    }

    private void flow(AccountabilityDocument.Flow flow) {
        sheet.section("flow", words.say("flow"));
        figure("flow.started", Unit.COUNT, flow.started());
        figure("flow.running", Unit.COUNT, flow.running());
        figure("flow.ended", Unit.COUNT, flow.ended());
        figure("flow.averageWeeks", Unit.DECIMAL, flow.averageWeeks());
    }

    private void outcome(AccountabilityDocument.Outcome outcome) {
        sheet.section("outcome", words.say("outcome"));
        figure("outcome.placed", Unit.COUNT, outcome.placed());
        figure("outcome.placedShare", Unit.SHARE, outcome.placedShare());
        for (AccountabilityDocument.ReasonCount reason : outcome.reasons()) {
            String name = words.code("endReason", reason.reason());
            Figure count = reason.count();
            if (name != null && count != null) {
                line(words.say("outcome.reason", name), Unit.COUNT, count);
            }
        }
    }

    private void spending(AccountabilityDocument.Spending spending) {
        sheet.section("spending", words.say("spending"));
        figure("spending.hoursInPeriod", Unit.HOURS, spending.hoursInPeriod());
        figure("spending.costsInPeriod", Unit.EUROS, spending.costsInPeriod());
        figure("spending.hoursTotal", Unit.HOURS, spending.hoursTotal());
        figure("spending.costsTotal", Unit.EUROS, spending.costsTotal());
        figure("spending.budgetShare", Unit.SHARE, spending.budgetShare());
    }

    private void guidance(AccountabilityDocument document) {
        sheet.section("guidance", words.say("guidance"));
        figure("guidance.contacts", Unit.COUNT, document.contacts());
        figure("guidance.held", Unit.COUNT, document.attendance().held());
        figure("guidance.cancelled", Unit.COUNT, document.attendance().cancelled());
        figure("guidance.missed", Unit.COUNT, document.attendance().missed());
        figure("guidance.share", Unit.SHARE, document.attendance().share());
        figure("goals.reached", Unit.COUNT, document.goals().reached());
        figure("goals.notReached", Unit.COUNT, document.goals().notReached());
        figure("goals.share", Unit.SHARE, document.goals().share());
    }

    private void ladder(AccountabilityDocument.Ladder ladder) {
        sheet.section("ladder", words.say("ladder"));
        figure("ladder.measured", Unit.COUNT, ladder.measured());
        figure("ladder.atStart", Unit.DECIMAL, ladder.atStart());
        figure("ladder.latest", Unit.DECIMAL, ladder.latest());
    }

    private void commission(AccountabilityDocument.Commission commission) {
        sheet.section("commission", words.say("commission"));
        sheet.fact(
                words.say("commission.period"),
                commission.lastDay() == null
                        ? words.say("commission.from", words.date(commission.firstDay()))
                        : words.say(
                                "commission.fromTo",
                                words.date(commission.firstDay()),
                                words.date(commission.lastDay())));
        BigDecimal budget = commission.hoursBudget();
        BigDecimal rate = commission.hourlyRate();
        sheet.fact(
                words.say("commission.budget"), budget == null ? null : words.say("hours.whole", words.number(budget)));
        sheet.fact(words.say("commission.rate"), rate == null ? null : words.euros(rate));
    }

    private void definitions(AccountabilityDocument document, boolean figures) {
        sheet.section("definitions", words.say("definitions"));
        sheet.row(
                "text",
                words.say("definitions.snapshot", words.momentOf(document.head().decidedAt())));
        if (figures) {
            sheet.row("text", words.say("definitions.text"));
            sheet.row("text", words.say("definitions.suppressed"));
        }
    }
}
