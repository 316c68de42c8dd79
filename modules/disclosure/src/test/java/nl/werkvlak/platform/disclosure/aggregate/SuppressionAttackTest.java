package nl.werkvlak.platform.disclosure.aggregate;

import static nl.werkvlak.platform.disclosure.aggregate.Letters.EACH_HIMSELF;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small random populations over several months, and somebody who tries every handful of people: is their number a sum of
 * multiples of the published ones? Worked out with whole fractions, by another way than the code takes.
 */
class SuppressionAttackTest {

    private static final int POPULATIONS = 250;
    private static final int MONTHS = 4;
    private static final List<Statistic.Weight> WEIGHTS = List.of(Statistic.Weight.values());

    static IntStream seeds() {
        return IntStream.range(0, POPULATIONS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_handful_of_people_is_known(int seed) {
        var random = new Random(seed);
        var smallest = 2 + random.nextInt(4);
        var people = Letters.people("abcdefghijklmn".substring(0, 6 + random.nextInt(9)));
        var kept = new ArrayList<KeptTally>();
        for (var month = 0; month < MONTHS; month++) {
            var wanted = new ArrayList<Statistic>();
            var count = 2 + random.nextInt(5);
            for (var number = 0; number < count; number++) {
                var tally = Tally.ofPeople("n" + month + "." + number, some(people, random, kept));
                wanted.add(new Statistic(tally.name(), WEIGHTS.get(random.nextInt(WEIGHTS.size())), List.of(tally)));
            }
            kept.addAll(new Suppression(smallest, EACH_HIMSELF, wanted, List.of(), kept).kept());
        }
        var published = kept.stream()
                .filter(KeptTally::shown)
                .map(each -> people(each.tally()))
                .toList();

        assertThat(published).allSatisfy(shown -> assertThat(shown).hasSizeGreaterThanOrEqualTo(smallest));
        var attacker = new Fractions(people, published);
        for (var handful : handfuls(people, smallest - 1)) {
            assertThat(attacker.knows(handful))
                    .as("%s people of %s, after %s with a minimum of %s", handful.size(), people.size(), kept, smallest)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_could_be_shown_is_shown(int seed) {
        var random = new Random(seed);
        var people = Letters.people("abcdefghijkl");
        var kept = new ArrayList<KeptTally>();
        for (var month = 0; month < MONTHS; month++) {
            var tally = Tally.ofPeople("n" + month, some(people, random, kept));
            kept.addAll(new Suppression(
                            3,
                            EACH_HIMSELF,
                            List.of(new Statistic(tally.name(), Statistic.Weight.TABLE, List.of(tally))),
                            List.of(),
                            kept)
                    .kept());
        }
        for (var hidden : kept) {
            if (!hidden.shown() && people(hidden.tally()).size() >= 3) {
                var all = new ArrayList<>(kept.stream()
                        .filter(each -> each.shown() || each.equals(hidden))
                        .map(each -> people(each.tally()))
                        .toList());
                var attacker = new Fractions(people, all);
                assertThat(handfuls(people, 2))
                        .as("%s was left out for a reason: %s", hidden.tally(), kept)
                        .anyMatch(attacker::knows);
            }
        }
    }

    /** Often almost the people of an earlier number: that is where differences are. */
    private static Set<UUID> some(List<UUID> people, Random random, List<KeptTally> kept) {
        var chosen = new HashSet<UUID>();
        if (!kept.isEmpty() && random.nextInt(3) > 0) {
            chosen.addAll(people(kept.get(random.nextInt(kept.size())).tally()));
            for (var changes = random.nextInt(4); changes > 0; changes--) {
                var person = people.get(random.nextInt(people.size()));
                if (!chosen.remove(person)) {
                    chosen.add(person);
                }
            }
            return chosen;
        }
        people.stream().filter(person -> random.nextBoolean()).forEach(chosen::add);
        return chosen;
    }

    private static Set<UUID> people(Tally tally) {
        var people = new TreeSet<UUID>();
        tally.stretches().forEach(stretch -> people.add(stretch.trajectory()));
        return people;
    }

    private static List<Set<UUID>> handfuls(List<UUID> people, int most) {
        var handfuls = new ArrayList<Set<UUID>>();
        for (var members = 1; members < 1 << people.size(); members++) {
            if (Integer.bitCount(members) <= most) {
                var which = members;
                var handful = new TreeSet<UUID>();
                IntStream.range(0, people.size())
                        .filter(i -> (which >> i & 1) == 1)
                        .forEach(i -> handful.add(people.get(i)));
                handfuls.add(handful);
            }
        }
        return handfuls;
    }

    /** Elimination without fractions, over whole numbers of any size. */
    private static final class Fractions {

        private final List<UUID> people;
        private final List<BigInteger[]> rows = new ArrayList<>();

        Fractions(List<UUID> people, List<Set<UUID>> published) {
            this.people = people;
            for (var each : published) {
                var row = reduced(row(each));
                if (pivot(row) < row.length) {
                    rows.add(row);
                }
            }
        }

        boolean knows(Set<UUID> group) {
            return pivot(reduced(row(group))) == people.size();
        }

        private BigInteger[] row(Set<UUID> group) {
            return people.stream()
                    .map(person -> group.contains(person) ? BigInteger.ONE : BigInteger.ZERO)
                    .toArray(BigInteger[]::new);
        }

        private BigInteger[] reduced(BigInteger[] row) {
            var left = row;
            for (var earlier : rows) {
                var at = pivot(earlier);
                var now = left;
                left = IntStream.range(0, row.length)
                        .mapToObj(i -> now[i].multiply(earlier[at]).subtract(earlier[i].multiply(now[at])))
                        .toArray(BigInteger[]::new);
            }
            var divisor = Arrays.stream(left).reduce(BigInteger.ZERO, BigInteger::gcd);
            return divisor.signum() == 0
                    ? left
                    : Arrays.stream(left).map(value -> value.divide(divisor)).toArray(BigInteger[]::new);
        }

        private static int pivot(BigInteger[] row) {
            return IntStream.range(0, row.length)
                    .filter(i -> row[i].signum() != 0)
                    .findFirst()
                    .orElse(row.length);
        }
    }
}
