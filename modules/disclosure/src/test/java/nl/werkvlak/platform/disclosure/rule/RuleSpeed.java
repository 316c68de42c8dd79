package nl.werkvlak.platform.disclosure.rule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * How many decisions one core takes in a second, with the facts in memory: each trajectory is put before the rule once, and
 * all its categories are asked, with the instant until which each answer holds. Time is that of the processor, so that a busy
 * machine does not count.
 */
public final class RuleSpeed {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");

    private RuleSpeed() {}

    /** What was measured, and what the answers were, so that nobody skips the work. */
    public record Speed(long decisions, long permitted, long ending, long nanos) {

        public double perSecond() {
            return decisions * 1e9 / nanos;
        }
    }

    /** Asks every category of every trajectory, so many rounds. */
    public static Speed measure(Rule rule, Facts[] trajectories, int rounds) {
        var permitted = 0L;
        var ending = 0L;
        var begun = CPU.getCurrentThreadCpuTime();
        for (var round = 0; round < rounds; round++) {
            for (var facts : trajectories) {
                var answers = rule.about(facts);
                for (var category : DataCategory.values()) {
                    var decision = answers.decide(category, ReportKind.PROGRESS, NOON);
                    permitted += decision.isPermitted() ? 1 : 0;
                    ending += decision.validThrough() == null ? 0 : 1;
                }
            }
        }
        var decisions = (long) rounds * trajectories.length * DataCategory.values().length;
        return new Speed(decisions, permitted, ending, CPU.getCurrentThreadCpuTime() - begun);
    }

    public static void main(String[] arguments) {
        var random = new RandomFacts(new Random(1));
        var trajectories = Stream.generate(random::facts).limit(10_000).toArray(Facts[]::new);
        for (var i = 0; i < 6; i++) {
            var speed = measure(Shipped.RULE, trajectories, 5);
            System.getLogger("speed")
                    .log(
                            System.Logger.Level.INFO,
                            "{0} decisions per second, {1}",
                            Math.round(speed.perSecond()),
                            speed);
        }
    }
}
