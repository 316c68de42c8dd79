package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.ATTEND;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HOURS;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static nl.werkvlak.platform.legalbasis.DataCategory.PROGRESS;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.AccountabilityDocument;
import nl.werkvlak.platform.rendering.AccountabilityDocument.ReasonCount;
import nl.werkvlak.platform.rendering.AccountabilityDocument.TrendPoint;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.Figure;
import nl.werkvlak.platform.reporting.CommissionNumbers.Line;
import nl.werkvlak.platform.reporting.SmallCells.Cell;

/**
 * The indicators of an accountability report, over the people who may be counted, with small cells suppressed. The
 * formulas stand in the report itself.
 */
final class AccountabilityFigures {

    private static final int TREND_MONTHS = 6;
    private static final String PLACED = "PLAATSING";

    private final CommissionCard commission;
    private final Map<UUID, Line> lines;
    private final AggregateRelease release;
    private final YearMonth period;

    AccountabilityFigures(CommissionCard commission, Map<UUID, Line> lines, AggregateRelease release) {
        this.commission = commission;
        this.lines = lines;
        this.release = release;
        this.period = commission.period();
    }

    AccountabilityDocument document(DocumentHead head) {
        return new AccountabilityDocument(
                head,
                new AccountabilityDocument.Commission(
                        commission.number(),
                        commission.product(),
                        commission.firstDay(),
                        commission.lastDay(),
                        commission.hoursBudget(),
                        commission.hourlyRate()),
                flow(),
                outcome(),
                attendance(),
                sum(ACT, line -> BigDecimal.valueOf(line.held)).figure(),
                goals(),
                ladder(),
                spending(),
                trend());
    }

    /**
     * Running before plus started minus ended is running now: when started or ended is too small, both go, and so does
     * the month before.
     */
    private AccountabilityDocument.Flow flow() {
        var started = people(PLAN, line -> line.startedIn(period)).figure();
        var ended = people(PLAN, line -> line.endedIn(period)).figure();
        var running = people(PLAN, line -> line.runsAtEndOf(period)).figure();
        var before =
                people(PLAN, line -> line.runsAtEndOf(period.minusMonths(1))).figure();
        var gone = people(PLAN, line -> line.endedIn(period));
        var weeks = counted(PLAN).stream()
                .filter(line -> line.endedIn(period))
                .mapToLong(AccountabilityFigures::weeks)
                .average();
        if (SmallCells.isSuppressed(started) || SmallCells.isSuppressed(ended)) {
            return new AccountabilityDocument.Flow(
                    SmallCells.suppressed(), running, SmallCells.suppressed(), SmallCells.suppressed());
        }
        return new AccountabilityDocument.Flow(
                started,
                running.after(before),
                ended.after(people(PLAN, line -> line.endedIn(period.minusMonths(1)))
                        .figure()),
                gone.isSmall() || weeks.isEmpty()
                        ? SmallCells.suppressed()
                        : Figure.of(rounded(BigDecimal.valueOf(weeks.getAsDouble()))));
    }

    private static long weeks(Line line) {
        return line.endedOn == null ? 0 : ChronoUnit.WEEKS.between(line.startedOn, line.endedOn);
    }

    private AccountabilityDocument.Outcome outcome() {
        var ended = people(RESULT, line -> line.endedBy(period));
        var reasons = new LinkedHashMap<String, Cell>();
        counted(RESULT).stream()
                .filter(line -> line.endedBy(period) && line.endReason != null)
                .map(line -> String.valueOf(line.endReason))
                .distinct()
                .sorted()
                .forEach(reason -> reasons.put(
                        reason, people(RESULT, line -> line.endedBy(period) && reason.equals(line.endReason))));
        var figures = SmallCells.partsOfAWhole(reasons);
        var placed = figures.getOrDefault(PLACED, SmallCells.suppressed());
        var share = SmallCells.isSuppressed(placed)
                ? SmallCells.suppressed()
                : SmallCells.share(reasons.getOrDefault(PLACED, Cell.ofPeople(0)), ended);
        return new AccountabilityDocument.Outcome(
                placed,
                share,
                figures.entrySet().stream()
                        .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private AccountabilityDocument.Attendance attendance() {
        var cells = new LinkedHashMap<String, Cell>();
        cells.put("held", events(ATTEND, line -> line.held));
        cells.put("cancelled", events(ATTEND, line -> line.cancelled));
        cells.put("missed", events(ATTEND, line -> line.missed));
        var figures = SmallCells.partsOfAWhole(cells);
        var all = cells.values().stream().map(Cell::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var isWhole = figures.values().stream().noneMatch(SmallCells::isSuppressed);
        return new AccountabilityDocument.Attendance(
                figures.get("held"),
                figures.get("cancelled"),
                figures.get("missed"),
                isWhole && all.signum() > 0
                        ? Figure.of(SmallCells.percentage(
                                events(ATTEND, line -> line.held).value(), all))
                        : SmallCells.suppressed());
    }

    private AccountabilityDocument.Goals goals() {
        var reached = events(GOAL, line -> line.goalsReached);
        var missed = events(GOAL, line -> line.goalsMissed);
        var all = reached.value().add(missed.value());
        return new AccountabilityDocument.Goals(
                reached.figure(),
                missed.figure(),
                reached.isSmall() || missed.isSmall() || all.signum() == 0
                        ? SmallCells.suppressed()
                        : Figure.of(SmallCells.percentage(reached.value(), all)));
    }

    private AccountabilityDocument.Ladder ladder() {
        var measured = counted(PROGRESS).stream()
                .filter(line -> line.firstLadder != null && line.latestLadder != null)
                .toList();
        var people = Cell.ofPeople(measured.size());
        return new AccountabilityDocument.Ladder(
                people.figure(),
                average(measured, line -> line.firstLadder == null ? 0 : line.firstLadder),
                average(measured, line -> line.latestLadder == null ? 0 : line.latestLadder));
    }

    private static Figure average(List<Line> lines, ToIntFunction<Line> value) {
        var average = lines.stream().mapToInt(value).average();
        return lines.size() < SmallCells.SMALLEST || average.isEmpty()
                ? SmallCells.suppressed()
                : Figure.of(rounded(BigDecimal.valueOf(average.getAsDouble())));
    }

    private AccountabilityDocument.Spending spending() {
        var inPeriod = sum(HOURS, line -> line.hoursInPeriod);
        var before = sum(HOURS, line -> line.hoursBefore);
        var total = sum(HOURS, line -> line.hoursTotal);
        var budget = commission.hoursBudget();
        return new AccountabilityDocument.Spending(
                inPeriod.figure().after(before.figure()),
                costs(inPeriod).after(costs(before)),
                total.figure(),
                costs(total),
                total.isSmall() || budget == null || budget.signum() == 0
                        ? SmallCells.suppressed()
                        : Figure.of(SmallCells.percentage(total.value(), budget)));
    }

    private Figure costs(Cell hours) {
        var rate = commission.hourlyRate();
        return hours.isSmall() || rate == null
                ? SmallCells.suppressed()
                : Figure.of(hours.value().multiply(rate).setScale(2, RoundingMode.HALF_UP));
    }

    private List<TrendPoint> trend() {
        var points = new ArrayList<TrendPoint>();
        for (var back = TREND_MONTHS - 1; back >= 0; back--) {
            var month = period.minusMonths(back);
            if (!month.isBefore(YearMonth.from(commission.firstDay()))) {
                points.add(new TrendPoint(
                        month, people(PLAN, line -> line.runsAtEndOf(month)).figure(), null, null));
            }
        }
        return points;
    }

    private List<Line> counted(DataCategory category) {
        var who = release.counted(category);
        var counted = new ArrayList<Line>(who.size());
        lines.forEach((trajectory, line) -> {
            if (who.contains(trajectory)) {
                counted.add(line);
            }
        });
        return Collections.unmodifiableList(counted);
    }

    private Cell people(DataCategory category, Predicate<Line> which) {
        return Cell.ofPeople((int) counted(category).stream().filter(which).count());
    }

    private Cell events(DataCategory category, ToIntFunction<Line> count) {
        return sum(category, line -> BigDecimal.valueOf(count.applyAsInt(line)));
    }

    /** A sum, and how many people brought anything to it. */
    private Cell sum(DataCategory category, Function<Line, BigDecimal> value) {
        var total = BigDecimal.ZERO;
        var people = 0;
        for (var line : counted(category)) {
            var own = value.apply(line);
            total = total.add(own);
            people += own.signum() == 0 ? 0 : 1;
        }
        return new Cell(total, people);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }
}
