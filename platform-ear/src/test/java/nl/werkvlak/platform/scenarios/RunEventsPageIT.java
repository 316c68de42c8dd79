package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The events that the page of a run follows, as whoever may see that page gets them. */
class RunEventsPageIT extends InABrowser {

    @Test
    void that_has_ended_are_how_it_ended_and_nothing_more() {
        enter("fg-werkvlak");
        var answer = visitor.request().get(events(run()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith("text/event-stream");
        assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
        assertThat(answer.text()).matches("event: progress\ndata: (\\d+)/\\1 FINISHED\n\n");
    }

    @Test
    void are_for_who_may_see_its_page() {
        for (var who : List.of("hr-groenhof", "coach")) {
            enter(who);
            assertThat(visitor.request().get(events(run())).status()).isEqualTo(403);
        }
    }

    @Test
    void that_is_not_there_are_not_there_either() {
        enter("beheer");
        assertThat(visitor.request().get(events(UUID.randomUUID().toString())).status())
                .isEqualTo(404);
        assertThat(visitor.request().get(events("1")).status()).isEqualTo(404);
        assertThat(visitor.request().get(address("run-events")).status()).isEqualTo(404);
        assertThat(visitor.request()
                        .get(events(run()) + "&id=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(visitor.request().head(events(run())).status()).isEqualTo(405);
    }

    private static String events(String run) {
        return address("run-events?id=" + run);
    }
}
