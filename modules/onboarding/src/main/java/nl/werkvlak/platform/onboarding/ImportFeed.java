package nl.werkvlak.platform.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Feed;

/** Tells whoever watches an import how far it is, as it goes on, on whatever node that is. */
@Singleton
public class ImportFeed {

    private final Feed<ImportReport> feed;

    @Inject
    public ImportFeed(DataSource database, Clock clock) {
        feed = new Feed<>(
                clock,
                id -> new ImportReports(database, clock).find(id),
                report -> !report.state().isEnded());
    }

    /** Tells at once how far the import is, and from then on each time when that has changed, until it has ended. */
    public void watch(ImportReport now, Feed.Watcher<ImportReport> watcher) {
        feed.watch(now.id(), now, watcher);
    }

    /** Looks at each import that somebody watches. Call it again and again. */
    public void look() {
        feed.look();
    }
}
