package nl.werkvlak.platform.disclosure.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which numbers of a new report are shown (condition K9), held against each other and against all that the tenant already
 * has.
 *
 * <p>What is out cannot be taken back, so the new report gives way. Its numbers go out one by one, the most wanted first,
 * each only if nothing small is known afterwards that was not before: no hidden number, no group that two numbers have
 * unequal, no remainder of a whole, no handful of people at all. What would tell such a thing is left out. Without any
 * number at all nothing is told, so this always ends safely.
 */
public final class Suppression {

    private final int smallest;
    private final UnaryOperator<UUID> personOf;
    private final List<Statistic> wanted;
    private final List<Partition> partitions;
    private final Map<Tally, Integer> people = new HashMap<>();
    private final Map<String, Published> before = new HashMap<>();
    private final Map<String, Published> after = new HashMap<>();
    private final Set<Statistic> shown = new LinkedHashSet<>();
    private final Set<Statistic> limited = new HashSet<>();
    private final Map<String, Tally> named = new HashMap<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, Long> out = new HashMap<>();
    private final Map<String, Long> limits = new HashMap<>();

    /** What stands in the place of a number. */
    public enum Answer {
        /** The number itself. */
        SHOWN,
        /** That it is smaller than the minimum. */
        FEWER,
        /** A mark that says nothing about the number. */
        LEFT_OUT
    }

    /**
     * Decides.
     *
     * @param smallest the minimum number of people behind a number
     * @param personOf whose trajectory it is: a person with two is one
     * @param wanted what the report would like to show
     * @param partitions what every reader knows about the meaning of the numbers
     * @param earlier the tallies of all reports that the tenant already has, withdrawn ones too
     */
    public Suppression(
            int smallest,
            UnaryOperator<UUID> personOf,
            Collection<Statistic> wanted,
            List<Partition> partitions,
            List<KeptTally> earlier) {
        this.smallest = smallest;
        this.personOf = personOf;
        this.partitions = List.copyOf(partitions);
        // The fewest people first to go, which is last to come.
        this.wanted = wanted.stream()
                .sorted(Comparator.comparing(Statistic::weight)
                        .thenComparing(
                                Comparator.<Statistic>comparingInt(this::people).reversed()))
                .toList();
        byMeasure(earlier).forEach((measure, kept) -> before.put(measure, begin(measure, kept)));
        tallies().forEach(tally -> named.putIfAbsent(tally.name(), tally));
        this.wanted.forEach(statistic -> statistic.reveals().forEach(tally -> places.add(tally.name())));
        earlier.forEach(kept -> places.add(kept.tally().name()));
        earlier.stream().filter(this::isOfThis).forEach(this::limit);
        decide(
                new HashSet<>(),
                earlier.stream().filter(KeptTally::shown).filter(this::isOfThis).toList());
        limit();
    }

    /** This report speaks of the same thing, and of the same people. */
    private boolean isOfThis(KeptTally kept) {
        var own = named.get(kept.tally().name());
        return own != null && own.isSame(kept.tally());
    }

    /** An earlier report said that it is below the minimum of its day. */
    private void limit(KeptTally kept) {
        if (kept.answer() == Answer.FEWER) {
            limits.merge(kept.tally().name(), kept.smallest() - 1L, Math::min);
        }
    }

    private int people(Statistic statistic) {
        return statistic.reveals().stream().mapToInt(this::people).min().orElse(0);
    }

    private int people(Tally tally) {
        return people.computeIfAbsent(tally, any -> tally.people(personOf));
    }

    private boolean isSmall(Tally tally) {
        return people(tally) < smallest;
    }

    /** What is kept of earlier reports, for each measure that this report is about; others cannot meet it. */
    private Map<String, List<KeptTally>> byMeasure(List<KeptTally> earlier) {
        var kept = new HashMap<String, List<KeptTally>>();
        tallies().forEach(tally -> kept.computeIfAbsent(tally.measure(), any -> new ArrayList<>()));
        earlier.forEach(each ->
                kept.getOrDefault(each.tally().measure(), new ArrayList<>()).add(each));
        return kept;
    }

    private Stream<Tally> tallies() {
        return Stream.concat(
                wanted.stream().flatMap(statistic -> statistic.reveals().stream()),
                partitions.stream()
                        .flatMap(partition -> Stream.concat(Stream.of(partition.whole()), partition.parts().stream())));
    }

    private Published begin(String measure, List<KeptTally> kept) {
        var own = tallies().filter(tally -> tally.measure().equals(measure)).toList();
        var atoms = new Atoms(
                Stream.concat(kept.stream().map(KeptTally::tally), own.stream()).toList(), personOf);
        var hidden = Stream.concat(
                        own.stream().filter(this::isSmall),
                        kept.stream()
                                .filter(each -> !each.shown() && people(each.tally()) < each.smallest())
                                .map(KeptTally::tally))
                .map(atoms::of)
                .filter(group -> !group.isEmpty())
                .toList();
        return Published.before(
                new Published.Measure(
                        atoms,
                        hidden,
                        partitions.stream()
                                .filter(each -> each.whole().measure().equals(measure))
                                .toList(),
                        smallest),
                kept.stream().filter(KeptTally::shown).toList(),
                own.size());
    }

    /** One by one, and then a look at the whole: whatever told too much is refused, and all is decided once more. */
    private void decide(Set<Statistic> refused, List<KeptTally> known) {
        after.clear();
        after.putAll(before);
        shown.clear();
        out.clear();
        known.forEach(kept -> out.put(kept.tally().name(), kept.tally().value()));
        var bounds = new Bounds(partitions, out, limits);
        for (var statistic : wanted) {
            if (!refused.contains(statistic) && statistic.reveals().stream().noneMatch(this::isSmall)) {
                bounds = showIfSafe(statistic, bounds);
            }
        }
        var culprit = after.keySet().stream()
                .filter(measure -> new SmallGroups(published(after, measure), published(before, measure)).anyIsKnown())
                .flatMap(this::lastOf)
                .findFirst();
        if (culprit.isPresent()) {
            refused.add(culprit.get());
            decide(refused, known);
        }
    }

    /** The last statistic that was shown of a measure: nothing was known before the first. */
    private Stream<Statistic> lastOf(String measure) {
        return shown.stream()
                .filter(statistic -> statistic.reveals().stream()
                        .anyMatch(tally -> tally.measure().equals(measure)))
                .reduce((first, last) -> last)
                .stream();
    }

    private static Published published(Map<String, Published> measures, String measure) {
        return Objects.requireNonNull(measures.get(measure), measure);
    }

    /** Returns what every reader knows afterwards, who knew as much before. */
    private Bounds showIfSafe(Statistic statistic, Bounds known) {
        var next = new HashMap<String, Published>();
        var names = new HashMap<>(out);
        for (var tally : statistic.reveals()) {
            var now = next.containsKey(tally.measure()) ? next : after;
            next.put(tally.measure(), published(now, tally.measure()).with(tally));
            names.put(tally.name(), tally.value());
        }
        if (next.entrySet().stream().anyMatch(each -> each.getValue().tellsMoreThan(published(after, each.getKey())))) {
            return known;
        }
        var now = new Bounds(partitions, names, limits);
        if (anyIsCertain(now, known)) {
            return known;
        }
        after.putAll(next);
        out.putAll(names);
        shown.add(statistic);
        return now;
    }

    /** Nobody in it is a number as well, where a report has a place for it. */
    private boolean anyIsCertain(Bounds now, Bounds earlier) {
        return named.values().stream()
                .filter(tally -> isSmall(tally) && (tally.value() > 0 || places.contains(tally.name())))
                .anyMatch(tally -> now.isCertain(tally.name()) && !earlier.isCertain(tally.name()));
    }

    /**
     * Of which counts of people may be said that they are below the minimum. Not so where the limits would say that
     * others are above something: when two hidden parts are eight people together, and each is less than five, both are
     * four.
     */
    private void limit() {
        var bounds = new Bounds(partitions, out, limits);
        for (var statistic : wanted) {
            var tally = statistic.reveals().get(0);
            if (statistic.reveals().size() == 1 && tally.isOfPeople() && isSmall(tally)) {
                var more = new HashMap<>(limits);
                more.merge(tally.name(), smallest - 1L, Math::min);
                var now = new Bounds(partitions, out, more);
                var known = bounds;
                if (!anyIsCertain(now, known)
                        && named.values().stream()
                                .filter(this::isSmall)
                                .allMatch(each -> now.least(each.name()) == known.least(each.name()))) {
                    limits.putAll(more);
                    limited.add(statistic);
                    bounds = now;
                }
            }
        }
    }

    /** What stands in the place of this number. */
    public Answer answer(Statistic statistic) {
        if (shown.contains(statistic)) {
            return Answer.SHOWN;
        }
        return limited.contains(statistic) ? Answer.FEWER : Answer.LEFT_OUT;
    }

    /** What later reports are held against: every tally of this report, and whether it is out. */
    public List<KeptTally> kept() {
        var kept = new LinkedHashMap<String, KeptTally>();
        for (var statistic : wanted) {
            var answer = answer(statistic);
            for (var tally : statistic.reveals()) {
                // Out when any number reveals it; a limit only stands in the place of the tally itself.
                kept.merge(
                        tally.name(),
                        new KeptTally(tally, answer, smallest),
                        (one, other) ->
                                one.answer() == Answer.SHOWN || other.answer() == Answer.LEFT_OUT ? one : other);
            }
        }
        return List.copyOf(kept.values());
    }
}
