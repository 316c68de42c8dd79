package nl.werkvlak.platform.disclosure.aggregate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What is out of one measure, and what somebody who has all of it knows. */
final class Published {

    private final Measure measure;
    private final Attacker attacker;
    private final List<Out> out;

    /**
     * One measure, and what has to stay hidden in it.
     *
     * @param hidden groups that were too small to be shown
     * @param smallest the minimum number of people behind a number, for this report
     */
    record Measure(Atoms atoms, List<BitSet> hidden, List<Partition> partitions, int smallest) {}

    /** A tally that is out, and the minimum of its day. */
    private record Out(BitSet atoms, int smallest) {}

    private Published(Measure measure, Attacker attacker, List<Out> out) {
        this.measure = measure;
        this.attacker = attacker;
        this.out = out;
    }

    /** What is out before a report that may add so many tallies. */
    static Published before(Measure measure, List<KeptTally> shown, int toCome) {
        var published =
                new Published(measure, Attacker.who(measure.atoms().count(), shown.size() + toCome), new ArrayList<>());
        shown.forEach(kept -> published.add(kept.tally(), kept.smallest()));
        return new Published(measure, published.attacker.copy(toCome), published.out);
    }

    /** The same, with this one out as well. */
    Published with(Tally tally) {
        var more = new Published(measure, attacker.copy(), new ArrayList<>(out));
        more.add(tally, measure.smallest());
        return more;
    }

    private void add(Tally tally, int smallest) {
        var atoms = measure.atoms().of(tally);
        attacker.learn(atoms);
        out.add(new Out(atoms, smallest));
    }

    boolean knows(BitSet atoms) {
        return attacker.knows(atoms);
    }

    Attacker attacker() {
        return attacker;
    }

    Measure measure() {
        return measure;
    }

    /** Something that has to stay hidden is known, and was not before. */
    boolean tellsMoreThan(Published before) {
        return measure.hidden().stream().anyMatch(group -> knows(group) && !before.knows(group))
                || IntStream.range(0, measure.atoms().count())
                        .mapToObj(Atoms::group)
                        .anyMatch(atom -> knows(atom) && isSmall(atom) && !before.knows(atom))
                || out.subList(before.out.size(), out.size()).stream().anyMatch(added -> differsByFew(added, before))
                || measure.partitions().stream().anyMatch(each -> leavesFew(each) && !before.leavesFew(each));
    }

    private boolean isSmall(BitSet atoms) {
        return measure.atoms().people(atoms) < measure.smallest();
    }

    /** All of one are in the other, but for a few: who knows that, knows how few. */
    private boolean differsByFew(Out added, Published before) {
        return out.stream()
                .anyMatch(other -> isFew(Atoms.without(added.atoms(), other.atoms()), other, added, before)
                        || isFew(Atoms.without(other.atoms(), added.atoms()), added, other, before));
    }

    private boolean isFew(BitSet more, Out within, Out whole, Published before) {
        return !more.isEmpty()
                && measure.atoms().people(more) < Math.max(within.smallest(), whole.smallest())
                && Atoms.without(within.atoms(), whole.atoms()).isEmpty()
                && !before.knows(more);
    }

    /** What is left of the whole for the parts that are not out is known, and small. */
    private boolean leavesFew(Partition partition) {
        var left = measure.atoms()
                .union(partition.parts().stream()
                        .filter(part -> !knows(measure.atoms().of(part)))
                        .toList());
        return !left.isEmpty() && isSmall(left) && knows(left);
    }
}
