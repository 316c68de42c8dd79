package nl.werkvlak.platform.kernel;

import java.time.Instant;
import java.util.Map;

/**
 * Who changes something that decisions rest on, when, and why: nothing is changed without all three (GDPR 5(2)).
 *
 * @param by the id of the account or client that is logged in
 * @param reason 1 to 500 characters, without personal data
 */
public record Change(String by, Instant at, String reason) {

    private static final int LONGEST_REASON = 500;

    /** Refuses a reason that says nothing, or too much. */
    public Change {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw Refusal.fields(Map.of("reason", "missing"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.fields(Map.of("reason", "too-long"));
        }
    }

    /** Refuses an instant that still has to come: what happens is recorded when it has. */
    public void demandPast(String field, Instant instant) {
        if (instant.isAfter(at)) {
            throw Refusal.rule("in-future", "This has still to happen: record it when it has.")
                    .at(field);
        }
    }
}
