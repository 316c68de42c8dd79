package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.Letterheads;
import nl.werkvlak.platform.tenancy.Tenants;

/** Shows the logo of a tenant, as it stands in reports, to who may set it. */
@WebServlet("/logo.jpg")
@Requires(Permission.LETTERHEAD_WRITE)
public class LogoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Tenants tenants;

    @Inject
    private transient Letterheads letterheads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var logo = tenants.called(String.valueOf(request.getParameter("tenant")))
                .map(tenant -> letterheads.get(tenant.id()).logo())
                .orElseThrow(() -> Refusal.unknown("page", "There is no such page."));
        var jpeg = logo.jpeg();
        response.setContentType("image/jpeg");
        response.setContentLength(jpeg.length);
        response.getOutputStream().write(jpeg);
    }
}
