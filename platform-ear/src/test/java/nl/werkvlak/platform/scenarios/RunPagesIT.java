package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An administrator follows and steers runs on the pages. */
class RunPagesIT extends OnRunPages {

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
            try (var connection = ServerUnderTest.connection();
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
}
