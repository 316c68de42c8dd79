package nl.werkvlak.platform.disclosure.rule;

import org.junit.jupiter.api.Test;

/** The same few questions each time, quick enough to be asked of every mutant of the rule. */
class FirstReadingTest {

    @Test
    void agrees_with_the_second_on_a_few_thousand_answers() {
        new Readings(42).agree(2_000, 4);
    }
}
