package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.reporting.AccountabilityOverviews;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Gives out accountability that is added up over what somebody chose; the reports in it are opened by that. */
@WebServlet("/overview")
@Requires(Permission.REPORT_PULL)
public class OverviewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccountabilityOverviews overviews;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var period = chosen(request, "period")
                .flatMap(ReportingPeriod::parse)
                .orElseThrow(() -> Refusal.unknown("report", "There is no such report."));
        var form = formIn(chosen(request, "form").orElse(""));
        var overview = overviews.give(
                period, chosen(request, "commission").orElse(null), form, Texts.DUTCH, Doorkeeper.callerId());
        ReportPdfServlet.give(response, form, overview.fileName(), overview.content());
    }

    /** A mere look at the headers would count as a disclosure; browsers do not need it. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** On paper when nothing else is asked for. */
    private static Form formIn(String text) {
        return switch (text) {
            case "html" -> Form.HTML;
            case "xlsx" -> Form.XLSX;
            default -> Form.PDF;
        };
    }

    private static Optional<String> chosen(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }
}
