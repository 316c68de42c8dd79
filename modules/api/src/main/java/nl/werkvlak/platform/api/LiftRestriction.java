package nl.werkvlak.platform.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lifting of a restriction.
 *
 * @param informedAt when the client was told; not after the lifting (GDPR 18(3))
 * @param liftedAt absent means now
 */
public record LiftRestriction(Instant informedAt, @Nullable Instant liftedAt, String reason) {}
