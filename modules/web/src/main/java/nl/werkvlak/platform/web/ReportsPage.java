package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import nl.werkvlak.platform.reporting.Reports;
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
            page = reports.list(ReportList.asked(month()));
        }
        return page;
    }

    public List<String> months() {
        return Months.ended(clock);
    }

    public String period() {
        return month() == null ? "" : String.valueOf(month());
    }

    public String next() {
        return ReportList.next(page(), month());
    }

    private static @Nullable YearMonth month() {
        return Here.month().orElse(null);
    }
}
