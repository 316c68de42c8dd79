package nl.werkvlak.platform.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever watches a run how far it is, as it goes on. However many watch, each node looks once for a run, and not at
 * all when nobody does; nobody who watches holds a thread.
 */
@Singleton
public class RunFeed {

    private static final Logger LOG = LoggerFactory.getLogger(RunFeed.class);

    /** Who wants to go on watching asks again, and is then known to be welcome still. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DataSource database;
    private final Clock clock;
    private final Map<UUID, List<Seat>> watched = new ConcurrentHashMap<>();

    @Inject
    public RunFeed(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody who watches a run. */
    public interface Watcher {
        /** Returns whether it still watches. */
        boolean tell(RunView view);

        /** It is told no more: the run has ended, or it has watched for long. */
        void end();
    }

    /** A place from which one watches; it remembers what was told there. */
    private static final class Seat {
        private final Watcher watcher;
        private final Instant until;
        private RunView last;

        private Seat(Watcher watcher, Instant until, RunView first) {
            this.watcher = watcher;
            this.until = until;
            this.last = first;
        }
    }

    /** Tells at once how far the run is, and from then on each time when that has changed, until it has ended. */
    public void watch(RunView now, Watcher watcher) {
        if (!isTold(watcher, now) || !now.isGoingOn()) {
            end(watcher);
            return;
        }
        var seat = new Seat(watcher, clock.instant().plus(LONGEST), now);
        watched.compute(now.id(), (run, seats) -> {
            var kept = seats == null ? new CopyOnWriteArrayList<Seat>() : seats;
            kept.add(seat);
            return kept;
        });
    }

    /** How many watch, on this node. */
    int watchers() {
        return watched.values().stream().mapToInt(List::size).sum();
    }

    /** Looks at each run that somebody watches. Call it again and again. */
    public void look() {
        watched.forEach((run, seats) -> {
            try {
                var now = Sqls.inTransaction(database, connection -> new RunStore(connection).find(run));
                now.ifPresent(view -> tell(seats, view));
            } catch (RuntimeException e) {
                // The database is away for a moment: who watches hears nothing meanwhile.
                LOG.info("Nobody is told of run {} now: {}", run, e.getClass().getName());
            }
            watched.computeIfPresent(run, (id, known) -> known.isEmpty() ? null : known);
        });
    }

    private void tell(List<Seat> seats, RunView now) {
        seats.removeIf(seat -> {
            var stays = now.equals(seat.last) || isTold(seat.watcher, now);
            seat.last = now;
            if (stays && now.isGoingOn() && clock.instant().isBefore(seat.until)) {
                return false;
            }
            end(seat.watcher);
            return true;
        });
    }

    /** Who went away in the middle of it keeps none of the others from being told. */
    private static boolean isTold(Watcher watcher, RunView now) {
        try {
            return watcher.tell(now);
        } catch (RuntimeException e) {
            LOG.debug("Somebody who watched a run went away: {}", e.getClass().getName());
            return false;
        }
    }

    private static void end(Watcher watcher) {
        try {
            watcher.end();
        } catch (RuntimeException e) {
            LOG.debug("Somebody who watched a run had gone: {}", e.getClass().getName());
        }
    }
}
