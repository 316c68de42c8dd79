package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.trajectory.Agreement;
import nl.werkvlak.platform.trajectory.Agreements;
import nl.werkvlak.platform.trajectory.Caseload;
import org.jspecify.annotations.Nullable;

/** What a coach agreed on: for each running trajectory what comes next, and of one trajectory all of it. */
@Named("agreementsPage")
@RequestScoped
@Requires(Permission.AGREEMENT_WRITE)
public class AgreementsPage {

    @Inject
    private Agreements agreements;

    @Inject
    private Caseload caseload;

    @Inject
    private Clock clock;

    private @Nullable List<Caseload.Running> running;

    private Caseload.@Nullable Own own;

    private @Nullable List<Agreement> all;

    /** One trajectory is asked for, and not the list of them. */
    public boolean isOfOne() {
        return Here.parameter("trajectory").isPresent();
    }

    public List<Caseload.Running> running() {
        if (running == null) {
            running = caseload.running(Here.coach(), Period.dayOf(clock.instant()));
        }
        return running;
    }

    public Caseload.Own own() {
        if (own == null) {
            own = caseload.find(Here.coach(), Here.uuid("trajectory"));
        }
        return own;
    }

    public List<Agreement> open() {
        return all().stream().filter(Agreement::isOpen).toList();
    }

    public List<Agreement> ended() {
        return all().stream().filter(agreement -> !agreement.isOpen()).toList();
    }

    private List<Agreement> all() {
        if (all == null) {
            all = agreements.list(own().tenant(), own().trajectory()).stream()
                    .map(Known::fact)
                    .toList();
        }
        return all;
    }

    public List<Agreement.Actor> actors() {
        return List.of(Agreement.Actor.values());
    }
}
