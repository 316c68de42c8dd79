package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import nl.werkvlak.platform.reporting.Reports;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** The reports of the reader's own organisation. */
@Named("reportsPage")
@RequestScoped
@Requires(Permission.REPORT_PULL)
public class ReportsPage {

    @Inject
    private Reports reports;

    @Inject
    private Clock clock;

    private Reports.@Nullable Page page;

    public Reports.Page page() {
        if (page == null) {
            page = reports.list(ReportList.asked().query(), Doorkeeper.callerId());
        }
        return page;
    }

    public List<String> months() {
        return Months.ended(clock);
    }

    public List<Reports.Run> runs() {
        return ReportList.runs(reports);
    }

    public String period() {
        return ReportList.asked().monthText();
    }

    public String run() {
        return ReportList.asked().runText();
    }

    public String next() {
        return ReportList.asked().next(page());
    }
}
