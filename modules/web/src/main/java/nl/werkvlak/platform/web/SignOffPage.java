package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.SignOffs;
import org.jspecify.annotations.Nullable;

/** What waits for its coach: without a signature no report over the month is made. */
@Named("signOff")
@RequestScoped
@Requires(Permission.SIGN_OFF_WRITE)
public class SignOffPage {

    @Inject
    private SignOffs signOffs;

    @Inject
    private Clock clock;

    private @Nullable List<SignOffs.Waiting> waiting;

    public List<SignOffs.Waiting> waiting() {
        if (waiting == null) {
            waiting = coach().map(coach -> signOffs.waitingFor(coach, month())).orElse(List.of());
        }
        return waiting;
    }

    /** The month in the address; one that is not over cannot be signed off, so the last one that is. */
    public YearMonth month() {
        var last = Months.last(clock);
        return Here.month().filter(month -> !month.isAfter(last)).orElse(last);
    }

    public List<String> months() {
        return Months.ended(clock);
    }

    private static Optional<UUID> coach() {
        return Optional.ofNullable(Here.caller().coachId());
    }
}
