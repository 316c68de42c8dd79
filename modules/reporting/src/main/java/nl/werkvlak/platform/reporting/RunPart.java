package nl.werkvlak.platform.reporting;

import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One report that a run planned, and what has become of it.
 *
 * @param trajectory null for a report about a commission as a whole
 * @param reason why there is no report; null while there may still be one, and when there is
 */
public record RunPart(
        UUID id,
        ReportKind kind,
        TenantId tenant,
        UUID commission,
        @Nullable UUID trajectory,
        State state,
        @Nullable Reason reason) {

    /** Where a part is. Planned and running ones are still to end; the others have ended, and stay as they are. */
    public enum State {
        PLANNED,
        /** A node has the commission of this part in hand. Not kept: it follows from the work of the nodes. */
        RUNNING,
        WAITING,
        ISSUED,
        WITHHELD,
        FAILED,
        CANCELLED
    }

    /** Why a part ended without a report. */
    public enum Reason {
        /** The coach has not signed off the period. */
        NOT_SIGNED_OFF(State.WAITING),
        /** No category at all may leave, or the client was erased. */
        NOTHING_MAY_LEAVE(State.WITHHELD),
        /** There was a report and it was withdrawn; it comes back by being corrected, not by a run. */
        WITHDRAWN(State.WITHHELD),
        /** It could not be put on paper. Trying again gives the same, until somebody mends it. */
        RENDER(State.FAILED),
        /** The database did not do what was asked, also not after some time. */
        DATABASE(State.FAILED),
        /** A fault of the platform, or data that it cannot read. Trying again gives the same. */
        INTERNAL(State.FAILED),
        /** The run was cancelled before this part was made. */
        CANCELLED(State.CANCELLED);

        private final State state;

        Reason(State state) {
            this.state = state;
        }

        /** How a part with this reason ended. */
        public State state() {
            return state;
        }
    }

    /** Which parts somebody wants to see; null is any. */
    public record Query(
            @Nullable State state,
            @Nullable TenantId tenant,
            @Nullable Place after,
            int limit) {}

    /** Where a part stands in the list. */
    public record Place(TenantId tenant, UUID subject, ReportKind kind) {}

    Place place() {
        return new Place(tenant, trajectory == null ? commission : trajectory, kind);
    }
}
