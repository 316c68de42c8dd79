package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * An objection that came in.
 *
 * @param purposes what it is about; absent means all
 */
public record ReceiveObjection(UUID client, @Nullable List<Purpose> purposes, Instant receivedAt, String reason) {}
