package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.legalbasis.ConsentBy;
import org.jspecify.annotations.Nullable;

/**
 * The withdrawal of a consent.
 *
 * @param withdrawnAt when the client said so; absent means now
 */
public record WithdrawConsent(ConsentBy by, @Nullable Instant withdrawnAt, String reason) {}
