package nl.werkvlak.platform.scenarios;

import static nl.werkvlak.platform.scenarios.FactDesk.TRAJECTORY;
import static nl.werkvlak.platform.scenarios.FactDesk.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A document over HTTP (condition K11): added, scanned and released, each once; what it says is never told again. */
@NullUnmarked
class DocumentsIT {

    private static final String DOCUMENTS = "documents";
    private static final String CLEAN = "{'text':'Zes jaar planner bij een drukkerij.','reason':'scanned'}";

    private final FactDesk desk = FactDesk.opened();

    @Test
    void is_added_scanned_and_released_and_tells_all_of_it_afterwards() {
        var added = desk.send(DOCUMENTS, "", body("CV"));
        assertThat(added.statusCode()).as(Api.text(added)).isEqualTo(201);
        var place = added.headers().firstValue("location").orElseThrow();
        assertThat(Api.json(desk.officer().get(place))).isEqualTo(Api.json(added));
        var id = Api.json(added).getString("id");
        assertProblem(409, "not-scanned", null, desk.send(DOCUMENTS, id + "/release", "{'reason':'r'}"));

        assertThat(desk.post(DOCUMENTS, id + "/scan", CLEAN).getString("scanOutcome"))
                .isEqualTo("CLEAN");
        var release = "{'reason':'the coach agrees'}";
        assertThat(desk.post(DOCUMENTS, id + "/release", release).getString("releasedBy"))
                .as("the coach of the trajectory")
                .isEqualTo(desk.tenant().toString());
        assertProblem(409, "already-released", null, desk.send(DOCUMENTS, id + "/release", release));

        assertThat(desk.history(DOCUMENTS, id))
                .extracting(state -> state.getString("changedBy") + ": " + state.getString("reason"))
                .containsExactly(
                        desk.officerId() + ": in the file",
                        desk.officerId() + ": scanned",
                        desk.officerId() + ": the coach agrees");
    }

    @Test
    void stays_when_the_scan_finds_something_and_nothing_repeats_what_it_said() {
        var id = desk.post(DOCUMENTS, "", body("EVALUATIE")).getString("id");
        var scanned = desk.send(DOCUMENTS, id + "/scan", "{'text':'Uitval door een burn-out.','reason':'scanned'}");
        assertThat(Api.json(scanned).getString("scanOutcome")).isEqualTo("MARKED");
        assertThat(Api.text(scanned)).doesNotContain("burn-out");
        assertProblem(409, "scan-marked", null, desk.send(DOCUMENTS, id + "/release", "{'reason':'r'}"));
        assertProblem(409, "already-scanned", null, desk.send(DOCUMENTS, id + "/scan", CLEAN));
        assertThat(Api.text(desk.get(DOCUMENTS, id + "/history", ""))).doesNotContain("burn-out");
    }

    @Test
    void of_a_type_that_never_leaves_is_never_released() {
        var id = desk.post(DOCUMENTS, "", body("VOG")).getString("id");
        desk.post(DOCUMENTS, id + "/scan", CLEAN);
        assertProblem(400, "type-never-leaves", null, desk.send(DOCUMENTS, id + "/release", "{'reason':'r'}"));
    }

    @Test
    void that_cannot_be_read_is_named() {
        assertProblem(400, "bad-input", "type", desk.send(DOCUMENTS, "", body("PASPOORT")));
        assertProblem(
                404,
                "not-found",
                "trajectory",
                desk.send(DOCUMENTS, "", body("CV").replace("a1", "a2")));
        assertProblem(400, "bad-input", "trajectory", desk.get(DOCUMENTS, "", "&trajectory=x"));
        assertProblem(400, "bad-input", "cursor", desk.get(DOCUMENTS, "", "&cursor=x"));
        assertThat(desk.count(DOCUMENTS, DOCUMENTS)).isZero();
    }

    @Test
    void is_listed_a_page_at_a_time() {
        desk.post(DOCUMENTS, "", body("CV"));
        desk.post(DOCUMENTS, "", body("DIPLOMA"));
        var first = Api.json(desk.get(DOCUMENTS, "", "&limit=1&trajectory=" + TRAJECTORY));
        var second = Api.json(
                desk.get(DOCUMENTS, "", "&limit=1&trajectory=" + TRAJECTORY + "&cursor=" + first.getString("next")));
        assertThat(first.getJsonArray(DOCUMENTS))
                .hasSize(1)
                .doesNotContainAnyElementsOf(second.getJsonArray(DOCUMENTS));
        assertThat(second.getJsonArray(DOCUMENTS)).hasSize(1);
        assertThat(second).doesNotContainKey("next");
    }

    private static String body(String type) {
        return "{'trajectory':'%s','type':'%s','reason':'in the file'}".formatted(TRAJECTORY, type);
    }
}
