package nl.werkvlak.platform.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A choice out of a closed list, in which everything is said by saying nothing. */
final class Chosen {

    private Chosen() {}

    /** Empty for all of them, as the desks take it; a list that names nothing is a mistake, and named. */
    static <E> Set<E> orAll(String field, @Nullable List<E> named) {
        if (named != null && named.isEmpty()) {
            throw BadInput.of(field, "missing");
        }
        return named == null ? Set.of() : Set.copyOf(named);
    }

    static <E extends Enum<E>> @Nullable List<E> orAbsent(Collection<E> chosen) {
        return chosen.isEmpty() ? null : chosen.stream().sorted().toList();
    }
}
