package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.werkvlak.platform.reporting.NotIssued;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** One run: how far it is, and what came of it. */
@Named("runPage")
@RequestScoped
@Requires(Permission.RUN_READ)
public class RunPage {

    @Inject
    private Runs runs;

    private @Nullable RunView run;
    private @Nullable List<NotIssued> notIssued;

    public RunView run() {
        if (run == null) {
            run = runs.get(Here.id());
        }
        return run;
    }

    public boolean isLive() {
        return run().state() == RunView.State.RUNNING;
    }

    public List<NotIssued> notIssued() {
        if (notIssued == null) {
            notIssued = runs.notIssued(run().id());
        }
        return notIssued;
    }

    public List<Slice> slices() {
        return Slice.of(run());
    }
}
