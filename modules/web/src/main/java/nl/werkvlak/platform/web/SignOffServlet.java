package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.SignOffs;

/**
 * Signs one trajectory off. The button names the trajectory itself, not its place in the list: the list may have changed
 * since it was shown.
 */
@WebServlet("/signed")
@Requires(Permission.SIGN_OFF_WRITE)
public class SignOffServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignOffs signOffs;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var coach = Doorkeeper.caller().map(Caller::coachId).orElseThrow();
        var month = Here.monthIn(String.valueOf(request.getParameter("period"))).orElseThrow(SignOffServlet::unknown);
        signOffs.signOff(coach, trajectoryIn(request), month);
        Visit.of(request).ifPresent(visit -> visit.leave("signOff.done"));
        response.sendRedirect(request.getContextPath() + Entrance.SIGN_OFF.path() + "?period=" + month);
    }

    private static UUID trajectoryIn(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("trajectory")));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.unknown("trajectory", "There is no such trajectory.");
    }
}
