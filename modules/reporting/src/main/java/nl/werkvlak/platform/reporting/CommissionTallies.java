package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HOURS;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static nl.werkvlak.platform.legalbasis.DataCategory.PROGRESS;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.disclosure.aggregate.Tally;
import nl.werkvlak.platform.disclosure.aggregate.Tally.Stretch;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.reporting.CommissionNumbers.Line;
import org.jspecify.annotations.Nullable;

/**
 * Counts and adds up what an accountability report is about, over the people who may be counted. A tally has the same name
 * in every report of the commission that is about the same thing: {@code running 2026-10}.
 */
final class CommissionTallies {

    /** Measures that are added up as well lie apart on one line, further than anything reaches. */
    private static final long APART = 1L << 40;

    private final Map<UUID, Line> lines;
    private final AggregateRelease release;
    private final YearMonth period;
    private final Map<String, Tally> tallies = new HashMap<>();

    /** What one line brings to a tally: who, from where, to where. */
    private interface Stretches {
        Stream<Stretch> of(UUID trajectory, Line line);
    }

    CommissionTallies(Map<UUID, Line> lines, AggregateRelease release, YearMonth period) {
        this.lines = lines;
        this.release = release;
        this.period = period;
    }

    /** The measures of all that was counted so far. */
    Set<String> measures() {
        var measures = new HashSet<String>();
        tallies.values().forEach(tally -> measures.add(tally.measure()));
        return measures;
    }

    Tally started(YearMonth month) {
        return people(PLAN, "started " + month, line -> line.startedIn(month));
    }

    Tally startedBy(YearMonth month) {
        return people(PLAN, "started by " + month, line -> !line.startedOn.isAfter(month.atEndOfMonth()));
    }

    /** Who ran before the month or started in it. */
    Tally inCare(YearMonth month) {
        return people(
                PLAN, "in care " + month, line -> line.runsAtEndOf(month.minusMonths(1)) || line.startedIn(month));
    }

    Tally ended(YearMonth month) {
        return people(PLAN, "ended " + month, line -> line.endedIn(month));
    }

    Tally running(YearMonth month) {
        return people(PLAN, "running " + month, line -> line.runsAtEndOf(month));
    }

    Tally weeks() {
        return sum(PLAN, "weeks " + period, "weeks", (who, line) -> stretch(who, 0, weeks(line)));
    }

    Tally measured() {
        return people(PROGRESS, "measured by " + period, line -> line.firstLadder != null && line.latestLadder != null);
    }

    private long weeks(Line line) {
        return line.endedOn == null || !line.endedIn(period)
                ? 0
                : ChronoUnit.WEEKS.between(line.startedOn, line.endedOn);
    }

    Tally endedBy(YearMonth month) {
        return people(RESULT, "ended by " + month, line -> line.endedBy(month));
    }

    Tally endedFor(String reason, YearMonth month) {
        return people(
                RESULT,
                "ended by " + month + " for " + reason,
                line -> line.endedBy(month) && reason.equals(line.reason()));
    }

    /** Who ended in work by a contract that lasts. */
    Tally placedDurably(String placed, YearMonth month) {
        return people(
                RESULT,
                "durably placed by " + month,
                line -> line.endedBy(month) && placed.equals(line.reason()) && line.isDurable);
    }

    /** Anybody counts in it. */
    boolean counts(DataCategory category) {
        return !release.counted(category).isEmpty();
    }

    Tally endedForIn(String reason, YearMonth month) {
        return people(
                RESULT,
                "ended " + month + " for " + reason,
                line -> line.endedIn(month) && reason.equals(line.reason()));
    }

    /** Of these kinds: 0 held, 1 cancelled, 2 missed. */
    Tally appointments(DataCategory category, String name, int... kinds) {
        return sum(category, name + " " + period, "appointments " + period, (who, line) -> {
            var counts = new int[] {line.held, line.cancelled, line.missed};
            return Arrays.stream(kinds).boxed().flatMap(kind -> stretch(who, kind * APART, counts[kind]));
        });
    }

    Tally goals(String name, boolean reached, boolean missed) {
        return sum(
                GOAL,
                name + " by " + period,
                "goals",
                (who, line) -> Stream.concat(
                        stretch(who, 0, reached ? line.goalsReached : 0),
                        stretch(who, APART, missed ? line.goalsMissed : 0)));
    }

    Tally rungs(String measure, Function<Line, @Nullable Integer> rung) {
        return sum(PROGRESS, measure + " by " + period, measure, (who, line) -> {
            var height = rung.apply(line);
            return stretch(who, 0, height == null ? 0 : height);
        });
    }

    Tally hours(String name, Function<Line, BigDecimal> from, Function<Line, BigDecimal> hours) {
        return sum(
                HOURS,
                name,
                "hours",
                (who, line) -> stretch(who, hundredths(from.apply(line)), hundredths(hours.apply(line))));
    }

    private static long hundredths(BigDecimal hours) {
        return hours.movePointRight(2).longValueExact();
    }

    private Tally people(DataCategory category, String name, Predicate<Line> which) {
        return once(
                name,
                () -> Tally.ofPeople(
                        name,
                        counted(category)
                                .filter(each -> which.test(each.getValue()))
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    private Tally sum(DataCategory category, String name, String measure, Stretches stretches) {
        return once(
                name,
                () -> Tally.sum(
                        name,
                        measure,
                        counted(category)
                                .flatMap(each -> stretches.of(each.getKey(), each.getValue()))
                                .toList()));
    }

    /** Each thing is counted once: the same name is the same tally. */
    private Tally once(String name, Supplier<Tally> counting) {
        var known = tallies.get(name);
        if (known == null) {
            known = counting.get();
            tallies.put(name, known);
        }
        return known;
    }

    private Stream<Map.Entry<UUID, Line>> counted(DataCategory category) {
        var counted = release.counted(category);
        return lines.entrySet().stream().filter(each -> counted.contains(each.getKey()));
    }

    private static Stream<Stretch> stretch(UUID who, long from, long length) {
        return Stream.of(new Stretch(who, from, from + length));
    }
}
