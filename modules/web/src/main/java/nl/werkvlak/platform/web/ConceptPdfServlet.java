package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.Concept;
import nl.werkvlak.platform.reporting.ReportPreviews;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Shows a coach the concept of a report. It is made on the spot and kept nowhere, also not by the browser. */
@WebServlet("/concept.pdf")
@Requires(Permission.CONCEPT_READ)
public class ConceptPdfServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReportPreviews previews;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var coach = Doorkeeper.caller().map(Caller::coachId).orElseThrow(ConceptPdfServlet::unknown);
        var trajectory = Here.uuidIn(request.getParameter("trajectory")).orElseThrow(ConceptPdfServlet::unknown);
        var month =
                Here.monthIn(String.valueOf(request.getParameter("period"))).orElseThrow(ConceptPdfServlet::unknown);
        var kind = String.valueOf(request.getParameter("kind"));
        var pdf = previews.concepts(coach, trajectory, month).stream()
                .filter(concept -> concept.preview().kind().name().equals(kind))
                .map(Concept::pdf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(ConceptPdfServlet::unknown);
        response.setContentType("application/pdf");
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("Content-Disposition", "inline; filename=\"concept-" + month + ".pdf\"");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private static Refusal unknown() {
        return Refusal.unknown("trajectory", "There is no such trajectory.");
    }
}
