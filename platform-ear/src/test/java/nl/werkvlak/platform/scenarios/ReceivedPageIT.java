package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.List;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The privacy officer looks up who was told about a client, after somebody of the tenant opened a report. */
@NullUnmarked
class ReceivedPageIT extends InABrowser {

    private String client;
    private String report;

    @BeforeEach
    void somebody_of_the_tenant_opened_a_report() throws SQLException {
        SampleMonth.made();
        try (var connection = ServerUnderTest.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select r.id, r.number, c.number client from report r"
                        + " join tenant t on t.id = r.tenant_id and t.code = 'GROENHOF'"
                        + " join report_standing s on s.tenant_id = r.tenant_id and s.report_id = r.id"
                        + " and s.withdrawn_at is null"
                        + " join report_person p on p.tenant_id = r.tenant_id and p.report_id = r.id"
                        + " join client c on c.tenant_id = p.tenant_id and c.id = p.client_id"
                        + " where r.kind = 'PROGRESS' and r.period = '2026-10' order by r.number desc limit 1")) {
            assertThat(row.next()).isTrue();
            client = row.getString("client");
            report = row.getString("number");
            enter("hr-groenhof");
            var opened = visitor.request().get(address("report.html?id=" + row.getString("id")));
            assertThat(opened.status()).isEqualTo(200);
        }
        visit(new Browser.NewContextOptions().setLocale("nl-NL"));
    }

    private void look(String tenant, String number) {
        page.selectOption("#tenant", tenant);
        page.fill("#number", number);
        page.click("#look");
    }

    @Test
    void sees_which_reports_who_opened_them_when_and_in_which_form() {
        enter("fg-werkvlak");
        page.click("nav a[href$='received']");
        look("GROENHOF", " " + client + " ");

        assertThat(page.url()).doesNotContain(client);
        assertThat(page.innerText("h2")).contains(client, "Groenhof");
        assertThat(page.inputValue("#number")).isEqualTo(client);
        var heading =
                page.locator("h3", new Page.LocatorOptions().setHasText(report)).first();
        assertThat(heading.innerText()).contains(report, "versie 1");
        var receipts = page.locator("table[aria-labelledby='" + heading.getAttribute("id") + "'] tbody tr");
        assertThat(receipts.filter(new Locator.FilterOptions().setHasText("als webpagina"))
                        .innerText())
                .contains("Geopend", "HR");
        assertThat(page.innerText("main")).contains("Gegevens van deze cliënt", "Verantwoording");
    }

    @Test
    void reads_that_another_tenant_has_no_such_client() {
        enter("fg-werkvlak");
        go("received");
        look("STAALWERK", client);
        assertThat(page.innerText("#number-problem")).isEqualTo("Deze cliënt is er niet.");
        assertThat(page.inputValue("#number")).isEqualTo(client);
        assertThat(page.locator("h2").count()).isZero();
    }

    @Test
    void is_told_what_is_missing() {
        enter("fg-werkvlak");
        go("received");
        page.click("#look");
        assertThat(page.innerText("#tenant-problem")).isEqualTo("Kies een opdrachtgever uit de lijst.");
        look("GROENHOF", " ");
        assertThat(page.innerText("#number-problem")).isEqualTo("Vul het nummer van de cliënt in.");
        assertThat(page.navigate(address("received?tenant=1&client=1")).status())
                .isEqualTo(404);
    }

    @Test
    void is_the_only_one_who_may_look() {
        for (var who : List.of("beheer", "hr-groenhof", "coach")) {
            visit(new Browser.NewContextOptions().setLocale("nl-NL"));
            enter(who);
            assertThat(page.navigate(address("received")).status()).isEqualTo(403);
        }
    }
}
