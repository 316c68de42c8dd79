package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import nl.werkvlak.platform.kernel.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator starts runs on the page, and is told what cannot be started. */
class RunStartPageIT extends OnRunPages {

    private static final String MONTH = "2026-10";

    @BeforeEach
    void opens_the_list() {
        enter("beheer");
        go("runs");
        page.selectOption("#month", MONTH);
    }

    private void start(String tenant, String commission, String trajectory) {
        page.selectOption("#month", MONTH);
        page.selectOption("#tenant", tenant);
        page.fill("#commission", commission);
        page.fill("#trajectory", trajectory);
        page.click("#go");
    }

    @Test
    void one_of_a_tenant_a_commission_or_a_trajectory_is_followed_to_its_end() {
        start("GROENHOF", "GH-2025-S1", "");
        awaitState("Klaar");
        assertThat(page.innerText("main")).contains("GROENHOF GH-2025-S1");

        go("runs");
        start("STAALWERK", "", " T000002 ");
        awaitState("Klaar");
        assertThat(page.innerText(".answer")).contains("1 van 1");
        assertThat(page.innerText("main")).contains("STAALWERK SW-2025-S2, één traject");
    }

    @Test
    void what_is_not_there_is_told_at_its_field_and_what_was_typed_stays() {
        var before = runs();
        start("GROENHOF", "SW-2025-S2", "");
        assertThat(page.innerText("#commission-problem")).isEqualTo("Deze opdracht is er niet.");
        assertThat(page.inputValue("#commission")).isEqualTo("SW-2025-S2");
        start("GROENHOF", "", "T000002");
        assertThat(page.innerText("#trajectory-problem")).isEqualTo("Dit traject is er niet.");
        start("", "GH-2025-S1", "");
        assertThat(page.innerText("#tenant-problem")).startsWith("Kies ook de opdrachtgever");
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void a_month_or_tenant_that_is_not_in_the_list_is_not_taken() {
        var before = runs();
        page.evaluate("document.getElementById('month').add(new Option('later', '2999-01', true, true))");
        page.click("#go");
        assertThat(page.innerText("#month-problem")).isEqualTo("Kies iets uit de lijst.");
        page.evaluate("document.getElementById('tenant').add(new Option('x', 'NERGENS', true, true))");
        page.click("#go");
        assertThat(page.innerText("#tenant-problem")).isEqualTo("Kies iets uit de lijst.");
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void one_that_touches_another_that_goes_on_is_refused_with_what_to_do() throws SQLException {
        try (var motion = new MatrixInMotion()) {
            startedForAll("2024-12");
            motion.awaitBatch();
            go("runs");
            var before = runs();
            page.selectOption("#month", "2024-12");
            page.selectOption("#tenant", "GROENHOF");
            page.click("#go");
            assertThat(page.innerText("#month-problem"))
                    .isEqualTo("Er loopt al een run van deze maand die deze raakt; wacht tot die klaar is.");
            assertThat(runs()).isEqualTo(before);
        }
    }

    @Test
    void a_month_that_was_run_already_is_told_to_have_been_and_each_report_stays_one() throws SQLException {
        start("GROENHOF", "GH-2025-S1", "");
        awaitState("Klaar");
        var before = reports();
        go("runs");
        start("GROENHOF", "GH-2025-S1", "");
        awaitState("Klaar");

        assertThat(page.innerText("main"))
                .contains("Deze run heeft niets nieuws gemaakt: wat is uitgegeven, was er al.");
        assertThat(reports()).isEqualTo(before);
    }

    private String reports() throws SQLException {
        return asked("select concat(count(*), ' of ', count(distinct tenant_id, number, version)) from report");
    }

    @Test
    void a_tenant_without_commissions_is_told_to_have_nothing_to_report_on() throws SQLException {
        asked("insert ignore into tenant (id, code, name, kind, brand_colour) values ('" + TenantId.ofCode("LEEG")
                + "', 'LEEG', 'Leeg B.V.', 'EMPLOYER', '#0b6b50') returning code");
        var before = reports();
        go("runs");
        start("LEEG", "", "");
        awaitState("Klaar");

        assertThat(page.innerText(".answer")).contains("0 van 0");
        assertThat(page.innerText("main")).contains("Er was niets om over te rapporteren.");
        assertThat(page.locator("#acts input[type=submit]").count())
                .as("nothing is left half-made")
                .isZero();
        assertThat(reports()).isEqualTo(before);
    }

    private static String asked(String statement) throws SQLException {
        try (var connection = ServerUnderTest.connection();
                var query = connection.createStatement();
                var row = query.executeQuery(statement)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private List<String> runs() {
        return Api.json(operator.get("/api/v1/runs?limit=100")).getJsonArray("runs").stream()
                .map(run -> run.asJsonObject().getString("id"))
                .toList();
    }
}
