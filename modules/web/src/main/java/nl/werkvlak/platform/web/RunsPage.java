package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.RunScope;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/** The monthly runs, and where one is started. */
@Named("runsPage")
@RequestScoped
@Requires(Permission.RUN_READ)
public class RunsPage {

    private static final int SHOWN = 24;
    private static final String MONTH = "month";
    private static final List<String> SCOPE = List.of("tenant", "commission", "trajectory");

    @Inject
    private Runs runs;

    @Inject
    private Tenants tenants;

    @Inject
    private Clock clock;

    private @Nullable String month;
    private @Nullable String tenant;
    private @Nullable String commission;
    private @Nullable String trajectory;
    private @Nullable List<RunView> recent;

    public List<RunView> recent() {
        if (recent == null) {
            recent = runs.recent(SHOWN);
        }
        return recent;
    }

    /** A run is going on, so that the page is worth another look. */
    public boolean isLive() {
        return running().findAny().isPresent();
    }

    /** Where the page hears that one of the runs that go on has got on; nothing when none does. */
    public String events() {
        return Entrance.RUN_EVENTS.following(running().map(RunView::id));
    }

    private Stream<RunView> running() {
        return recent().stream().filter(run -> run.state() == RunView.State.RUNNING);
    }

    public List<Slice> slices(RunView run) {
        return Slice.of(run);
    }

    public List<String> months() {
        return Months.ended(clock);
    }

    public @Nullable String getMonth() {
        return month;
    }

    public void setMonth(@Nullable String month) {
        this.month = month;
    }

    public @Nullable String getTenant() {
        return tenant;
    }

    public void setTenant(@Nullable String tenant) {
        this.tenant = tenant;
    }

    public List<Tenants.Tenant> tenants() {
        return tenants.all();
    }

    public @Nullable String getCommission() {
        return commission;
    }

    public void setCommission(@Nullable String commission) {
        this.commission = commission;
    }

    public @Nullable String getTrajectory() {
        return trajectory;
    }

    public void setTrajectory(@Nullable String trajectory) {
        this.trajectory = trajectory;
    }

    private RunScope scope() {
        return runs.scope(typed(tenant), typed(commission), typed(trajectory));
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Requires(Permission.RUN_START)
    public void start() {
        var chosen = Here.monthIn(String.valueOf(month));
        if (chosen.isEmpty()) {
            Here.problemAt(MONTH, Texts.say(Here.locale(), "runs.month.required"));
            return;
        }
        try {
            Here.go(
                    Entrance.RUN,
                    "?id=" + runs.start(chosen.get(), scope(), Here.caller().id()));
        } catch (Refusal refusal) {
            Here.problemAt(
                    SCOPE.stream()
                            .filter(refusal.fields()::containsKey)
                            .findFirst()
                            .orElse(MONTH),
                    Texts.of(refusal));
        }
    }
}
