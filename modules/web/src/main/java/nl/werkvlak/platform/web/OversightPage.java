package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.werkvlak.platform.reporting.Reports;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * Which reports one tenant can receive, for the privacy officer, who chooses that tenant first.
 *
 * <p>The list only: giving a report out is a disclosure, and looking on is not.
 */
@Named("oversight")
@RequestScoped
@Requires(Permission.REPORT_READ)
public class OversightPage {

    private static final String FIELD = "tenant";

    @Inject
    private Tenants tenants;

    @Inject
    private Reports reports;

    @Inject
    private Clock clock;

    private @Nullable String tenant;
    private Reports.@Nullable Page page;

    public List<Tenants.Tenant> tenants() {
        return tenants.all();
    }

    public @Nullable String getTenant() {
        return tenant != null ? tenant : chosen().map(Tenants.Tenant::code).orElse(null);
    }

    public void setTenant(@Nullable String tenant) {
        this.tenant = tenant;
    }

    public boolean isChosen() {
        return chosen().isPresent();
    }

    public String name() {
        return chosen().map(Tenants.Tenant::name).orElse("");
    }

    @Requires(Permission.REPORT_READ)
    public void choose() {
        var choice = tenants.called(String.valueOf(tenant));
        if (choice.isEmpty()) {
            Here.problemAt(FIELD, Texts.say(Here.locale(), "oversight.tenant.required"));
            return;
        }
        Here.visit().oversee(choice.get().id());
        Here.go(
                Entrance.OVERSIGHT,
                ReportList.asked().runText().isEmpty()
                        ? ""
                        : "?run=" + ReportList.asked().runText());
    }

    public Reports.Page page() {
        if (page == null) {
            page = reports.lookOn(ReportList.asked().query());
        }
        return page;
    }

    public List<String> months() {
        return Months.ended(clock);
    }

    public List<Reports.Run> runs() {
        return isChosen() ? ReportList.runs(reports) : List.of();
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

    private Optional<Tenants.Tenant> chosen() {
        return Here.visit().overseen().flatMap(tenants::find);
    }
}
