package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.onboarding.ImportFeed;
import nl.werkvlak.platform.onboarding.ImportReport;
import nl.werkvlak.platform.onboarding.Imports;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Tells the pages of imports when one that they show has got on. */
@WebServlet(value = "/import-events", asyncSupported = true)
@Requires(Permission.IMPORT_READ)
public class ImportEventsServlet extends EventsServlet<ImportReport> {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Imports imports;

    @Inject
    private transient ImportFeed feed;

    @Override
    ImportReport find(UUID id) {
        return imports.get(id);
    }

    @Override
    void watch(ImportReport now, Feed.Watcher<ImportReport> watcher) {
        feed.watch(now, watcher);
    }

    @Override
    String told(ImportReport now) {
        return now.state().toString();
    }
}
