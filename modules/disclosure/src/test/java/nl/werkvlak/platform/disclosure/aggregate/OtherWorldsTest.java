package nl.werkvlak.platform.disclosure.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.aggregate.Suppression.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tiny commissions over three months, and somebody who goes through every course of events that could have been: the ones
 * in which all published numbers and limits come out as they did. No hidden number may be the same in all of them.
 *
 * <p>They know what the numbers mean and how many months there are, and nothing of who is who.
 */
class OtherWorldsTest {

    private static final int COMMISSIONS = 120;
    private static final int MONTHS = 3;
    private static final int PEOPLE = 7;

    /** The course of one person: running from the start of a month to the end of another, and how it ended. */
    private record Course(int start, int end, boolean placed) {

        boolean startedIn(int month) {
            return start == month;
        }

        boolean endedIn(int month) {
            return end == month;
        }

        boolean endedBy(int month) {
            return end <= month;
        }

        boolean runsAtEndOf(int month) {
            return start <= month && end > month;
        }
    }

    /** Start before the first month or in one; end in a later one, or not at all. */
    private static final List<Course> COURSES = IntStream.rangeClosed(-1, MONTHS - 1)
            .boxed()
            .flatMap(start -> IntStream.rangeClosed(Math.max(0, start), MONTHS)
                    .boxed()
                    .flatMap(end -> Stream.of(true, false)
                            .filter(placed -> placed || end < MONTHS)
                            .map(placed -> new Course(start, end, placed))))
            .toList();

    private record Seen(String name, Predicate<Course> which, Answer answer, long value) {

        @Override
        public String toString() {
            return name + " " + answer + " " + value;
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, COMMISSIONS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_hidden_number_is_certain(int seed) {
        var random = new Random(seed);
        var smallest = 2 + random.nextInt(2);
        var people = new HashMap<UUID, Course>();
        var likely = COURSES.stream().filter(course -> random.nextBoolean()).toList();
        for (var person = 0; person < 3 + random.nextInt(PEOPLE - 2); person++) {
            people.put(id(person), likely.get(random.nextInt(likely.size())));
        }
        var kept = new ArrayList<KeptTally>();
        var seen = new ArrayList<Seen>();
        for (var month = 0; month < MONTHS; month++) {
            seen.addAll(report(people, month, smallest, kept));
        }

        var worlds = new Worlds(seen, smallest, people.size() + 1);
        for (var i = 0; i < seen.size(); i++) {
            if (seen.get(i).answer() != Answer.SHOWN && seen.get(i).value() < smallest) {
                assertThat(worlds.least[i])
                        .as(
                                "%s is certain: %s, with a minimum of %s, of %s",
                                seen.get(i), seen, smallest, people.values())
                        .isLessThan(worlds.most[i]);
            }
        }
    }

    private static List<Seen> report(Map<UUID, Course> people, int month, int smallest, List<KeptTally> kept) {
        var numbers = new Numbers(people, month);
        var suppression = new Suppression(smallest, UnaryOperator.identity(), numbers.wanted, numbers.partitions, kept);
        kept.addAll(suppression.kept());
        return numbers.wanted.stream()
                .filter(statistic -> statistic.reveals().size() == 1)
                .map(statistic -> new Seen(
                        statistic.name(),
                        Objects.requireNonNull(
                                numbers.meaning.get(statistic.reveals().get(0))),
                        suppression.answer(statistic),
                        statistic.reveals().get(0).value()))
                .toList();
    }

    /** The report of a month: who runs, started and ended, and who ended with work. */
    private static final class Numbers {

        private final Map<UUID, Course> people;
        private final Map<String, Tally> tallies = new HashMap<>();
        private final Map<Tally, Predicate<Course>> meaning = new HashMap<>();
        private final List<Statistic> wanted = new ArrayList<>();
        private final List<Partition> partitions = new ArrayList<>();

        Numbers(Map<UUID, Course> people, int month) {
            this.people = people;
            wanted.add(Letters.headline("running " + month, running(month)));
            wanted.add(Letters.line(started(month)));
            wanted.add(Letters.line(ended(month)));
            wanted.add(Letters.line(endedBy(month)));
            wanted.add(Letters.line(placedBy(month)));
            wanted.add(Letters.line(notPlacedBy(month)));
            wanted.add(Letters.before(running(month - 1)));
            // Nobody ended before the first month: there was none.
            partitions.add(new Partition(startedBy(-1), List.of(running(-1))));
            for (var each = 0; each <= month; each++) {
                means(each);
            }
        }

        private void means(int month) {
            var inCare = tally("in care " + month, course -> course.runsAtEndOf(month - 1) || course.startedIn(month));
            partitions.add(new Partition(inCare, List.of(running(month - 1), started(month))));
            partitions.add(new Partition(inCare, List.of(running(month), ended(month))));
            partitions.add(new Partition(endedBy(month), List.of(endedBy(month - 1), ended(month))));
            partitions.add(new Partition(startedBy(month), List.of(running(month), endedBy(month))));
            partitions.add(new Partition(startedBy(month), List.of(startedBy(month - 1), started(month))));
            partitions.add(new Partition(endedBy(month), List.of(placedBy(month), notPlacedBy(month))));
            var placed = tally("placed " + month, course -> course.endedIn(month) && course.placed());
            var notPlaced = tally("not placed " + month, course -> course.endedIn(month) && !course.placed());
            partitions.add(new Partition(ended(month), List.of(placed, notPlaced)));
            partitions.add(new Partition(placedBy(month), List.of(placedBy(month - 1), placed)));
            partitions.add(new Partition(notPlacedBy(month), List.of(notPlacedBy(month - 1), notPlaced)));
        }

        private Tally running(int month) {
            return tally("running " + month, course -> course.runsAtEndOf(month));
        }

        private Tally started(int month) {
            return tally("started " + month, course -> course.startedIn(month));
        }

        private Tally ended(int month) {
            return tally("ended " + month, course -> course.endedIn(month));
        }

        private Tally startedBy(int month) {
            return tally("started by " + month, course -> course.start() <= month);
        }

        private Tally endedBy(int month) {
            return tally("ended by " + month, course -> course.endedBy(month));
        }

        private Tally placedBy(int month) {
            return tally("placed by " + month, course -> course.endedBy(month) && course.placed());
        }

        private Tally notPlacedBy(int month) {
            return tally("not placed by " + month, course -> course.endedBy(month) && !course.placed());
        }

        private Tally tally(String name, Predicate<Course> which) {
            var known = tallies.get(name);
            if (known == null) {
                known = Tally.ofPeople(
                        name,
                        people.entrySet().stream()
                                .filter(each -> which.test(each.getValue()))
                                .map(Map.Entry::getKey)
                                .toList());
                tallies.put(name, known);
                meaning.put(known, which);
            }
            return known;
        }
    }

    /** Every way in which at most so many people can have taken the courses, and what each number is in them. */
    private static final class Worlds {

        private final List<Seen> seen;
        private final int smallest;
        private final boolean[][] counts;
        private final long[] now;
        private final long[] least;
        private final long[] most;

        Worlds(List<Seen> seen, int smallest, int people) {
            this.seen = seen;
            this.smallest = smallest;
            this.counts = new boolean[COURSES.size()][seen.size()];
            for (var course = 0; course < COURSES.size(); course++) {
                for (var i = 0; i < seen.size(); i++) {
                    counts[course][i] = seen.get(i).which().test(COURSES.get(course));
                }
            }
            now = new long[seen.size()];
            least = new long[seen.size()];
            most = new long[seen.size()];
            Arrays.fill(least, Long.MAX_VALUE);
            Arrays.fill(most, Long.MIN_VALUE);
            spread(people, 0);
        }

        private void spread(int left, int course) {
            if (course == COURSES.size()) {
                look();
                return;
            }
            var taken = 0;
            while (taken <= left && isPossible()) {
                spread(left - taken, course + 1);
                add(course, 1);
                taken++;
            }
            add(course, -taken);
        }

        private void add(int course, int people) {
            for (var i = 0; i < now.length; i++) {
                now[i] += counts[course][i] ? people : 0;
            }
        }

        private boolean isPossible() {
            return IntStream.range(0, now.length)
                    .allMatch(i -> switch (seen.get(i).answer()) {
                        case SHOWN -> now[i] <= seen.get(i).value();
                        case FEWER -> now[i] < smallest;
                        case LEFT_OUT -> true;
                    });
        }

        private void look() {
            for (var i = 0; i < now.length; i++) {
                if (seen.get(i).answer() == Answer.SHOWN
                        && now[i] != seen.get(i).value()) {
                    return;
                }
            }
            for (var i = 0; i < now.length; i++) {
                least[i] = Math.min(least[i], now[i]);
                most[i] = Math.max(most[i], now[i]);
            }
        }
    }

    private static UUID id(int person) {
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(4).putInt(person).array());
    }
}
