package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An administrator follows an import on the pages, while another node is at it. */
@NullUnmarked
class ImportPagesIT extends InABrowser {

    private final String id = UUID.randomUUID().toString();
    private Connection node;

    /** It holds what a node holds that imports, and keeps the same book. */
    @BeforeEach
    void another_node_imports() throws SQLException {
        SampleMonth.made();
        node = ServerUnderTest.connection();
        try (var statement = node.createStatement()) {
            statement.executeQuery("select get_lock(concat(schema(), '.import'), 30)");
        }
        tell("insert into import_job (id, state, partial, requested_by, requested_at)"
                + " values (?, 'CHECKING', false, 'operator', utc_timestamp(6))");
    }

    @AfterEach
    void as_it_was() throws SQLException {
        tell("delete from import_job where id = ?");
        node.close();
    }

    private void tell(String statement) throws SQLException {
        try (var prepared = node.prepareStatement(statement)) {
            prepared.setString(1, id);
            assertThat(prepared.executeUpdate()).isOne();
        }
    }

    private void awaitState(String place, String state) {
        page.locator(place, new Page.LocatorOptions().setHasText(state)).waitFor();
    }

    @Nested
    class The_pages_of_an_import_that_goes_on {

        @Test
        void are_told_by_the_server_when_there_is_something_new_and_are_not_loaded_again() throws SQLException {
            enter("beheer");
            for (var path : List.of("imports", "import?id=" + id)) {
                var place = path.equals("imports") ? "tbody tr:first-child" : ".answer";
                var asked = new CopyOnWriteArrayList<String>();
                page.onRequest(request -> asked.add(request.resourceType()));
                tell("update import_job set state = 'CHECKING', ended_at = null where id = ?");
                go(path);
                awaitState(place, "Controleert");
                page.evaluate("window.isTheSame = true");

                tell("update import_job set state = 'WRITING' where id = ?");
                awaitState(place, "Schrijft");
                tell("update import_job set state = 'DONE', ended_at = utc_timestamp(6) where id = ?");
                awaitState(place, "Klaar");

                assertThat(page.evaluate("window.isTheSame")).isEqualTo(true);
                assertThat(asked).containsOnlyOnce("document").contains("eventsource");
            }
        }
    }

    @Nested
    class The_events_of_an_import {

        @Test
        void that_has_ended_are_how_it_ended_and_nothing_more() throws SQLException {
            tell("update import_job set state = 'REFUSED', ended_at = utc_timestamp(6) where id = ?");
            enter("fg-werkvlak");
            var answer = visitor.request().get(events(id));
            assertThat(answer.headers().get("content-type")).startsWith("text/event-stream");
            assertThat(answer.text()).isEqualTo("event: progress\ndata: REFUSED\n\n");
        }

        @Test
        void are_for_who_may_see_its_page() {
            for (var who : List.of("hr-groenhof", "coach")) {
                enter(who);
                assertThat(visitor.request().get(events(id)).status()).isEqualTo(403);
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
        }

        private static String events(String importId) {
            return address("import-events?id=" + importId);
        }
    }
}
