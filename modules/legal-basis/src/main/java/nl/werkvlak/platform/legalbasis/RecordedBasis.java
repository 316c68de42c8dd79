package nl.werkvlak.platform.legalbasis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal basis as it stands in the register, with what happened to it since. Each of the three happens once.
 *
 * @param endedAt when somebody ended it; its last day is in the terms
 * @param balancing only for a legitimate interest
 * @param withdrawal only for a consent
 */
public record RecordedBasis(
        UUID id,
        BasisTerms terms,
        @Nullable Instant endedAt,
        @Nullable BalancingTest balancing,
        @Nullable Withdrawal withdrawal) {

    /**
     * A balancing test (belangenafweging, GDPR 6(1)(f)). It never changes: who weighs again, records a new basis.
     *
     * @param childWeighed the interests of a child were weighed on their own, as a client under 18 demands
     */
    public record BalancingTest(Outcome outcome, LocalDate decidedOn, boolean childWeighed) {

        /** Whose interest weighs more. */
        public enum Outcome {
            /** That of who processes: the basis may be used. */
            FAVOUR,
            /** That of the client. */
            AGAINST
        }
    }

    /**
     * From this instant on the consent is no basis any more; what happened before stays lawful (GDPR 7(3)).
     *
     * @param by unknown for what was imported
     */
    public record Withdrawal(Instant at, @Nullable ConsentBy by) {}
}
