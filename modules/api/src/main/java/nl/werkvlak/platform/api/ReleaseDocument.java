package nl.werkvlak.platform.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The release of one document by the coach of its trajectory.
 *
 * @param releasedAt absent means now
 */
public record ReleaseDocument(@Nullable Instant releasedAt, String reason) {}
