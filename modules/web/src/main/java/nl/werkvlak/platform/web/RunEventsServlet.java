package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.reporting.RunFeed;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Tells the pages of runs when one of those that they show has got on. */
@WebServlet(value = "/run-events", asyncSupported = true)
@Requires(Permission.RUN_READ)
public class RunEventsServlet extends EventsServlet<RunView> {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Runs runs;

    @Inject
    private transient RunFeed feed;

    @Override
    RunView find(UUID id) {
        return runs.get(id);
    }

    @Override
    void watch(RunView now, Feed.Watcher<RunView> watcher) {
        feed.watch(now, watcher);
    }

    @Override
    String told(RunView now) {
        return now.done() + "/" + now.planned() + " " + now.state();
    }
}
