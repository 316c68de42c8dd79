package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.subjectrights.Objection;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an objection; its reason is the reason of the decision.
 *
 * @param decidedAt absent means now
 */
public record DecideObjection(
        Objection.Outcome outcome, @Nullable Instant decidedAt, String reason) {}
