package nl.werkvlak.platform.disclosure.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reports as a reader of the tests sees them: each person is a letter, and a number is the letters behind it. */
final class Letters {

    static final UnaryOperator<UUID> EACH_HIMSELF = UnaryOperator.identity();

    private Letters() {}

    static UUID person(char letter) {
        return UUID.nameUUIDFromBytes(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
    }

    static List<UUID> people(String letters) {
        return letters.chars().mapToObj(letter -> person((char) letter)).toList();
    }

    static Tally count(String name, String letters) {
        return Tally.ofPeople(name, people(letters));
    }

    /** {@code a4 b2}: four for a, two for b; {@code a3-4}: the fourth only. */
    static Tally sum(String name, String measure, String values) {
        var stretches = new ArrayList<Tally.Stretch>();
        for (var each : values.split(" ", -1)) {
            var ends = each.substring(1).split("-", -1);
            stretches.add(new Tally.Stretch(
                    person(each.charAt(0)),
                    ends.length == 1 ? 0 : Long.parseLong(ends[0]),
                    Long.parseLong(ends[ends.length - 1])));
        }
        return Tally.sum(name, measure, stretches);
    }

    /** The reports of one tenant, one after the other: each is held against those before. */
    static final class Reports {

        private final List<KeptTally> kept = new ArrayList<>();
        private int smallest = 5;

        Reports withMinimum(int people) {
            smallest = people;
            return this;
        }

        /** Every tally on its own, in a table; the answers by name. */
        Map<String, String> issue(Tally... tallies) {
            return issue(
                    List.of(tallies).stream()
                            .map(tally -> new Statistic(tally.name(), Statistic.Weight.TABLE, List.of(tally)))
                            .toList(),
                    List.of());
        }

        Map<String, String> issue(List<Statistic> statistics, List<Partition> partitions) {
            var suppression = new Suppression(smallest, EACH_HIMSELF, statistics, partitions, kept);
            kept.addAll(suppression.kept());
            var answers = new TreeMap<String, String>();
            for (var statistic : statistics) {
                answers.put(
                        statistic.name(),
                        switch (suppression.answer(statistic)) {
                            case SHOWN ->
                                String.valueOf(statistic.reveals().get(0).value());
                            case FEWER -> "<" + smallest;
                            case LEFT_OUT -> "·";
                        });
            }
            return answers;
        }

        List<KeptTally> kept() {
            return kept;
        }
    }

    static Statistic headline(String name, Tally... reveals) {
        return new Statistic(name, Statistic.Weight.HEADLINE, List.of(reveals));
    }

    static Statistic line(Tally tally) {
        return new Statistic(tally.name(), Statistic.Weight.TABLE, List.of(tally));
    }

    static Statistic before(Tally tally) {
        return new Statistic(tally.name(), Statistic.Weight.BEFORE, List.of(tally));
    }
}
