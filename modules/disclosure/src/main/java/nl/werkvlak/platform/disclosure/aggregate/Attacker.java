package nl.werkvlak.platform.disclosure.aggregate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Somebody who has all published tallies of one measure, and adds and subtracts them as they like.
 *
 * <p>What they cannot know is kept as a handful of random <em>shifts</em>: ways to move people between the atoms that leave
 * every published tally as it is. A group that keeps its size in all of them is a sum of multiples of what was published,
 * so it is known; one that does not can have another size than the true one, and nobody can tell. This is Gaussian
 * elimination, read from the other side: the shifts span the null space of what was published. Numbers are counted modulo
 * a prime, so that nothing is rounded; what is known is never overlooked, and what is not is taken for known with a chance
 * of one in 2<sup>62</sup>. The chance is drawn from a fixed seed: the same tallies give the same answer.
 */
final class Attacker {

    private static final long PRIME = (1L << 31) - 1;
    private static final int BITS = 31;

    /** Two of them have to agree before anything counts as known. */
    private static final int WITNESSES = 2;

    private long[][] shifts;

    private Attacker(long[][] shifts) {
        this.shifts = shifts;
    }

    /** Somebody who has nothing yet, and may be given so many tallies. */
    static Attacker who(int atoms, int tallies) {
        var random = new SplittableRandom(atoms);
        var shifts = new long[tallies + WITNESSES][atoms];
        for (var shift : shifts) {
            Arrays.setAll(shift, any -> random.nextLong(PRIME));
        }
        return new Attacker(shifts);
    }

    /** The same knowledge in another head; it may be given so many tallies more, and never more than before. */
    Attacker copy(int tallies) {
        var kept = Math.min(shifts.length, tallies + WITNESSES);
        return new Attacker(Arrays.stream(shifts, 0, kept).map(long[]::clone).toArray(long[][]::new));
    }

    Attacker copy() {
        return copy(shifts.length);
    }

    /** Is given the tally over these atoms: no shift is left that would change it. */
    void learn(BitSet atoms) {
        var changes = new long[shifts.length];
        var pivot = -1;
        for (var i = 0; i < shifts.length; i++) {
            changes[i] = change(shifts[i], atoms);
            pivot = changes[i] == 0 ? pivot : i;
        }
        if (pivot < 0) {
            return;
        }
        if (shifts.length <= WITNESSES) {
            throw new IllegalStateException("More tallies than were announced");
        }
        var given = shifts[pivot];
        var inverse = inverse(changes[pivot]);
        var left = new long[shifts.length - 1][];
        for (int i = 0, next = 0; i < shifts.length; i++) {
            if (i != pivot) {
                left[next++] =
                        changes[i] == 0 ? shifts[i] : minus(shifts[i], given, mod(mod(PRIME - changes[i]) * inverse));
            }
        }
        shifts = left;
    }

    /** The size of this group follows from what was given. */
    boolean knows(BitSet atoms) {
        return change(shifts[0], atoms) == 0 && change(shifts[1], atoms) == 0;
    }

    /** By how much one of the remaining shifts changes an atom: atoms that are known together add up to nothing. */
    long mark(int atom) {
        return shifts[0][atom];
    }

    /** What completes a sum of marks to nothing. */
    static long complement(long marks) {
        return mod(PRIME - mod(marks));
    }

    private static long change(long[] shift, BitSet atoms) {
        var sum = 0L;
        for (var atom = atoms.nextSetBit(0); atom >= 0; atom = atoms.nextSetBit(atom + 1)) {
            sum += shift[atom];
        }
        return mod(sum);
    }

    private static long[] minus(long[] shift, long[] other, long factor) {
        for (var atom = 0; atom < shift.length; atom++) {
            shift[atom] = mod(shift[atom] + factor * other[atom]);
        }
        return shift;
    }

    /** By the small theorem of Fermat. */
    private static long inverse(long value) {
        var answer = 1L;
        var power = value;
        for (var exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            answer = (exponent & 1) == 1 ? mod(answer * power) : answer;
            power = mod(power * power);
        }
        return answer;
    }

    /** The rest after division by the prime, which is one less than a power of two. */
    private static long mod(long value) {
        var folded = (value & PRIME) + (value >>> BITS);
        folded = (folded & PRIME) + (folded >>> BITS);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
