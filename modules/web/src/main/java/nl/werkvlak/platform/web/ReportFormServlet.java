package nl.werkvlak.platform.web;

import jakarta.servlet.annotation.WebServlet;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Gives out a report in its other forms, just as on paper. */
@WebServlet({"/report.html", "/report.xlsx"})
@Requires(Permission.REPORT_PULL)
public class ReportFormServlet extends ReportPdfServlet {

    private static final long serialVersionUID = 1L;
}
