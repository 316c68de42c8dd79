package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a coach sees and records on the pages, of own trajectories only. */
class CoachPagesIT extends InABrowser {

    @Test
    void has_nothing_left_to_sign_over_the_month_that_was_imported() {
        enter("coach");
        go("sign-off?period=2026-10");
        assertThat(page.innerText("main")).contains("Over oktober 2026 wacht niets op je.");
    }

    @Test
    void sees_what_the_client_organisation_gets_of_an_own_trajectory_and_nothing_of_a_colleagues() throws SQLException {
        enter("coach");
        go("concept?period=2026-10&trajectory=" + trajectoryOf("c01"));

        assertThat(page.innerText("main")).contains("Concept over oktober 2026", "Werknotities blijven bij Werkvlak.");
        var link = page.getAttribute("a[href*='concept.pdf']", "href");
        var pdf = visitor.request().get(address(link));
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        assertThat(pdf.headers().get("cache-control")).contains("no-store");
        for (var path : List.of("concept?", "concept.pdf?kind=PROGRESS&")) {
            assertThat(visitor.request()
                            .get(address(path + "period=2026-10&trajectory=" + trajectoryOf("c02")))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void records_what_was_agreed_on_for_an_own_trajectory_and_that_it_was_done() throws SQLException {
        enter("coach");
        go("agreements");
        assertThat(page.innerText("main")).contains("Eerstvolgend");
        go("agreements?trajectory=" + trajectoryOf("c01"));

        page.fill("#what", "Rooster van december meenemen");
        page.selectOption("#actor", "OPDRACHTGEVER");
        page.fill("#due", "2030-12-18");
        page.click("button:has-text('Vastleggen')");

        assertThat(page.innerText("main"))
                .contains("Afspraak vastgelegd.", "Rooster van december meenemen", "18 december 2030");

        page.click("button[aria-label='Gedaan: Rooster van december meenemen']");

        assertThat(page.innerText("main")).contains("Vastgelegd dat het is gedaan.", "Gedaan of vervallen");
        assertThat(page.locator("button[aria-label='Gedaan: Rooster van december meenemen']")
                        .count())
                .isZero();
        assertThat(visitor.request()
                        .get(address("agreements?trajectory=" + trajectoryOf("c02")))
                        .status())
                .isEqualTo(404);
    }

    private String trajectoryOf(String coach) throws SQLException {
        try (var connection = ServerUnderTest.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select t.id from trajectory t join coach c on c.id = t.coach_id"
                        + " where c.code = '" + coach + "' and t.ended_on is null limit 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
