package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.Notices;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Records that somebody of the tenant read a notice. */
@WebServlet("/acknowledged")
@Requires(Permission.REPORT_PULL)
public class AcknowledgedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Notices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = Here.uuidIn(request.getParameter("notice"))
                .orElseThrow(() -> Refusal.unknown("notice", "There is no such notice."));
        notices.acknowledge(id, Doorkeeper.callerId());
        Visit.of(request).ifPresent(visit -> visit.leave("notices.done"));
        response.sendRedirect(request.getContextPath() + Entrance.REPORTS.path());
    }
}
