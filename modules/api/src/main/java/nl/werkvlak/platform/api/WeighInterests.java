package nl.werkvlak.platform.api;

import java.time.LocalDate;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;

/** A balancing test of a legitimate interest. */
public record WeighInterests(BalancingTest.Outcome outcome, LocalDate decidedOn, boolean childWeighed, String reason) {

    BalancingTest toTest() {
        return new BalancingTest(outcome, decidedOn, childWeighed);
    }
}
