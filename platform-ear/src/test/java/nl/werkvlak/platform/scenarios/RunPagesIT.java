package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * An administrator follows and steers runs on the pages. The months are of before the sample, so that no other scenario
 * looks for reports of them.
 */
class RunPagesIT extends InABrowser {

    private static final String TENANT = TenantId.ofCode("GROENHOF").toString();

    private final SampleMonth sample = SampleMonth.made();
    private final Api operator = Api.of(sample.address()).as("operator", sample.secret("operator"));

    private String started(String period) {
        return start("{\"period\":\"" + period + "\",\"tenant\":\"" + TENANT + "\"}");
    }

    private String startedForAll(String period) {
        return start("{\"period\":\"" + period + "\"}");
    }

    private String start(String body) {
        var answer = operator.post("/api/v1/runs", "application/json", body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(202);
        return Api.json(answer).getString("id");
    }

    private void awaitState(String state) {
        page.locator(".answer", new Page.LocatorOptions().setHasText(state)).waitFor();
    }

    @Nested
    class The_page_of_a_run_that_goes_on {

        @Test
        void is_told_by_the_server_when_there_is_something_new_and_is_not_loaded_again() throws SQLException {
            enter("beheer");
            var asked = new CopyOnWriteArrayList<String>();
            page.onRequest(request -> asked.add(request.resourceType()));
            try (var motion = new MatrixInMotion()) {
                go("run?id=" + started("2019-05"));
                motion.awaitBatch();
                awaitState("Bezig");
                assertThat(page.locator("#pause").count()).isOne();
                page.evaluate("window.isTheSame = true");
            }
            awaitState("Klaar");

            assertThat(page.evaluate("window.isTheSame")).isEqualTo(true);
            assertThat(page.locator("#pause").count()).isZero();
            assertThat(asked).containsOnlyOnce("document").contains("eventsource");
        }

        @Test
        void asks_for_itself_every_few_seconds_where_no_script_runs() throws SQLException {
            visit(new Browser.NewContextOptions().setLocale("nl-NL").setJavaScriptEnabled(false));
            enter("beheer");
            try (var motion = new MatrixInMotion()) {
                go("run?id=" + started("2019-06"));
                motion.awaitBatch();
                awaitState("Bezig");
            }
            awaitState("Klaar");
        }

        @Test
        void is_followed_in_the_list_of_runs_with_all_others_that_go_on() throws SQLException {
            enter("beheer");
            var asked = new CopyOnWriteArrayList<Request>();
            page.onRequest(asked::add);
            var other = UUID.randomUUID().toString();
            tell(
                    "insert into reporting_run (id, period, state, started_by, decided_at)"
                            + " values (?, '2018-01', 'RUNNING', 'operator', utc_timestamp(6))",
                    other);
            try {
                String run;
                try (var motion = new MatrixInMotion()) {
                    run = started("2019-07");
                    motion.awaitBatch();
                    go("runs");
                    assertThat(row(run).innerText()).contains("Bezig");
                    assertThat(row(other).innerText()).contains("Bezig");
                }
                row(run).filter(new Locator.FilterOptions().setHasText("Klaar")).waitFor();
                tell("update reporting_run set state = 'FINISHED', ended_at = utc_timestamp(6) where id = ?", other);
                row(other)
                        .filter(new Locator.FilterOptions().setHasText("Klaar"))
                        .waitFor();

                assertThat(asked)
                        .filteredOn(request -> request.resourceType().equals("eventsource"))
                        .first()
                        .satisfies(request -> assertThat(request.url())
                                .startsWith(address("run-events?id="))
                                .contains("id=" + run, "id=" + other));
                assertThat(asked)
                        .filteredOn(request -> request.resourceType().equals("document"))
                        .hasSize(1);
            } finally {
                tell("delete from reporting_run where id = ?", other);
            }
        }

        /** Another node works at it. */
        private static void tell(String statement, String run) throws SQLException {
            var database = ServerUnderTest.database();
            try (var connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    var prepared = connection.prepareStatement(statement)) {
                prepared.setString(1, run);
                assertThat(prepared.executeUpdate()).isOne();
            }
        }

        private Locator row(String run) {
            return page.locator("tbody tr", new Page.LocatorOptions().setHas(page.locator("a[href$='" + run + "']")));
        }
    }

    @Nested
    class A_run_that_goes_on {

        @Test
        void is_paused_and_resumed() throws SQLException {
            enter("beheer");
            pauseWhileABatchIsInHand("GEMZWAAG", "GZ-2025-PW");
            assertThat(buttons("#resume")).containsExactly("Hervatten", "Annuleren");

            try (var motion = new MatrixInMotion()) {
                page.click("#resume");
                motion.awaitBatch();
                awaitState("Bezig");
                assertThat(buttons("#pause")).containsExactly("Pauzeren", "Annuleren");
            }
            awaitState("Klaar");
            assertThat(page.innerText("main")).contains("Gepauzeerd", "Hervat");
        }

        @Test
        void is_cancelled_and_what_it_left_is_made_by_another() throws SQLException {
            enter("beheer");
            pauseWhileABatchIsInHand("UWVNH", "UWV-2025-WF");
            page.click("#cancel");
            awaitState("Geannuleerd");
            assertThat(buttons("#repeat")).containsExactly("Maken wat bleef liggen");

            page.click("#repeat");
            awaitState("Klaar");
            assertThat(page.innerText("main")).contains("Maakt wat een eerdere run liet liggen");
            assertThat(page.locator("#live-acts").count()).isZero();
        }

        /** Of a month in which few were there yet: first their reports are made, and then the one about all of them. */
        private void pauseWhileABatchIsInHand(String tenant, String commission) throws SQLException {
            try (var motion = new MatrixInMotion()) {
                go("runs");
                page.selectOption("#month", "2025-10");
                page.selectOption("#tenant", tenant);
                page.fill("#commission", commission);
                page.click("#go");
                awaitState("Bezig");
                motion.awaitBatch();
                page.locator("#pause").dispatchEvent("click");
                motion.awaitAct();
            }
            awaitState("Gepauzeerd");
        }

        private List<String> buttons(String one) {
            page.locator(one).waitFor();
            return page.locator("#acts input[type=submit]").all().stream()
                    .map(button -> button.getAttribute("value"))
                    .toList();
        }
    }

    @Nested
    class A_button_that_comes_too_late {

        @Test
        void is_answered_by_why_and_what_to_do() throws SQLException {
            enter("beheer");
            String run;
            try (var motion = new MatrixInMotion()) {
                run = startedForAll("2019-09");
                motion.awaitBatch();
                go("run?id=" + run);
                // As one who looks on: the button stays under the hand.
                page.focus("#pause");
            }
            MatrixInMotion.until(() -> Api.json(operator.get("/api/v1/runs/" + run))
                    .getString("state")
                    .equals("FINISHED"));
            page.click("#pause");

            assertThat(page.innerText("#acts-problem")).startsWith("Deze run is al afgelopen");
            assertThat(page.locator("#pause").count()).isZero();
        }
    }

    @Nested
    class Where_a_run_is_started {

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
            var database = ServerUnderTest.database();
            try (var connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
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

    @Nested
    class The_events_of_a_run {

        @Test
        void that_has_ended_are_how_it_ended_and_nothing_more() {
            enter("fg-werkvlak");
            var answer = visitor.request().get(events(sample.run().getString("id")));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("content-type")).startsWith("text/event-stream");
            assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
            assertThat(answer.text()).matches("event: progress\ndata: (\\d+)/\\1 FINISHED\n\n");
        }

        @Test
        void are_for_who_may_see_its_page() {
            for (var who : List.of("hr-groenhof", "coach")) {
                enter(who);
                assertThat(visitor.request()
                                .get(events(sample.run().getString("id")))
                                .status())
                        .isEqualTo(403);
            }
        }

        @Test
        void that_is_not_there_are_not_there_either() {
            enter("beheer");
            assertThat(visitor.request()
                            .get(events(UUID.randomUUID().toString()))
                            .status())
                    .isEqualTo(404);
            assertThat(visitor.request().get(events("1")).status()).isEqualTo(404);
            assertThat(visitor.request().get(address("run-events")).status()).isEqualTo(404);
            assertThat(visitor.request()
                            .get(events(sample.run().getString("id")) + "&id=" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
            assertThat(visitor.request()
                            .head(events(sample.run().getString("id")))
                            .status())
                    .isEqualTo(405);
        }

        private static String events(String run) {
            return address("run-events?id=" + run);
        }
    }
}
