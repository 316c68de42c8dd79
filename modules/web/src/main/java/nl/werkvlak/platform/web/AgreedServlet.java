package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.Agreement.Actor;
import nl.werkvlak.platform.trajectory.Agreements;
import nl.werkvlak.platform.trajectory.Caseload;
import org.jspecify.annotations.Nullable;

/**
 * Records what a coach agreed on for one of the own trajectories, and that something agreed on was done or dropped: a button
 * names the agreement itself.
 */
@WebServlet("/agreed")
@Requires(Permission.AGREEMENT_WRITE)
public class AgreedServlet extends HttpServlet {

    private static final String WHY = "Door de coach vastgelegd";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caseload caseload;

    @Inject
    private transient Agreements agreements;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var own = caseload.find(OwnTrajectory.coach(), OwnTrajectory.in(request));
        var change = new Change(Doorkeeper.callerId(), clock.instant(), WHY);
        var said = record(request, own, change);
        Visit.of(request).ifPresent(visit -> visit.leave(said));
        response.sendRedirect(
                request.getContextPath() + Entrance.AGREEMENTS.path() + "?trajectory=" + own.trajectory());
    }

    /** What to tell of what was done. */
    private String record(HttpServletRequest request, Caseload.Own own, Change change) {
        var done = Here.uuidIn(request.getParameter("done"));
        var dropped = Here.uuidIn(request.getParameter("dropped"));
        if (done.isPresent()) {
            demandOf(own, done.get());
            agreements.done(own.tenant(), done.get(), null, change);
            return "agreements.done.told";
        }
        if (dropped.isPresent()) {
            demandOf(own, dropped.get());
            agreements.drop(own.tenant(), dropped.get(), null, change);
            return "agreements.dropped.told";
        }
        var action = Optional.ofNullable(request.getParameter("what")).orElse("");
        agreements.agree(
                own.tenant(),
                own.trajectory(),
                null,
                action,
                actorIn(request.getParameter("actor")),
                dayIn(request.getParameter("due")),
                change);
        // It is kept as it was written, and leaves only after a second person looked.
        return TextGuard.shipped().isMarked(action) ? "agreements.agreed.marked" : "agreements.agreed.told";
    }

    /** A coach reaches the agreements of the own trajectory, and not those of another one of the same tenant. */
    private void demandOf(Caseload.Own own, UUID agreement) {
        if (!agreements.get(own.tenant(), agreement).fact().trajectory().equals(own.trajectory())) {
            throw Refusal.unknown("agreement", "There is no such agreement.");
        }
    }

    private static Actor actorIn(@Nullable String text) {
        return Stream.of(Actor.values())
                .filter(actor -> actor.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.fields(Map.of("actor", "missing")));
    }

    /** As a browser sends a day: 2026-11-18, or nothing. */
    private static @Nullable LocalDate dayIn(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.rule("not-a-day", "Choose a day, or leave it empty.").at("due");
        }
    }
}
