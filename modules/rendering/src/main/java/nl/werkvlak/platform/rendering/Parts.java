package nl.werkvlak.platform.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of a document: a part that the gate emptied is an empty list, however it was emptied. */
final class Parts {

    private Parts() {}

    static <T> List<T> of(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
