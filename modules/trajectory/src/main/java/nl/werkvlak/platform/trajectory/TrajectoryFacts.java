package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the gate reads of a trajectory and its client, for a report over one period.
 *
 * @param conceptShownAt when the client saw the concept of that period's report (condition K2)
 * @param conceptExcusedAt when it was recorded why the concept was not shown (condition K2)
 * @param capacityStatements when each statement of a doctor or labour expert is valid (condition K3)
 * @param documents all in the file, released or not (condition K11)
 * @param informedPlacements the work of which the client was told that the new employer's name is shown (condition K12)
 */
public record TrajectoryFacts(
        UUID id,
        UUID client,
        LocalDate birthDate,
        @Nullable LocalDate endedOn,
        @Nullable Instant conceptShownAt,
        @Nullable Instant conceptExcusedAt,
        Map<UUID, Period> capacityStatements,
        List<FileDocument> documents,
        Set<UUID> informedPlacements) {

    /** As they would be if the client had seen the concept then. */
    public TrajectoryFacts shownAt(Instant at) {
        return new TrajectoryFacts(
                id,
                client,
                birthDate,
                endedOn,
                at,
                conceptExcusedAt,
                capacityStatements,
                documents,
                informedPlacements);
    }
}
