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
        @Nullable UUID tenant,
        @Nullable UUID commission,
        @Nullable UUID trajectory,
        @Nullable UUID repeats,
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
        long cancelled,
        @Nullable Instant alertedAt,
        boolean late) {

    static RunProgress of(RunView run) {
        var tenant = run.scope().tenant();
        return new RunProgress(
                run.id(),
                run.period(),
                run.state(),
                tenant == null ? null : tenant.value(),
                run.scope().commission(),
                run.scope().trajectory(),
                run.repeats(),
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
                run.cancelled(),
                run.alertedAt(),
                run.isLate());
    }
}
