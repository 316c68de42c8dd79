package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import nl.werkvlak.platform.reporting.RunView;
import org.jspecify.annotations.Nullable;

/** A run as it stands now; when it is finished, issued, waiting, withheld, failed and cancelled add up to what was planned. */
public record RunProgress(
        UUID id,
        YearMonth period,
        RunView.State state,
        String startedBy,
        Instant decidedAt,
        @Nullable Instant endedAt,
        long planned,
        long running,
        long issued,
        long newlyIssued,
        long waiting,
        long withheld,
        long failed,
        long cancelled) {

    static RunProgress of(RunView run) {
        return new RunProgress(
                run.id(),
                run.period(),
                run.state(),
                run.startedBy(),
                run.decidedAt(),
                run.endedAt(),
                run.planned(),
                run.running(),
                run.issued(),
                run.newlyIssued(),
                run.waiting(),
                run.withheld(),
                run.failed(),
                run.cancelled());
    }
}
