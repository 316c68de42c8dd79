package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks each gate at the instant of a decision, and looks how long all of them go on saying the same.
 *
 * <p>What a gate says changes only at an instant at which one of its facts begins or stops to count. The gate is asked
 * again at each of those that lies ahead, by the same function, so that nothing has to be said twice about how facts end.
 * No two gates give the same reason; so the decision changes when, and only when, one of them says something else.
 */
final class Horizon {

    private final Instant at;
    private @Nullable Instant end;

    Horizon(Instant at) {
        this.at = at;
    }

    /** @param changes in any order; all that matter, and any others */
    <T> T ask(Function<Instant, T> gate, List<Instant> changes) {
        var now = gate.apply(at);
        for (var change : changes) {
            if (isAhead(change) && !now.equals(gate.apply(change))) {
                end = change;
            }
        }
        return now;
    }

    /** After the instant of the decision, and earlier than what is known to end it. */
    private boolean isAhead(Instant change) {
        return change.isAfter(at) && (end == null || change.isBefore(end));
    }

    /** The earliest instant at which one of the gates says something else; null when none ever does. */
    @Nullable
    Instant end() {
        return end;
    }
}
