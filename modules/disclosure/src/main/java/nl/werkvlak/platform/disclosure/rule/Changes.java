package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import nl.werkvlak.platform.kernel.Period;
import org.jspecify.annotations.Nullable;

/** Gathers the instants at which facts begin or stop to count; what has no instant is left out. */
final class Changes {

    private final TreeSet<Instant> instants = new TreeSet<>();

    static Changes ofPeriods(Collection<Period> periods) {
        var changes = new Changes();
        periods.forEach(changes::add);
        return changes;
    }

    Changes add(@Nullable Instant change) {
        if (change != null) {
            instants.add(change);
        }
        return this;
    }

    void add(Period period) {
        add(period.from()).add(period.until());
    }

    List<Instant> toList() {
        return List.copyOf(instants);
    }
}
