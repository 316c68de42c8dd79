package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import nl.werkvlak.platform.reporting.AccountabilityOverviews;
import nl.werkvlak.platform.reporting.Notices;
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

    private static final int NOTICES_SHOWN = 20;

    @Inject
    private Reports reports;

    @Inject
    private Notices desk;

    @Inject
    private AccountabilityOverviews overviews;

    @Inject
    private Clock clock;

    private @Nullable List<Notices.Notice> notices;

    private Reports.@Nullable Page page;
    private AccountabilityOverviews.@Nullable Choice choice;

    public Reports.Page page() {
        if (page == null) {
            page = reports.list(ReportList.asked().query(), Doorkeeper.callerId());
        }
        return page;
    }

    /** Those that nobody of the tenant has read yet. */
    public List<Notices.Notice> notices() {
        if (notices == null) {
            notices = desk.list(new Notices.Query(false, null, NOTICES_SHOWN)).items();
        }
        return notices;
    }

    /** What accountability can be added up over. */
    public AccountabilityOverviews.Choice overviews() {
        if (choice == null) {
            choice = overviews.choice();
        }
        return choice;
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
