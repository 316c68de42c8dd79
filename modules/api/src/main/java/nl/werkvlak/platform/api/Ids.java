package nl.werkvlak.platform.api;

import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;

/** Reads an id in a path. */
final class Ids {

    private Ids() {}

    /** What does not look like an id is as unknown as an id that nothing has. */
    static UUID of(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw Refusal.unknown("unknown", "There is no such thing.");
    }
}
