package nl.werkvlak.platform.disclosure.rule;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The rule was read twice, by ways that share nothing: both readings say the same; again with {@code -Dseed=N}. */
class SecondReadingTest {

    @Test
    void agrees_on_a_million_answers_and_on_how_long_they_hold(TestReporter reporter) {
        long seed = Long.getLong("seed", new Random().nextLong());
        reporter.publishEntry("seed", Long.toString(seed));

        new Readings(seed).agree(1_000_000, 250);
    }
}
