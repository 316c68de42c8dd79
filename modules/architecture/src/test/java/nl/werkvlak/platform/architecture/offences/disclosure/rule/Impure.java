package nl.werkvlak.platform.architecture.offences.disclosure.rule;

import java.time.Clock;
import java.time.Instant;

/** A rule that asks a clock. */
class Impure {

    Instant now(Clock clock) {
        return clock.instant();
    }
}
