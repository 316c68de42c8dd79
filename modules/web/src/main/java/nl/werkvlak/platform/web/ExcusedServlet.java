package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.Caseload;
import nl.werkvlak.platform.trajectory.ConceptPreviews;

/**
 * Records that the coach did not show the concept to the client, and why not (condition K2); the concept may still be shown
 * afterwards.
 */
@WebServlet("/excused")
@Requires(Permission.CONCEPT_SHOW)
public class ExcusedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caseload caseload;

    @Inject
    private transient ConceptPreviews previews;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var coach = Doorkeeper.caller().map(Caller::coachId).orElseThrow(ExcusedServlet::unknown);
        var month = Here.monthIn(String.valueOf(request.getParameter("period"))).orElseThrow(ExcusedServlet::unknown);
        var own = caseload.find(
                coach, Here.uuidIn(request.getParameter("trajectory")).orElseThrow(ExcusedServlet::unknown));
        var why = request.getParameter("why");
        previews.excuse(
                own.tenant(),
                own.trajectory(),
                month,
                new Change(Doorkeeper.callerId(), clock.instant(), why == null ? "" : why));
        Visit.of(request).ifPresent(visit -> visit.leave("concept.excused.done"));
        response.sendRedirect(request.getContextPath() + Entrance.CONCEPT.path() + "?trajectory=" + own.trajectory()
                + "&period=" + month);
    }

    private static Refusal unknown() {
        return Refusal.unknown("trajectory", "There is no such trajectory.");
    }
}
