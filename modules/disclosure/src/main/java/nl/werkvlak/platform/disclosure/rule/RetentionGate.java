package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import org.jspecify.annotations.Nullable;

/**
 * Gate 7: how long after the end of a trajectory its data may be disclosed (regulation art. 9). An open trajectory has no
 * end; a category for which neither the register nor the commission names a period ends with the trajectory.
 */
final class RetentionGate {

    private final ProcessingRegister register;
    private final Facts facts;
    private final @Nullable LocalDate lastDay;
    private final Map<Integer, Instant> ends = new HashMap<>();

    RetentionGate(ProcessingRegister register, Facts facts) {
        this.register = register;
        this.facts = facts;
        this.lastDay = facts.trajectory().endedOn();
    }

    boolean isOver(DataCategory category, Instant at) {
        var end = endAt(category, at);
        return end != null && !at.isBefore(end);
    }

    /** From when on its data stays inside, as things stand at this instant; null while the trajectory goes on. */
    @Nullable
    Instant endAt(DataCategory category, Instant at) {
        return lastDay == null ? null : end(lastDay, months(category, at));
    }

    List<Instant> changes(DataCategory category) {
        if (lastDay == null) {
            return List.of();
        }
        var changes = new Changes().add(end(lastDay, 0));
        for (var rule : register.rulesOf(category).entrySet()) {
            changes.add(rule.getKey()).add(end(lastDay, rule.getValue()));
        }
        for (var override : facts.retentionOverrides()) {
            if (override.category() == category) {
                changes.add(override.inForceFrom()).add(end(lastDay, override.months()));
            }
        }
        return changes.toList();
    }

    /** The latest word of the commission, or else that of the register. */
    private int months(DataCategory category, Instant at) {
        RetentionOverride latest = null;
        for (var override : facts.retentionOverrides()) {
            if (override.category() == category
                    && !at.isBefore(override.inForceFrom())
                    && (latest == null || latest.inForceFrom().isBefore(override.inForceFrom()))) {
                latest = override;
            }
        }
        return latest == null ? register.retentionOf(category, at) : latest.months();
    }

    /** The last day counts: the file of a trajectory that closed on 15 March goes on 16 March, two years later. */
    private Instant end(LocalDate closed, int months) {
        return ends.computeIfAbsent(
                months, length -> Period.startOf(closed.plusMonths(length).plusDays(1)));
    }
}
