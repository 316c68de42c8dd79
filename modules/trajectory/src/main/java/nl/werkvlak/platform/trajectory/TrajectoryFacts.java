package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the gate reads of a trajectory and its client, for a report over one period.
 *
 * @param conceptShownAt when the client saw the concept of that period's report (condition K2)
 * @param capacityStatements when each statement of a doctor or labour expert is valid (condition K3)
 */
public record TrajectoryFacts(
        UUID id,
        UUID client,
        LocalDate birthDate,
        @Nullable LocalDate endedOn,
        @Nullable Instant conceptShownAt,
        List<Period> capacityStatements) {}
