package nl.werkvlak.platform.disclosure.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which bounds every reader knows a number to lie, by the meaning of the numbers alone: none is negative, the
 * parts of a whole add up to it, a shown one is what it is, and a limit is a limit. Where the bounds meet, the number is
 * known, though it stands nowhere: nobody else ended when the five that ended were all placed.
 */
final class Bounds {

    private static final long ANY = 1L << 60;

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

    private boolean draw(Partition partition) {
        var whole = partition.whole().name();
        var parts = partition.parts().stream().map(Tally::name).toList();
        var changed = raise(whole, parts.stream().mapToLong(this::least).sum());
        changed |= lower(whole, sumOfMost(parts));
        for (var part : parts) {
            var others = new ArrayList<>(parts);
            others.remove(part);
            changed |= raise(part, least(whole) - sumOfMost(others));
            changed |= lower(
                    part, most(whole) - others.stream().mapToLong(this::least).sum());
        }
        return changed;
    }

    private long sumOfMost(List<String> names) {
        return names.stream().mapToLong(this::most).reduce(0, (one, other) -> Math.min(ANY, one + other));
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
