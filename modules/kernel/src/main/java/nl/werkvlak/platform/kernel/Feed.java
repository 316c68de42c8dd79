package nl.werkvlak.platform.kernel;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells whoever watches something how it stands, as it goes on. However many watch, each node looks once for a thing, and not
 * at all when nobody does; nobody who watches holds a thread. Thread-safe.
 *
 * @param <T> how a thing stands; equal as long as there is nothing new to tell
 */
public final class Feed<T> {

    private static final System.Logger LOG = System.getLogger(Feed.class.getName());

    /** Who wants to go on watching asks again, and is then known to be welcome still. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Function<UUID, Optional<T>> finder;
    private final Predicate<T> goesOn;
    private final Map<UUID, List<Seat<T>>> watched = new ConcurrentHashMap<>();

    /**
     * Of one kind of things.
     *
     * @param finder how a thing stands now
     * @param goesOn there may be news of it
     */
    public Feed(Clock clock, Function<UUID, Optional<T>> finder, Predicate<T> goesOn) {
        this.clock = clock;
        this.finder = finder;
        this.goesOn = goesOn;
    }

    /** Somebody who watches. */
    public interface Watcher<T> {
        /** Returns whether it still watches. */
        boolean tell(T now);

        /** It is told no more: the thing has ended, or it has watched for long. */
        void end();
    }

    /** A place from which one watches; it remembers what was told there. */
    private static final class Seat<T> {
        private final Watcher<T> watcher;
        private final Instant until;
        private T last;

        private Seat(Watcher<T> watcher, Instant until, T first) {
            this.watcher = watcher;
            this.until = until;
            this.last = first;
        }
    }

    /** Tells at once how it stands, and from then on each time when that has changed, until it has ended. */
    public void watch(UUID id, T now, Watcher<T> watcher) {
        if (!isTold(watcher, now) || !goesOn.test(now)) {
            end(watcher);
            return;
        }
        var seat = new Seat<>(watcher, clock.instant().plus(LONGEST), now);
        watched.compute(id, (each, seats) -> {
            var kept = seats == null ? new CopyOnWriteArrayList<Seat<T>>() : seats;
            kept.add(seat);
            return kept;
        });
    }

    /** How many watch, on this node. */
    public int watchers() {
        return watched.values().stream().mapToInt(List::size).sum();
    }

    /** Looks at each thing that somebody watches. Call it again and again. */
    public void look() {
        watched.forEach((id, seats) -> {
            try {
                finder.apply(id).ifPresent(now -> tell(seats, now));
            } catch (RuntimeException e) {
                // The database is away for a moment: who watches hears nothing meanwhile.
                LOG.log(
                        Level.INFO,
                        "Nobody is told of {0} now: {1}",
                        id,
                        e.getClass().getName());
            }
            watched.computeIfPresent(id, (each, known) -> known.isEmpty() ? null : known);
        });
    }

    private void tell(List<Seat<T>> seats, T now) {
        seats.removeIf(seat -> {
            var stays = now.equals(seat.last) || isTold(seat.watcher, now);
            seat.last = now;
            if (stays && goesOn.test(now) && clock.instant().isBefore(seat.until)) {
                return false;
            }
            end(seat.watcher);
            return true;
        });
    }

    /** Who went away in the middle of it keeps none of the others from being told. */
    private static <T> boolean isTold(Watcher<T> watcher, T now) {
        try {
            return watcher.tell(now);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.DEBUG,
                    "Somebody who watched went away: {0}",
                    e.getClass().getName());
            return false;
        }
    }

    private static void end(Watcher<?> watcher) {
        try {
            watcher.end();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.DEBUG,
                    "Somebody who watched had gone: {0}",
                    e.getClass().getName());
        }
    }
}
