package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.Caseload;
import nl.werkvlak.platform.trajectory.ConceptPreviews;

/**
 * Records what a coach did with the concept of an own trajectory (condition K2): showed it to the client, who may have said
 * something about it, or not, and why not. What was not shown may still be shown afterwards.
 */
@WebServlet({"/shown", "/excused"})
@Requires(Permission.CONCEPT_SHOW)
public class PreviewServlet extends HttpServlet {

    private static final String WHY = "Door de coach aan de cliënt getoond, vanuit het concept";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caseload caseload;

    @Inject
    private transient ConceptPreviews previews;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var month = OwnTrajectory.monthIn(request);
        var own = caseload.find(OwnTrajectory.coach(), OwnTrajectory.in(request));
        var isShown = request.getServletPath().equals(Entrance.SHOWN.path());
        if (isShown) {
            show(own, month, said(request, "reaction"));
        } else {
            previews.excuse(own.tenant(), own.trajectory(), month, because(said(request, "why")));
        }
        Visit.of(request).ifPresent(visit -> visit.leave(isShown ? "concept.shown.done" : "concept.excused.done"));
        response.sendRedirect(request.getContextPath() + Entrance.CONCEPT.path() + "?trajectory=" + own.trajectory()
                + "&period=" + month);
    }

    private void show(Caseload.Own own, YearMonth month, String reaction) {
        previews.show(own.tenant(), own.trajectory(), month, null, reaction.isEmpty() ? null : reaction, because(WHY));
    }

    private Change because(String reason) {
        return new Change(Doorkeeper.callerId(), clock.instant(), reason);
    }

    private static String said(HttpServletRequest request, String field) {
        var text = request.getParameter(field);
        return text == null ? "" : text.strip();
    }
}
