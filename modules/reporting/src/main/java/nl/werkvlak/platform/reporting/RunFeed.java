package nl.werkvlak.platform.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.tenancy.Transactions;

/** Tells whoever watches a run how far it is, as it goes on. */
@Singleton
public class RunFeed {

    private final Feed<RunView> feed;

    @Inject
    public RunFeed(DataSource database, Clock clock) {
        feed = new Feed<>(
                clock,
                run -> Transactions.in(database, connection -> new RunStore(connection).find(run)),
                RunView::isGoingOn);
    }

    /** Tells at once how far the run is, and from then on each time when that has changed, until it has ended. */
    public void watch(RunView now, Feed.Watcher<RunView> watcher) {
        feed.watch(now.id(), now, watcher);
    }

    /** How many watch, on this node. */
    int watchers() {
        return feed.watchers();
    }

    /** Looks at each run that somebody watches. Call it again and again. */
    public void look() {
        feed.look();
    }
}
