package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.onboarding.ImportReport;
import nl.werkvlak.platform.onboarding.Imports;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** The imports, and where an export is handed in. */
@Named("importsPage")
@RequestScoped
@Requires(Permission.IMPORT_READ)
public class ImportsPage {

    private static final int SHOWN = 20;
    private static final String FIELD = "file";

    @Inject
    private Imports imports;

    @Inject
    private Uploads uploads;

    private @Nullable Part file;
    private boolean partial;
    private @Nullable List<ImportReport> recent;

    public List<ImportReport> recent() {
        if (recent == null) {
            recent = imports.recent(SHOWN);
        }
        return recent;
    }

    /** An import is going on, so that the page is worth another look. */
    public boolean isLive() {
        return running().findAny().isPresent();
    }

    /** Where the page hears that it has got on; nothing when none goes on. */
    public String events() {
        return Entrance.IMPORT_EVENTS.following(running().map(ImportReport::id));
    }

    private Stream<ImportReport> running() {
        return recent().stream().filter(each -> !each.state().isEnded());
    }

    public ImportCounts counts(ImportReport report) {
        return ImportCounts.of(report);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public boolean isPartial() {
        return partial;
    }

    public void setPartial(boolean partial) {
        this.partial = partial;
    }

    public long limitInBytes() {
        return DoorFilter.LARGEST_UPLOAD;
    }

    @Requires(Permission.IMPORT_WRITE)
    public void start() throws IOException {
        if (file == null || file.getSize() == 0) {
            Here.problemAt(FIELD, Texts.say(Here.locale(), "imports.file.required"));
            return;
        }
        try {
            var id = uploads.start(file, partial, Here.caller().id());
            Here.go(Entrance.IMPORT, "?id=" + id);
        } catch (Refusal refusal) {
            Here.problemAt(FIELD, Texts.of(refusal));
        }
    }
}
