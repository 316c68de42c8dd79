package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * An administrator makes months of one tenant, steers the runs and follows them, over HTTP. The months are of before the sample,
 * so that no other scenario looks for reports of them.
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
        assertRefusedAt("{'period':'2019-01','tenant':'" + UUID.randomUUID() + "'}", 404, "tenant");
        assertRefusedAt(
                "{'period':'2019-01','tenant':'" + TENANT + "','commission':'" + UUID.randomUUID() + "'}",
                404,
                "commission");
        assertRefusedAt(
                "{'period':'2019-01','tenant':'" + TENANT + "','trajectory':'" + UUID.randomUUID() + "'}",
                404,
                "trajectory");
        assertRefusedAt("{'period':'2019-01','commission':'" + UUID.randomUUID() + "'}", 400, "tenant");
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
    void a_run_that_goes_on_is_paused_when_nothing_is_in_hand_any_more_and_resumed_to_its_end() throws Exception {
        var paused = whileABatchIsInHand("ZEKERD", "ZK-2025-V", "/pause");
        var run = path(paused);
        assertThat(paused.getString("state")).isEqualTo("PAUSED");
        var planned = paused.getJsonNumber("planned").longValue();
        assertThat(done(paused)).isBetween(1L, planned - 1);
        assertRefused("{'period':'2025-10'}", 409, "run-running");
        assertThat(done(Api.json(operator.get(run))))
                .as("nothing is made meanwhile")
                .isEqualTo(done(paused));

        var resumed = operator.post(run + "/resumption", JSON, "");
        assertThat(resumed.statusCode()).isEqualTo(200);
        var ended = ended(run);
        assertThat(ended.getString("state")).isEqualTo("FINISHED");
        assertThat(done(ended)).isEqualTo(planned);
    }

    @Test
    void a_run_that_goes_on_is_cancelled_and_what_it_left_is_made_by_its_repetition() throws Exception {
        var cancelled = whileABatchIsInHand("STAALWERK", "SW-2025-S2", "/cancellation");
        var run = path(cancelled);
        assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
        var left = cancelled.getJsonNumber("cancelled").longValue();
        assertThat(left).isPositive();
        assertThat(done(cancelled))
                .isEqualTo(cancelled.getJsonNumber("planned").longValue())
                .isGreaterThan(left);

        var again = ended("/api/v1/runs/" + id(operator.post(run + "/repetition", JSON, "")));
        assertThat(again.getString("state")).isEqualTo("FINISHED");
        assertThat(again.getJsonNumber("planned").longValue()).isEqualTo(left);
        assertThat(again.getString("repeats")).isEqualTo(cancelled.getString("id"));
        assertThat(Api.json(operator.get(run))).as("history stays").isEqualTo(cancelled);
    }

    @Test
    void a_run_while_another_goes_on_or_of_a_month_to_come_is_refused_and_is_not_there() throws Exception {
        try (var motion = new MatrixInMotion()) {
            var run = "/api/v1/runs/" + id(start("{'period':'2019-12'}"));
            motion.awaitBatch();
            var before = operator.get("/api/v1/runs?limit=100").body();
            assertRefused("{'period':'2019-12'}", 409, "run-running");
            assertRefused("{'period':'2019-12','tenant':'" + TENANT + "'}", 409, "run-running");
            assertRefused("{'period':'2999-01'}", 400, "period-not-over");
            var repeated = operator.post(run + "/repetition", JSON, "");
            assertThat(repeated.statusCode()).isEqualTo(409);
            assertThat(Api.json(repeated).getString("code")).isEqualTo("run-going-on");
            assertThat(operator.get("/api/v1/runs?limit=100").body()).isEqualTo(before);
        }
    }

    @Test
    void a_month_that_is_made_twice_has_each_report_once() {
        var first = ended("/api/v1/runs/" + started("2026-10"));
        var second = ended("/api/v1/runs/" + started("2026-10"));
        for (var again : List.of(first, second)) {
            assertThat(again.getJsonNumber("issued").longValue()).isPositive();
            assertThat(again.getJsonNumber("newlyIssued").longValue()).isZero();
        }
        assertThat(second.getJsonNumber("issued")).isEqualTo(first.getJsonNumber("issued"));
        var nothing = operator.post("/api/v1/runs/" + second.getString("id") + "/repetition", JSON, "");
        assertThat(nothing.statusCode()).isEqualTo(409);
        assertThat(Api.json(nothing).getString("code")).isEqualTo("nothing-to-repeat");
    }

    @Test
    void a_run_of_a_tenant_without_commissions_ends_at_once_with_nothing_planned() throws SQLException {
        var empty = TenantId.ofCode("LEEG");
        try (var connection = ServerUnderTest.connection();
                var insert =
                        connection.prepareStatement("insert ignore into tenant (id, code, name, kind, brand_colour)"
                                + " values (?, 'LEEG', 'Leeg B.V.', 'EMPLOYER', '#0b6b50')")) {
            insert.setString(1, empty.toString());
            insert.executeUpdate();
        }
        var answer = start("{'period':'2019-01','tenant':'" + empty + "'}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Api.json(answer).getString("state")).isEqualTo("FINISHED");
        assertThat(Api.json(answer).getJsonNumber("planned").longValue()).isZero();
    }

    /**
     * Starts a run of one commission and a month in which few were there yet: first their reports are made, and then the one
     * about all of them. Asks this of it while the first are in hand, and lets them go on when it waits for that.
     */
    private JsonObject whileABatchIsInHand(String tenant, String commission, String act) throws SQLException {
        CompletableFuture<HttpResponse<byte[]>> acting;
        try (var motion = new MatrixInMotion()) {
            var run = "/api/v1/runs/"
                    + id(start("{'period':'2025-10','tenant':'" + TenantId.ofCode(tenant) + "','commission':'"
                            + commission(commission) + "'}"));
            motion.awaitBatch();
            acting = CompletableFuture.supplyAsync(() -> operator.post(run + act, JSON, ""));
            motion.awaitAct();
        }
        var answer = acting.join();
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(200);
        return Api.json(answer);
    }

    private static String commission(String number) throws SQLException {
        try (var connection = ServerUnderTest.connection();
                var query = connection.prepareStatement("select id from commission where number = ?")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString("id");
            }
        }
    }

    /** How it ended; the events tell when. */
    private JsonObject ended(String run) {
        var events = new ArrayList<Map.Entry<String, JsonObject>>();
        try (var lines = operator.lines(run + "/events", "Accept", "text/event-stream")) {
            collect(lines, events);
        }
        return Api.json(operator.get(run));
    }

    private static long done(JsonObject run) {
        return Stream.of("issued", "waiting", "withheld", "failed", "cancelled")
                .mapToLong(state -> run.getJsonNumber(state).longValue())
                .sum();
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

    private void assertRefused(String body, int status, String code) {
        var answer = start(body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(status);
        assertThat(Api.json(answer).getString("code")).isEqualTo(code);
    }

    private void assertRefusedAt(String body, int status, String field) {
        var answer = start(body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(status);
        assertThat(Api.json(answer).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
    }

    private HttpResponse<byte[]> start(String body) {
        return operator.post("/api/v1/runs", JSON, body.replace('\'', '"'));
    }

    private String started(String period) {
        return id(start("{'period':'" + period + "','tenant':'" + TENANT + "'}"));
    }

    private static String id(HttpResponse<byte[]> started) {
        assertThat(started.statusCode()).as(Api.text(started)).isEqualTo(202);
        return Api.json(started).getString("id");
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
