package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        var month = OwnTrajectory.monthIn(request);
        signOffs.signOff(OwnTrajectory.coach(), OwnTrajectory.in(request), month);
        Visit.of(request).ifPresent(visit -> visit.leave("signOff.done"));
        response.sendRedirect(request.getContextPath() + Entrance.SIGN_OFF.path() + "?period=" + month);
    }
}
