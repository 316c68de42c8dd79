package nl.werkvlak.platform.disclosure.aggregate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;

/**
 * Looks for small groups that nobody named and that are known all the same: up to four atoms that together are known, and
 * that have too few people behind them.
 *
 * <p>The marks of atoms that are known together add up to nothing, so pairs are looked up by what completes them. With a
 * minimum of five that finds every such group, since four people are at most four atoms; with a higher minimum, and where
 * there are very many small atoms (then pairs only), groups in more pieces are found by the other checks or not at all.
 */
final class SmallGroups {

    private static final int INDEX_BITS = 9;
    private static final int MOST = 1 << INDEX_BITS;
    private static final int PAIR_BITS = 2 * INDEX_BITS;

    private final Published published;
    private final Published before;
    private final int[] small;

    SmallGroups(Published published, Published before) {
        this.published = published;
        this.before = before;
        this.small = IntStream.range(0, published.measure().atoms().count())
                .filter(this::isSmall)
                // One that is known by itself adds nothing to a group.
                .filter(atom -> mark(atom) != 0)
                .toArray();
    }

    boolean anyIsKnown() {
        return pairIsKnown() || (small.length <= MOST && moreAreKnown());
    }

    private boolean pairIsKnown() {
        var byMark = new HashMap<Long, Integer>();
        for (var atom : small) {
            var partner = byMark.get(Attacker.complement(mark(atom)));
            if (partner != null && isExposed(partner, atom)) {
                return true;
            }
            byMark.put(mark(atom), atom);
        }
        return false;
    }

    /** Three or four: one or two that complete a pair. */
    private boolean moreAreKnown() {
        var pairs = pairs();
        for (var c = 0; c < small.length; c++) {
            if (completes(pairs, small[c])) {
                return true;
            }
            for (var d = c + 1; d < small.length; d++) {
                if (completes(pairs, small[c], small[d])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The sum of their marks, then which they are; in order, so that they can be looked up by the sum. */
    private long[] pairs() {
        var pairs = new long[small.length * (small.length - 1) / 2];
        var next = 0;
        for (var a = 0; a < small.length; a++) {
            for (var b = a + 1; b < small.length; b++) {
                var sum = Attacker.complement(Attacker.complement(mark(small[a]) + mark(small[b])));
                pairs[next++] = (sum << PAIR_BITS) | ((long) a << INDEX_BITS) | b;
            }
        }
        Arrays.sort(pairs);
        return pairs;
    }

    private boolean completes(long[] pairs, int... others) {
        var wanted =
                Attacker.complement(IntStream.of(others).mapToLong(this::mark).sum());
        var at = Arrays.binarySearch(pairs, wanted << PAIR_BITS);
        for (var i = at < 0 ? -at - 1 : at; i < pairs.length && pairs[i] >>> PAIR_BITS == wanted; i++) {
            var group = IntStream.concat(
                            IntStream.of(
                                    small[(int) (pairs[i] >>> INDEX_BITS) & (MOST - 1)],
                                    small[(int) pairs[i] & (MOST - 1)]),
                            IntStream.of(others))
                    .distinct()
                    .toArray();
            if (group.length == others.length + 2 && isExposed(group)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExposed(int... atoms) {
        var group = Atoms.group(atoms);
        return isSmall(atoms) && published.knows(group) && !before.knows(group);
    }

    private boolean isSmall(int... atoms) {
        return published.measure().atoms().people(Atoms.group(atoms))
                < published.measure().smallest();
    }

    private long mark(int atom) {
        return published.attacker().mark(atom);
    }
}
