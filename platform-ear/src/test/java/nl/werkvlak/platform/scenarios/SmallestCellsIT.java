package nl.werkvlak.platform.scenarios;

import static nl.werkvlak.platform.scenarios.FactDesk.JSON;
import static nl.werkvlak.platform.scenarios.FactDesk.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The minimum cell size over HTTP (condition K9): five where nothing was decided, and for one tenant at a time. */
@NullUnmarked
class SmallestCellsIT {

    private static final String CELLS = "smallest-cells";

    private final FactDesk desk = FactDesk.opened();

    @Test
    void is_decided_again_for_one_tenant_and_keeps_who_decided_when_and_why() {
        assertThat(now()).isEqualTo(5);
        assertThat(desk.post(CELLS, "", "{'people':8,'reason':'a small town'}").getString("decidedBy"))
                .isEqualTo(desk.officerId());
        desk.post(CELLS, "", "{'people':7,'reason':'a larger one'}");

        var history = Api.json(desk.get(CELLS, "", ""));
        assertThat(history.getInt("people")).isEqualTo(7);
        assertThat(history.getJsonArray("decisions").getValuesAs(JsonObject.class))
                .extracting(decision -> decision.getInt("people") + " " + decision.getString("reason"))
                .containsExactly("7 a larger one", "8 a small town");
        assertThat(Api.json(desk.officer().get(FactDesk.pathOf(desk.otherTenant(), CELLS, "")))
                        .getInt("people"))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"4, people", "11, people"})
    void is_five_to_ten(String people, String field) {
        assertProblem(400, "bad-input", field, desk.send(CELLS, "", "{'people':" + people + ",'reason':'r'}"));
        assertThat(now()).isEqualTo(5);
    }

    @Test
    void needs_a_reason_and_a_tenant_that_exists() {
        assertProblem(400, "bad-input", "reason", desk.send(CELLS, "", "{'people':6,'reason':' '}"));
        assertProblem(404, "not-found", "tenant", desk.officer().get(FactDesk.pathOf(UUID.randomUUID(), CELLS, "")));
    }

    @Test
    void is_read_by_an_administrator_decided_by_a_privacy_officer_and_kept_from_a_portal() {
        var path = desk.path(CELLS, "");
        assertThat(desk.operator().get(path).statusCode()).isEqualTo(200);
        assertProblem(403, "not-permitted", null, desk.operator().post(path, JSON, "{}"));
        assertProblem(403, "not-permitted", null, desk.portal().get(path));
        assertProblem(403, "not-permitted", null, desk.portal().post(path, JSON, "{}"));
    }

    private int now() {
        return Api.json(desk.get(CELLS, "", "")).getInt("people");
    }
}
