package nl.werkvlak.platform.disclosure.aggregate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which bounds every reader knows a number to lie, by the meaning of the numbers alone: none is negative, the
 * parts of a whole add up to it, a shown one is what it is, and a limit is a limit. Where the bounds meet, the number is
 * known, though it stands nowhere: nobody else ended when the five that ended were all placed.
 */
final class Bounds {

    /** More than any number is, and few enough that the sum of a whole's parts stays a number. */
    private static final long ANY = 1L << 48;

    private final Map<String, Long> least = new HashMap<>();
    private final Map<String, Long> most = new HashMap<>();

    /**
     * Draws the bounds as tight as they get.
     *
     * @param shown the numbers that are out, by name
     * @param limits what others are known not to exceed
     */
    Bounds(List<Partition> partitions, Map<String, Long> shown, Map<String, Long> limits) {
        limits.forEach(most::put);
        shown.forEach((name, value) -> {
            least.put(name, value);
            most.put(name, value);
        });
        var changed = true;
        while (changed) {
            changed = false;
            for (var partition : partitions) {
                changed |= draw(partition);
            }
        }
    }

    boolean isCertain(String name) {
        return least(name) >= most(name);
    }

    /** What the others of a part are is the whole's sum less its own: the parts may be many. */
    private boolean draw(Partition partition) {
        var whole = partition.whole().name();
        var sumOfLeast = 0L;
        var sumOfMost = 0L;
        for (var part : partition.parts()) {
            sumOfLeast += least(part.name());
            sumOfMost += most(part.name());
        }
        var changed = raise(whole, sumOfLeast);
        changed |= lower(whole, sumOfMost);
        for (var part : partition.parts()) {
            // Others that were drawn in this round count as they were before it; the next round takes them as they are.
            var leastOfOthers = sumOfLeast - least(part.name());
            var mostOfOthers = sumOfMost - most(part.name());
            changed |= raise(part.name(), least(whole) - mostOfOthers);
            changed |= lower(part.name(), most(whole) - leastOfOthers);
        }
        return changed;
    }

    private boolean raise(String name, long to) {
        var raised = to > least(name) && least(name) < most(name);
        if (raised) {
            least.put(name, to);
        }
        return raised;
    }

    private boolean lower(String name, long to) {
        var lowered = to < most(name) && most(name) > least(name);
        if (lowered) {
            most.put(name, to);
        }
        return lowered;
    }

    long least(String name) {
        return least.getOrDefault(name, 0L);
    }

    private long most(String name) {
        return most.getOrDefault(name, ANY);
    }
}
