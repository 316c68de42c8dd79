package nl.werkvlak.platform.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends a visit. */
@WebServlet("/logout")
@SignedIn("Whoever came in may leave")
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit.of(request).ifPresent(Visit::end);
        // What the browser still holds of the pages is of no use to the next person behind it.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.sendRedirect(request.getContextPath() + Entrance.LOGIN.path() + "?left=1");
    }
}
