package nl.werkvlak.platform.disclosure.aggregate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A count, or a sum, over trajectories: its value, and exactly what each trajectory brings to it.
 *
 * <p>Every trajectory has a line for each measure ({@code hours}), and brings a stretch of that line: hours since the
 * beginning are the stretch from 0 to 12.50, those of last month the stretch from 10 to 12.50. Two tallies share what
 * their stretches share, so that the difference of two totals is known to be about who had hours in between, and a value
 * that is corrected afterwards about who was corrected. In a count of people each brings the stretch from 0 to 1.
 */
public final class Tally {

    static final String PEOPLE = "people";

    private final String name;
    private final String measure;
    private final List<Stretch> stretches;

    /**
     * What one trajectory brings.
     *
     * @param from where its stretch begins, in the smallest unit of the measure; not negative
     * @param to where it ends; never before it begins
     */
    public record Stretch(UUID trajectory, long from, long to) {

        public Stretch {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("A stretch begins at nought or above, and ends after it begins");
            }
        }
    }

    private Tally(String name, String measure, Collection<Stretch> stretches) {
        this.name = name;
        this.measure = measure;
        this.stretches = stretches.stream()
                .filter(stretch -> stretch.to() > stretch.from())
                .sorted(Comparator.comparing(Stretch::trajectory).thenComparingLong(Stretch::from))
                .toList();
    }

    /**
     * A number of people.
     *
     * @param name tells it from other tallies, and is the same in every report that shows it: {@code running 2026-10}
     */
    public static Tally ofPeople(String name, Collection<UUID> trajectories) {
        return of(
                name,
                PEOPLE,
                trajectories.stream()
                        .distinct()
                        .map(each -> new Stretch(each, 0, 1))
                        .toList());
    }

    /** A sum; stretches of one trajectory do not overlap, and begin at nought or above. */
    public static Tally sum(String name, String measure, Collection<Stretch> stretches) {
        if (measure.equals(PEOPLE)) {
            throw new IllegalArgumentException("People are counted, not added up");
        }
        return of(name, measure, stretches);
    }

    static Tally of(String name, String measure, Collection<Stretch> stretches) {
        return new Tally(name, measure, stretches);
    }

    public String name() {
        return name;
    }

    public String measure() {
        return measure;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    boolean isOfPeople() {
        return measure.equals(PEOPLE);
    }

    /** The number itself, in the smallest unit of the measure. */
    public long value() {
        return stretches.stream()
                .mapToLong(stretch -> stretch.to() - stretch.from())
                .sum();
    }

    /** How many people are behind it: a person with two trajectories is one. */
    int people(UnaryOperator<UUID> personOf) {
        var people = new HashSet<UUID>();
        stretches.forEach(stretch -> people.add(personOf.apply(stretch.trajectory())));
        return people.size();
    }

    /** The same thing of the same people; a correction may have changed either. */
    boolean isSame(Tally other) {
        return name.equals(other.name) && stretches.equals(other.stretches);
    }

    @Override
    public String toString() {
        return name;
    }
}
