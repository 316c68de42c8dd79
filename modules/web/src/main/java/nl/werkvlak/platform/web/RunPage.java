package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.NotIssued;
import nl.werkvlak.platform.reporting.RunAct;
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

    private static final String FORM = "acts";

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

    /** What administrators did to it. */
    public List<RunAct> acts() {
        return runs.acts(run().id());
    }

    @Requires(Permission.RUN_START)
    public void pause() {
        act(RunAct.Kind.PAUSE);
    }

    @Requires(Permission.RUN_START)
    public void resume() {
        act(RunAct.Kind.RESUMPTION);
    }

    @Requires(Permission.RUN_START)
    public void cancel() {
        act(RunAct.Kind.CANCELLATION);
    }

    /** Goes to the new run. */
    @Requires(Permission.RUN_START)
    public void repeat() {
        try {
            show(runs.repeat(Here.id(), Here.caller().id()));
        } catch (Refusal refusal) {
            Here.problemAt(FORM, Texts.of(refusal));
        }
    }

    private void act(RunAct.Kind kind) {
        try {
            show(runs.act(Here.id(), kind, Here.caller().id()).id());
        } catch (Refusal refusal) {
            Here.problemAt(FORM, Texts.of(refusal));
        }
    }

    private static void show(UUID run) {
        Here.go(Entrance.RUN, "?id=" + run);
    }

    /** There is something to do to it. */
    public boolean isSteered() {
        return Here.isTakenIn() || run().isGoingOn() || run().left() > 0;
    }

    /**
     * What was offered when the page was shown is taken in, whatever has become of the run since: the desk then says why it
     * cannot be.
     */
    public boolean isOffered(RunAct.Kind act) {
        return Here.isTakenIn()
                || switch (act) {
                    case PAUSE -> run().state() == RunView.State.RUNNING;
                    case RESUMPTION -> run().state() == RunView.State.PAUSED;
                    case CANCELLATION -> run().isGoingOn();
                };
    }

    public boolean isRepetitionOffered() {
        return Here.isTakenIn() || (!run().isGoingOn() && run().left() > 0);
    }

    /** What has a report had it before, as in a month that was run already. */
    public boolean isNothingNew() {
        return run().state() == RunView.State.FINISHED && run().issued() > 0 && run().newlyIssued() == 0;
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
