package nl.werkvlak.platform.reporting;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands now. When it is finished, {@code issued + waiting + withheld + failed + cancelled ==
 * planned}.
 *
 * @param decidedAt the instant at which every decision of the run is taken (UTC)
 * @param scopeName the tenant and the commission that it is limited to, as people know them; empty for everything
 * @param repeats the run of which it makes what that one left, if any
 * @param running parts of commissions that a node has in hand
 * @param issued parts that have a report, made by this run or by an earlier one
 * @param newlyIssued those that this run made
 * @param waiting parts whose period the coach has not signed off
 * @param withheld parts of which no category at all may leave
 * @param failed parts that could not be made, for a technical reason
 * @param cancelled parts that were still to be made when the run was cancelled
 * @param alertedAt when its one alert was raised; null when there was no reason for one
 * @param isLate the schedule should have started it on an earlier day
 */
public record RunView(
        UUID id,
        YearMonth period,
        State state,
        RunScope scope,
        String scopeName,
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
        boolean isLate) {

    /** Whether parts are still to be made. */
    public enum State {
        RUNNING,
        /** Nothing is made until somebody resumes it. */
        PAUSED,
        FINISHED,
        /** Somebody ended it before all of it was made. */
        CANCELLED
    }

    /** It has not ended. */
    public boolean isGoingOn() {
        return endedAt == null;
    }

    /** Parts that another run can make, once what stopped them is mended. */
    public long left() {
        return failed + waiting + cancelled;
    }

    /** Parts that have reached their end state. */
    public long done() {
        return issued + waiting + withheld + failed + cancelled;
    }
}
