package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.disclosure.aggregate.Statistic.Weight.BEFORE;
import static nl.werkvlak.platform.disclosure.aggregate.Statistic.Weight.HEADLINE;
import static nl.werkvlak.platform.disclosure.aggregate.Statistic.Weight.TABLE;
import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.ATTEND;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.disclosure.aggregate.KeptTally;
import nl.werkvlak.platform.disclosure.aggregate.Statistic.Weight;
import nl.werkvlak.platform.disclosure.aggregate.Tally;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.rendering.AccountabilityDocument;
import nl.werkvlak.platform.rendering.AccountabilityDocument.ReasonCount;
import nl.werkvlak.platform.rendering.AccountabilityDocument.TrendPoint;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.Figure;
import nl.werkvlak.platform.reporting.CommissionNumbers.Line;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of an accountability report, over the people who may be counted; the formulas stand in the report
 * itself. What would tell of a small group is suppressed, for which every number says who is behind it.
 */
final class AccountabilityFigures {

    private static final int TREND_MONTHS = 6;
    private static final String PLACED = "PLAATSING";
    /** All codes of the schema: a row that comes and goes would tell whether anybody is in it. */
    static final List<String> REASONS = List.of(PLACED, "EINDE_OPDRACHT", "NIET_HAALBAAR", "VERHUISD");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CommissionCard commission;
    private final Map<UUID, Line> lines;
    private final CommissionTallies tallies;
    private final YearMonth period;
    private final YearMonth before;
    private final Numbers numbers = new Numbers();

    /** Each part says what it counts when it is made; nothing of it is shown before that is decided. */
    private record Parts(
            AccountabilityDocument.Flow flow,
            AccountabilityDocument.Outcome outcome,
            AccountabilityDocument.Attendance attendance,
            Figure contacts,
            AccountabilityDocument.Goals goals,
            AccountabilityDocument.Ladder ladder,
            AccountabilityDocument.Spending spending,
            List<TrendPoint> trend) {}

    /** Counts all that the report is about. */
    AccountabilityFigures(CommissionCard commission, Map<UUID, Line> lines, AggregateRelease release) {
        this.commission = commission;
        this.lines = lines;
        this.period = commission.period();
        this.tallies = new CommissionTallies(lines, release, period);
        this.before = period.minusMonths(1);
        parts();
    }

    private Parts parts() {
        return new Parts(
                flow(),
                outcome(),
                attendance(),
                count(TABLE, tallies.appointments(ACT, "contacts", 0)),
                goals(),
                ladder(),
                spending(),
                trend());
    }

    Set<String> measures() {
        return tallies.measures();
    }

    /** Decides what is shown; a trajectory that is not in this report any more counts as a person of its own. */
    void holdAgainst(List<KeptTally> earlier, int smallestCell) {
        numbers.decide(
                smallestCell,
                trajectory -> lines.containsKey(trajectory) ? lines.get(trajectory).client : trajectory,
                earlier);
    }

    List<KeptTally> kept() {
        return numbers.kept();
    }

    AccountabilityDocument document(DocumentHead head) {
        var parts = parts();
        return new AccountabilityDocument(
                head,
                ReportingPeriod.of(period),
                List.of(new AccountabilityDocument.Commission(
                        commission.number(),
                        commission.product(),
                        commission.firstDay(),
                        commission.lastDay(),
                        commission.hoursBudget(),
                        commission.hourlyRate())),
                parts.flow,
                parts.outcome,
                parts.attendance,
                parts.contacts,
                parts.goals,
                parts.ladder,
                parts.spending,
                parts.trend);
    }

    private AccountabilityDocument.Flow flow() {
        return new AccountabilityDocument.Flow(
                count(TABLE, tallies.started(period)),
                count(HEADLINE, tallies.running(period)).after(count(BEFORE, tallies.running(before))),
                count(HEADLINE, tallies.ended(period)).after(count(BEFORE, tallies.ended(before))),
                average("weeks " + period, tallies.weeks(), tallies.ended(period)));
    }

    private AccountabilityDocument.Outcome outcome() {
        var share = share("placed of ended", HEADLINE, tallies.endedFor(PLACED, period), tallies.endedBy(period));
        return new AccountabilityDocument.Outcome(
                count(TABLE, tallies.endedFor(PLACED, period)),
                share,
                count(TABLE, tallies.placedDurably(PLACED, period)),
                REASONS.stream()
                        .map(reason -> new ReasonCount(reason, count(TABLE, tallies.endedFor(reason, period))))
                        .toList());
    }

    private AccountabilityDocument.Attendance attendance() {
        var held = tallies.appointments(ATTEND, "held", 0);
        var cancelled = tallies.appointments(ATTEND, "cancelled", 1);
        var missed = tallies.appointments(ATTEND, "missed", 2);
        var all = tallies.appointments(ATTEND, "appointments", 0, 1, 2);
        numbers.partition(all, held, cancelled, missed);
        return new AccountabilityDocument.Attendance(
                count(TABLE, held),
                count(TABLE, cancelled),
                count(TABLE, missed),
                share("held of appointments", TABLE, held, all),
                share("missed of appointments", TABLE, missed, all));
    }

    private AccountabilityDocument.Goals goals() {
        var reached = tallies.goals("goals reached", true, false);
        var missed = tallies.goals("goals not reached", false, true);
        var all = tallies.goals("goals decided", true, true);
        numbers.partition(all, reached, missed);
        return new AccountabilityDocument.Goals(
                count(TABLE, reached), count(TABLE, missed), share("reached of decided", TABLE, reached, all));
    }

    private AccountabilityDocument.Ladder ladder() {
        var measured = tallies.measured();
        return new AccountabilityDocument.Ladder(
                count(TABLE, measured),
                average("first rungs", tallies.rungs("first rungs", line -> line.firstLadder), measured),
                average("latest rungs", tallies.rungs("latest rungs", line -> line.latestLadder), measured));
    }

    private AccountabilityDocument.Spending spending() {
        var inPeriod = tallies.hours("hours in " + period, Line::hoursUntilPeriod, line -> line.hoursInPeriod);
        var inMonthBefore = tallies.hours(
                "hours in " + before,
                line -> line.hoursUntilPeriod().subtract(line.hoursBefore),
                line -> line.hoursBefore);
        var total = tallies.hours("hours by " + period, line -> BigDecimal.ZERO, line -> line.hoursTotal);
        var totalBefore = tallies.hours("hours by " + before, line -> BigDecimal.ZERO, Line::hoursUntilPeriod);
        numbers.partition(total, totalBefore, inPeriod);
        var budget = commission.hoursBudget();
        return new AccountabilityDocument.Spending(
                inHours(TABLE, inPeriod).after(inHours(BEFORE, inMonthBefore)),
                costs(TABLE, inPeriod, costs(BEFORE, inMonthBefore, null)),
                inHours(HEADLINE, total),
                costs(HEADLINE, total, null),
                budget == null || budget.signum() == 0
                        ? null
                        : numbers.figure(HEADLINE, total, () -> percentage(hours(total), budget)),
                hoursPerTrajectory(total),
                costsPerPlacement(total));
    }

    private @Nullable Figure hoursPerTrajectory(Tally hours) {
        var started = tallies.startedBy(period);
        return tallies.counts(PLAN)
                ? numbers.figure("hours per trajectory", TABLE, () -> each(hours(hours), started, 1), hours, started)
                : null;
    }

    private @Nullable Figure costsPerPlacement(Tally hours) {
        var rate = commission.hourlyRate();
        var placed = tallies.endedFor(PLACED, period);
        return rate != null && tallies.counts(RESULT)
                ? numbers.figure(
                        "costs per placement", TABLE, () -> each(hours(hours).multiply(rate), placed, 2), hours, placed)
                : null;
    }

    private static BigDecimal each(BigDecimal sum, Tally people, int decimals) {
        return sum.divide(BigDecimal.valueOf(people.value()), decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal hours(Tally tally) {
        return BigDecimal.valueOf(tally.value(), 2);
    }

    private Figure inHours(Weight weight, Tally hours) {
        return numbers.figure(weight, hours, () -> hours(hours));
    }

    /** Nothing without a rate, which is about the contract and not about a person. */
    private @Nullable Figure costs(Weight weight, Tally hours, @Nullable Figure before) {
        var rate = commission.hourlyRate();
        return rate == null
                ? null
                : numbers.figure(
                                weight, hours, () -> hours(hours).multiply(rate).setScale(2, RoundingMode.HALF_UP))
                        .after(before);
    }

    private List<TrendPoint> trend() {
        return IntStream.range(0, TREND_MONTHS)
                .mapToObj(period::minusMonths)
                .filter(month -> !month.isBefore(YearMonth.from(commission.firstDay())))
                .sorted()
                .map(month -> {
                    means(month);
                    return new TrendPoint(month, count(BEFORE, tallies.running(month)), null, null);
                })
                .toList();
    }

    /** What every reader knows: who ran before or started is who runs now or ended, and who ended did so for a reason. */
    private void means(YearMonth month) {
        var last = month.minusMonths(1);
        var inCare = tallies.inCare(month);
        numbers.partition(inCare, tallies.running(last), tallies.started(month));
        numbers.partition(inCare, tallies.running(month), tallies.ended(month));
        numbers.partition(tallies.endedBy(month), tallies.endedBy(last), tallies.ended(month));
        numbers.partition(tallies.startedBy(month), tallies.running(month), tallies.endedBy(month));
        numbers.partition(tallies.startedBy(month), tallies.startedBy(last), tallies.started(month));
        numbers.partition(tallies.endedBy(month), all(reason -> tallies.endedFor(reason, month)));
        numbers.partition(tallies.ended(month), all(reason -> tallies.endedForIn(reason, month)));
        all(reason -> {
            var by = tallies.endedFor(reason, month);
            numbers.partition(by, tallies.endedFor(reason, last), tallies.endedForIn(reason, month));
            return by;
        });
    }

    /** Also those whose reason is not known: no report has a row for them. */
    private static Tally[] all(Function<String, Tally> tally) {
        return Stream.concat(REASONS.stream(), Stream.of(Line.NO_REASON))
                .map(tally)
                .toArray(Tally[]::new);
    }

    private Figure count(Weight weight, Tally tally) {
        return numbers.figure(weight, tally, () -> BigDecimal.valueOf(tally.value()));
    }

    private Figure share(String name, Weight weight, Tally part, Tally whole) {
        return numbers.figure(
                name,
                weight,
                () -> percentage(BigDecimal.valueOf(part.value()), BigDecimal.valueOf(whole.value())),
                part,
                whole);
    }

    private Figure average(String name, Tally sum, Tally people) {
        return numbers.figure(
                "average of " + name,
                TABLE,
                () -> BigDecimal.valueOf(sum.value())
                        .divide(BigDecimal.valueOf(people.value()), 1, RoundingMode.HALF_UP),
                people,
                sum);
    }

    private static BigDecimal percentage(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
