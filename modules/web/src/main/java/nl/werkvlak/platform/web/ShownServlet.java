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

/** Records that the coach showed the concept to the client, and what the client said about it (condition K2). */
@WebServlet("/shown")
@Requires(Permission.CONCEPT_SHOW)
public class ShownServlet extends HttpServlet {

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
        var coach = Doorkeeper.caller().map(Caller::coachId).orElseThrow(ShownServlet::unknown);
        var month = Here.monthIn(String.valueOf(request.getParameter("period"))).orElseThrow(ShownServlet::unknown);
        var own = caseload.find(
                coach, Here.uuidIn(request.getParameter("trajectory")).orElseThrow(ShownServlet::unknown));
        var said = request.getParameter("reaction");
        previews.show(
                own.tenant(),
                own.trajectory(),
                month,
                null,
                said == null || said.isBlank() ? null : said.strip(),
                new Change(Doorkeeper.callerId(), clock.instant(), WHY));
        Visit.of(request).ifPresent(visit -> visit.leave("concept.shown.done"));
        response.sendRedirect(request.getContextPath() + Entrance.CONCEPT.path() + "?trajectory=" + own.trajectory()
                + "&period=" + month);
    }

    private static Refusal unknown() {
        return Refusal.unknown("trajectory", "There is no such trajectory.");
    }
}
