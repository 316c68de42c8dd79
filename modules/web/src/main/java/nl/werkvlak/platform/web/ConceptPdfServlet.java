package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import nl.werkvlak.platform.reporting.Concept;
import nl.werkvlak.platform.reporting.ReportPreviews;
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
        var month = OwnTrajectory.monthIn(request);
        var kind = String.valueOf(request.getParameter("kind"));
        var pdf = previews.concepts(OwnTrajectory.coach(), OwnTrajectory.in(request), month).stream()
                .filter(concept -> concept.preview().kind().name().equals(kind))
                .map(Concept::pdf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(OwnTrajectory::unknown);
        response.setContentType("application/pdf");
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("Content-Disposition", "inline; filename=\"concept-" + month + ".pdf\"");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }
}
