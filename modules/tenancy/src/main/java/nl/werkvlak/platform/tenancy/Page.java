package nl.werkvlak.platform.tenancy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page begins: after this place; null when this is the last one
 */
public record Page<T, P>(List<T> items, @Nullable P next) {

    /** Out of one more than fits, which tells whether there is a next page. */
    public static <T, P> Page<T, P> of(List<T> found, int limit, Function<T, P> placeOf) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, placeOf.apply(items.get(limit - 1)));
    }
}
