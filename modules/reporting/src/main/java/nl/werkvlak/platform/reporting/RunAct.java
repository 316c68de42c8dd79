package nl.werkvlak.platform.reporting;

import java.time.Instant;

/**
 * Something that an administrator did to a run that went on.
 *
 * @param by the account, as registers keep it
 */
public record RunAct(Kind kind, Instant at, String by) {

    /** To do the same twice is to do it once. */
    public enum Kind {
        /** Nothing more is made after the batches in hand. */
        PAUSE(RunView.State.PAUSED),
        /** It goes on where it was. */
        RESUMPTION(RunView.State.RUNNING),
        /** What is still planned is made no more; what is issued stays. */
        CANCELLATION(RunView.State.CANCELLED);

        private final RunView.State after;

        Kind(RunView.State after) {
            this.after = after;
        }

        /** How the run stands after it. */
        RunView.State after() {
            return after;
        }
    }
}
