package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.rendering.AccountabilityDocument;
import nl.werkvlak.platform.rendering.AccountabilityDocument.ReasonCount;
import nl.werkvlak.platform.rendering.AccountabilityDocument.TrendPoint;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.Figure;

/**
 * The indicators over more than one report: what happened in a period is the sum of its months, how things stand is what the
 * last month says. Shares and averages are reckoned from those sums.
 */
final class OverviewFigures {

    private static final String PLACED = "PLAATSING";
    private static final int LEAST_TREND = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final IssuedNumbers numbers;
    private final ReportingPeriod period;

    OverviewFigures(IssuedNumbers numbers, ReportingPeriod period) {
        this.numbers = numbers;
        this.period = period;
    }

    /** The months whose reports are needed, oldest first: of the period, of the one before it, and of the trend. */
    static List<YearMonth> months(ReportingPeriod period) {
        var months = Math.max(LEAST_TREND, 2 * period.months().size());
        return back(period.last(), months);
    }

    private static List<YearMonth> back(YearMonth last, int months) {
        return IntStream.range(0, months)
                .mapToObj(month -> last.minusMonths(months - 1L - month))
                .toList();
    }

    AccountabilityDocument document(DocumentHead head) {
        return new AccountabilityDocument(
                head,
                period,
                numbers.commissions().stream()
                        .map(each -> new AccountabilityDocument.Commission(
                                each.number(),
                                each.product(),
                                each.firstDay(),
                                each.lastDay(),
                                each.hoursBudget(),
                                each.hourlyRate()))
                        .toList(),
                flow(),
                outcome(),
                attendance(),
                inPeriod("contacts %s"),
                new AccountabilityDocument.Goals(
                        atEnd("goals reached by %s"),
                        atEnd("goals not reached by %s"),
                        atEndShare("goals reached by %s", "goals decided by %s")),
                new AccountabilityDocument.Ladder(
                        atEnd("measured by %s"),
                        atEndRatio("first rungs by %s", "measured by %s"),
                        atEndRatio("latest rungs by %s", "measured by %s")),
                spending(),
                trend());
    }

    private AccountabilityDocument.Flow flow() {
        return new AccountabilityDocument.Flow(
                inPeriod("started %s"),
                atEnd("running %s"),
                inPeriod("ended %s"),
                compare(when -> ratio(flow("weeks %s", when), flow("ended %s", when), 1)));
    }

    private AccountabilityDocument.Outcome outcome() {
        return new AccountabilityDocument.Outcome(
                atEnd("ended by %s for " + PLACED),
                atEndShare("ended by %s for " + PLACED, "ended by %s"),
                atEnd("durably placed by %s"),
                AccountabilityFigures.REASONS.stream()
                        .map(reason -> new ReasonCount(reason, atEnd("ended by %s for " + reason)))
                        .toList());
    }

    private AccountabilityDocument.Attendance attendance() {
        return new AccountabilityDocument.Attendance(
                inPeriod("held %s"),
                inPeriod("cancelled %s"),
                inPeriod("missed %s"),
                compare(when -> share(flow("held %s", when), flow("appointments %s", when))),
                compare(when -> share(flow("missed %s", when), flow("appointments %s", when))));
    }

    private AccountabilityDocument.Spending spending() {
        var hasRates = numbers.commissions().stream().allMatch(each -> each.hourlyRate() != null);
        var budgets = numbers.commissions().stream()
                .map(IssuedNumbers.Commission::hoursBudget)
                .filter(Objects::nonNull)
                .toList();
        var budget = budgets.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var hasBudgets = budgets.size() == numbers.commissions().size() && budget.signum() > 0;
        return new AccountabilityDocument.Spending(
                compare(when -> hours(flow("hours in %s", when))),
                hasRates ? compare(when -> costs("hours in %s", when.months())) : null,
                compare(when -> hours(stock("hours by %s", when))),
                hasRates ? compare(when -> costs("hours by %s", List.of(when.last()))) : null,
                hasBudgets
                        ? compare(when -> hours(stock("hours by %s", when))
                                .map(spent -> spent.multiply(HUNDRED).divide(budget, 1, RoundingMode.HALF_UP)))
                        : null,
                compare(when -> hours(stock("hours by %s", when))
                        .flatMap(spent -> each(spent, stock("started by %s", when), 1))),
                hasRates
                        ? compare(when -> costs("hours by %s", List.of(when.last()))
                                .flatMap(spent -> each(spent, stock("ended by %s for " + PLACED, when), 2)))
                        : null);
    }

    /** Each commission has a rate of its own. */
    private Optional<BigDecimal> costs(String hours, List<YearMonth> months) {
        if (numbers.sum(hours, months).isEmpty()) {
            return Optional.empty();
        }
        var costs = BigDecimal.ZERO;
        for (var commission : numbers.commissions()) {
            var rate = commission.hourlyRate();
            if (rate != null) {
                var spent = BigDecimal.valueOf(
                        numbers.sum(commission, hours, months).orElse(0), 2);
                costs = costs.add(spent.multiply(rate).setScale(2, RoundingMode.HALF_UP));
            }
        }
        return Optional.of(costs);
    }

    private List<TrendPoint> trend() {
        return back(period.last(), Math.max(LEAST_TREND, period.months().size())).stream()
                .filter(numbers::isReported)
                .map(month -> new TrendPoint(
                        month,
                        figure(count(numbers.sum("running %s", List.of(month)))),
                        figure(count(numbers.sum("started %s", List.of(month)))),
                        figure(count(numbers.sum("ended %s", List.of(month))))))
                .toList();
    }

    private OptionalLong flow(String name, ReportingPeriod when) {
        return numbers.sum(name, when.months());
    }

    private OptionalLong stock(String name, ReportingPeriod when) {
        return numbers.sum(name, List.of(when.last()));
    }

    private Figure inPeriod(String name) {
        return compare(when -> count(flow(name, when)));
    }

    private Figure atEnd(String name) {
        return compare(when -> count(stock(name, when)));
    }

    private Figure atEndShare(String part, String whole) {
        return compare(when -> share(stock(part, when), stock(whole, when)));
    }

    private Figure atEndRatio(String sum, String people) {
        return compare(when -> ratio(stock(sum, when), stock(people, when), 1));
    }

    /** With the period before, where that has a number. */
    private Figure compare(Function<ReportingPeriod, Optional<BigDecimal>> number) {
        return figure(number.apply(period))
                .after(number.apply(period.before()).map(Figure::of).orElse(null));
    }

    private static Figure figure(Optional<BigDecimal> number) {
        return number.map(Figure::of).orElseGet(Figure::leftOut);
    }

    private static Optional<BigDecimal> count(OptionalLong number) {
        return number.isPresent() ? Optional.of(BigDecimal.valueOf(number.getAsLong())) : Optional.empty();
    }

    private static Optional<BigDecimal> hours(OptionalLong hundredths) {
        return hundredths.isPresent() ? Optional.of(BigDecimal.valueOf(hundredths.getAsLong(), 2)) : Optional.empty();
    }

    private static Optional<BigDecimal> share(OptionalLong part, OptionalLong whole) {
        return both(part, whole, (one, all) -> one.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> ratio(OptionalLong sum, OptionalLong people, int decimals) {
        return both(sum, people, (one, all) -> one.divide(all, decimals, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> each(BigDecimal sum, OptionalLong people, int decimals) {
        return count(people)
                .filter(all -> all.signum() > 0)
                .map(all -> sum.divide(all, decimals, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> both(
            OptionalLong one, OptionalLong all, BiFunction<BigDecimal, BigDecimal, BigDecimal> reckon) {
        return count(all)
                .filter(whole -> whole.signum() > 0)
                .flatMap(whole -> count(one).map(part -> reckon.apply(part, whole)));
    }
}
