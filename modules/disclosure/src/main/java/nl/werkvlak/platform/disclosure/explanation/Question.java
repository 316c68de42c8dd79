package nl.werkvlak.platform.disclosure.explanation;

import java.time.Instant;
import java.time.YearMonth;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import org.jspecify.annotations.Nullable;

/**
 * What the rule is asked, about whomever.
 *
 * @param period the month that the report is over; condition K2 is about the concept of that month
 * @param at the instant of the decision, past or future (UTC)
 * @param knownAt answer from the facts as they were recorded at this instant; null for all that is known now
 */
public record Question(
        ReportKind report,
        YearMonth period,
        Instant at,
        @Nullable Instant knownAt) {}
