package nl.werkvlak.platform.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids for rows that come by the thousand: first the moment and a count, then chance (RFC 9562, version 7). A table of which such an
 * id is the key grows at its end, where ids of chance alone touch a page anywhere for each row.
 *
 * <p>The moment is there for the database only: when something happened stands in a column of its own.
 */
public final class RowId {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int COUNT_BITS = 12;
    private static final int COUNT = (1 << COUNT_BITS) - 1;
    private static final int VERSION_BITS = 4;
    private static final long VERSION = 7L << COUNT_BITS;
    private static final long VARIANT = 1L << 63;
    private static final long CHANCE_BITS = -1L >>> 2;

    /** Milliseconds and a count within them; what overflows the count goes into the next millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private RowId() {}

    /** An id that nobody else made, after all that this process made before, and after those of earlier milliseconds. */
    public static UUID next(Instant now) {
        var moment = LAST.accumulateAndGet(now.toEpochMilli() << COUNT_BITS, (last, here) -> Math.max(last + 1, here));
        return new UUID(
                ((moment & ~COUNT) << VERSION_BITS) | VERSION | (moment & COUNT),
                VARIANT | (CHANCE.nextLong() & CHANCE_BITS));
    }
}
