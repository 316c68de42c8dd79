package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Stream;
import nl.werkvlak.platform.onboarding.ImportReport;
import nl.werkvlak.platform.onboarding.Imports;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** One import: how far it is, what it did, and what it refused. */
@Named("importPage")
@RequestScoped
@Requires(Permission.IMPORT_READ)
public class ImportPage {

    @Inject
    private Imports imports;

    private @Nullable ImportReport report;

    public ImportReport report() {
        if (report == null) {
            report = imports.get(Here.id());
        }
        return report;
    }

    public boolean isLive() {
        return !report().state().isEnded();
    }

    /** Where the page hears that it has got on; nothing when it has ended. */
    public String events() {
        return Entrance.IMPORT_EVENTS.following(isLive() ? Stream.of(report().id()) : Stream.of());
    }

    public ImportCounts counts() {
        return ImportCounts.of(report());
    }

    /** Importing again changed nothing. */
    public boolean isNothingNew() {
        var counts = counts();
        return report().state() == ImportReport.State.DONE && counts.added() + counts.changed() + counts.refused() == 0;
    }
}
