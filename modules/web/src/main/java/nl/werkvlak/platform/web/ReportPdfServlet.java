package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.reporting.Reports;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/**
 * Gives out a report, in the form that its address ends with; the desk has written that down before the first byte leaves
 * (GDPR 30(1)(d)).
 */
@WebServlet("/report.pdf")
@Requires(Permission.REPORT_PULL)
public class ReportPdfServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Reports reports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var recipient = Doorkeeper.caller().map(Caller::id).orElseThrow();
        var form = Entrance.formAt(request.getServletPath());
        var pulled = reports.pull(idIn(request), form, recipient);
        give(response, form, pulled.report().fileName(form), pulled.content());
    }

    static void give(HttpServletResponse response, Form form, String fileName, byte[] content) throws IOException {
        response.setContentType(form.contentType());
        if (form == Form.HTML) {
            // A page of its own, with a style of its own, and nothing else.
            response.setHeader("Content-Security-Policy", Form.POLICY);
        }
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("Content-Disposition", "inline; filename=\"" + fileName + "\"");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** A mere look at the headers would count as a disclosure; browsers do not need it. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static UUID idIn(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw Refusal.unknown("report", "There is no such report.");
        }
    }
}
