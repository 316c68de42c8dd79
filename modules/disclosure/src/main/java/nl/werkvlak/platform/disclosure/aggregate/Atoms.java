package nl.werkvlak.platform.disclosure.aggregate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The pieces that a set of tallies over one measure cuts its people into: pieces of stretches that are in exactly the same
 * tallies are one atom, for no sum of those tallies tells them apart. A tally is a set of atoms.
 */
final class Atoms {

    private final Map<Tally, BitSet> ofTally = new HashMap<>();
    private final List<BitSet> people = new ArrayList<>();

    Atoms(Collection<Tally> tallies, UnaryOperator<UUID> personOf) {
        var all = List.copyOf(tallies);
        var persons = new HashMap<UUID, Integer>();
        all.forEach(tally -> ofTally.put(tally, new BitSet()));
        piecesByPlaces(all).forEach((places, trajectories) -> {
            places.stream().forEach(tally -> of(all.get(tally)).set(people.size()));
            var behind = new BitSet();
            trajectories.forEach(trajectory ->
                    behind.set(persons.computeIfAbsent(personOf.apply(trajectory), any -> persons.size())));
            people.add(behind);
        });
    }

    private record Place(int tally, Tally.Stretch stretch) {}

    private static Map<BitSet, List<UUID>> piecesByPlaces(List<Tally> tallies) {
        var places = new HashMap<UUID, List<Place>>();
        for (var tally = 0; tally < tallies.size(); tally++) {
            for (var stretch : tallies.get(tally).stretches()) {
                places.computeIfAbsent(stretch.trajectory(), any -> new ArrayList<>())
                        .add(new Place(tally, stretch));
            }
        }
        var pieces = new HashMap<BitSet, List<UUID>>();
        for (var each : new TreeSet<>(places.keySet())) {
            var own = Objects.requireNonNull(places.get(each));
            var ends = new TreeSet<Long>();
            own.forEach(place -> {
                ends.add(place.stretch().from());
                ends.add(place.stretch().to());
            });
            for (var from : ends) {
                var in = new BitSet();
                for (var place : own) {
                    if (place.stretch().from() <= from && from < place.stretch().to()) {
                        in.set(place.tally());
                    }
                }
                if (!in.isEmpty()) {
                    pieces.computeIfAbsent(in, any -> new ArrayList<>()).add(each);
                }
            }
        }
        return pieces;
    }

    int count() {
        return people.size();
    }

    BitSet of(Tally tally) {
        return Objects.requireNonNull(ofTally.get(tally), "a tally that was not cut");
    }

    /** How many people are behind these atoms together. */
    int people(BitSet atoms) {
        var together = new BitSet();
        atoms.stream().forEach(atom -> together.or(people.get(atom)));
        return together.cardinality();
    }

    BitSet union(Collection<Tally> tallies) {
        var all = new BitSet();
        tallies.forEach(tally -> all.or(of(tally)));
        return all;
    }

    /** The atoms of one that are not in the other. */
    static BitSet without(BitSet atoms, BitSet others) {
        var left = (BitSet) atoms.clone();
        left.andNot(others);
        return left;
    }

    static BitSet group(int... atoms) {
        var group = new BitSet();
        for (var atom : atoms) {
            group.set(atom);
        }
        return group;
    }
}
