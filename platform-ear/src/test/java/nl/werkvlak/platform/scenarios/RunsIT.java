package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * An administrator makes months of one tenant, steers the runs and follows them, over HTTP. The months are of long before the
 * sample, so that no other scenario finds reports of them.
 */
@NullUnmarked
class RunsIT {

    private static final String JSON = "application/json";
    private static final String TENANT = TenantId.ofCode("GROENHOF").toString();

    private final SampleMonth sample = SampleMonth.made();
    private final Api operator = Api.of(sample.address()).as("operator", sample.secret("operator"));

    @Test
    void a_run_of_one_tenant_is_followed_to_its_end_by_events() {
        var run = started("2019-03");
        var events = new ArrayList<Map.Entry<String, JsonObject>>();
        try (var lines = operator.lines("/api/v1/runs/" + run + "/events", "Accept", "text/event-stream")) {
            collect(lines, events);
        }

        var last = events.get(events.size() - 1).getValue();
        assertThat(last.getString("state")).isEqualTo("FINISHED");
        assertThat(last.getString("tenant")).isEqualTo(TENANT);
        assertThat(last).isEqualTo(Api.json(operator.get("/api/v1/runs/" + run)));
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.getValue().getString("id")).isEqualTo(run));

        // Who comes back when all is over is told once how it ended, and that is it.
        var again = new ArrayList<Map.Entry<String, JsonObject>>();
        try (var lines = operator.lines(
                "/api/v1/runs/" + run + "/events",
                "Last-Event-ID",
                events.get(0).getKey())) {
            collect(lines, again);
        }
        assertThat(again).singleElement().returns(last, Map.Entry::getValue);
    }

    @Test
    void what_a_run_planned_is_listed_part_by_part_with_reasons_in_the_readers_language() {
        var run = sample.run();
        assertThat(parts(run, "?limit=100&tenant=" + TENANT)).isNotEmpty().allSatisfy(part -> {
            assertThat(part.getString("tenant")).isEqualTo(TENANT);
            assertThat(part.containsKey("reason"))
                    .isEqualTo(!part.getString("state").equals("ISSUED"));
        });
        assertThat(parts(run, "?state=WITHHELD"))
                .isNotEmpty()
                .allSatisfy(
                        part -> assertThat(part.getString("explanation")).startsWith("No category at all may leave"));
        assertThat(parts(run, "?tenant=" + UUID.randomUUID())).isEmpty();
        assertThat(operator.get("/api/v1/runs/" + UUID.randomUUID() + "/parts").statusCode())
                .isEqualTo(404);
        assertThat(operator.get(path(run) + "/parts?state=GONE").statusCode()).isEqualTo(400);
    }

    @Test
    void who_names_something_that_is_not_there_is_told_which_field_it_was() {
        assertRefused("{'period':'2019-01','tenant':'" + UUID.randomUUID() + "'}", 404, "tenant");
        assertRefused(
                "{'period':'2019-01','tenant':'" + TENANT + "','commission':'" + UUID.randomUUID() + "'}",
                404,
                "commission");
        assertRefused(
                "{'period':'2019-01','tenant':'" + TENANT + "','trajectory':'" + UUID.randomUUID() + "'}",
                404,
                "trajectory");
        assertRefused("{'period':'2019-01','commission':'" + UUID.randomUUID() + "'}", 400, "tenant");
        assertThat(start("{'period':'2999-01'}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_run_that_has_ended_is_steered_no_more() {
        for (var act : List.of("/pause", "/resumption", "/cancellation")) {
            var answer = operator.post("/api/v1/runs/" + sample.run().getString("id") + act, JSON, "");
            assertThat(answer.statusCode()).as(act).isEqualTo(409);
            assertThat(Api.json(answer).getString("code")).isEqualTo("run-ended");
            assertThat(operator.post("/api/v1/runs/" + UUID.randomUUID() + act, JSON, "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void nobody_of_a_tenant_sees_or_steers_a_run() {
        var portal = operator.portalOf("GROENHOF");
        var run = "/api/v1/runs/" + sample.run().getString("id");
        for (var what : List.of("", "/parts", "/events")) {
            assertThat(portal.get(run + what).statusCode()).isEqualTo(403);
        }
        for (var act : List.of("/pause", "/resumption", "/cancellation", "/repetition")) {
            assertThat(portal.post(run + act, JSON, "").statusCode()).isEqualTo(403);
            assertThat(operator.clientWith("PRIVACY_OFFICER")
                            .post(run + act, JSON, "")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private void assertRefused(String body, int status, String field) {
        var answer = start(body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(status);
        assertThat(Api.json(answer).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
    }

    private HttpResponse<byte[]> start(String body) {
        return operator.post("/api/v1/runs", JSON, body.replace('\'', '"'));
    }

    private String started(String period) {
        var answer = start("{'period':'" + period + "','tenant':'" + TENANT + "'}");
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(202);
        return Api.json(answer).getString("id");
    }

    private static String path(JsonObject run) {
        return "/api/v1/runs/" + run.getString("id");
    }

    private List<JsonObject> parts(JsonObject run, String query) {
        return Api.json(operator.get(path(run) + "/parts" + query, "Accept-Language", "en"))
                .getJsonArray("parts")
                .getValuesAs(JsonObject.class);
    }

    /** Reads a stream of events to its end: of each the id and the data. */
    private static void collect(Stream<String> lines, List<Map.Entry<String, JsonObject>> events) {
        var id = new String[1];
        lines.forEach(line -> {
            if (line.startsWith("id:")) {
                id[0] = line.substring("id:".length()).strip();
            } else if (line.startsWith("data:")) {
                try (var reader = Json.createReader(new StringReader(line.substring("data:".length())))) {
                    events.add(Map.entry(String.valueOf(id[0]), reader.readObject()));
                }
            }
        });
        assertThat(events).isNotEmpty();
    }
}
