package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.explanation.Line;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One category of one trajectory in a coverage report.
 *
 * @param commission its number, and that of the trajectory, as the office calls them
 * @param bases the numbers of the usable legal bases
 */
public record CoverageLine(
        String commission,
        UUID trajectoryId,
        String trajectory,
        DataCategory category,
        boolean permitted,
        boolean counted,
        Projection projection,
        List<String> bases,
        List<Reason> reasons,
        @Nullable Instant validThrough) {

    static CoverageLine of(Line line) {
        var decision = line.decision();
        return new CoverageLine(
                line.commissionNumber(),
                line.trajectory(),
                line.trajectoryNumber(),
                line.category(),
                decision.isPermitted(),
                decision.mayCount(),
                decision.projection(),
                decision.bases().stream().map(LegalBasis::number).toList(),
                List.copyOf(decision.reasons()),
                decision.validThrough());
    }
}
