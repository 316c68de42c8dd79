package nl.werkvlak.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who keeps failing: after five failures in a row a name has to wait, at most a minute at a time.
 *
 * <p>It counts by the name that was given, known or not, in the memory of this node: with two nodes a guesser gets twice
 * the attempts, and a restart forgets. Somebody who floods a name can keep its owner out for as long as the flood lasts,
 * and no longer than a minute after it.
 */
final class Throttle {

    private static final int FREE_FAILURES = 5;
    private static final int LONGEST_SECONDS = 60;
    private static final int NAMES = 10_000;

    private record Failures(int inARow, Instant last) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES;
        }
    };

    /** How long this name has to wait before it may try again; zero or less: it may try. */
    synchronized Duration waitOf(String name, Instant now) {
        var known = failures.get(name);
        if (known == null || known.inARow() < FREE_FAILURES) {
            return Duration.ZERO;
        }
        var seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(known.inARow() - FREE_FAILURES, 6));
        return Duration.between(now, known.last().plusSeconds(seconds));
    }

    synchronized void failed(String name, Instant now) {
        var known = failures.get(name);
        failures.put(name, new Failures(known == null ? 1 : known.inARow() + 1, now));
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }
}
