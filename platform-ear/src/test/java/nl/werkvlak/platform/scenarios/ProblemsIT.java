package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.Test;

class ProblemsIT {

    private static final String JSON = "application/json";

    private final Api anybody = Api.of(SampleMonth.made().address());
    private final Api operator = anybody.as("operator", SampleMonth.made().secret("operator"));

    @Test
    void the_contract_is_served_without_a_login() {
        var contract = anybody.get("/api/v1/openapi.json");
        assertThat(contract.statusCode()).isEqualTo(200);
        assertThat(Api.json(contract).getString("openapi")).startsWith("3.");
    }

    @Test
    void every_error_is_a_problem_document() {
        assertProblem(404, "not-found", anybody.get("/api/v1/no-such-thing"));
        assertProblem(404, "not-found", anybody.get("/api/v1/openapi.json/"));
        assertProblem(404, "not-found", anybody.get("/elsewhere"));
        assertProblem(405, "method-not-allowed", anybody.send("DELETE", "/api/v1/accounts"));
        assertProblem(406, "not-acceptable", anybody.get("/api/v1/openapi.json", "Accept", "image/png"));
        assertProblem(401, "not-authenticated", anybody.get("/api/v1/reports"));
        assertProblem(403, "not-permitted", operator.get("/api/v1/reports"));
        assertProblem(415, "unsupported-media-type", operator.post("/api/v1/runs", "text/plain", "2026-10"));
        assertProblem(400, "bad-input", operator.post("/api/v1/runs", JSON, "{\"period\":"));
        assertProblem(400, "bad-input", operator.post("/api/v1/runs", JSON, "{\"period\":\"2026-13\"}"));
        assertProblem(400, "bad-input", operator.get("/api/v1/runs?limit=0"));
        assertProblem(
                400,
                "unknown-tenant",
                operator.post(
                        "/api/v1/api-clients",
                        JSON,
                        "{\"id\":\"portal-x\",\"role\":\"TENANT_PORTAL\",\"tenant\":\"NOWHERE\"}"));
        assertProblem(
                409,
                "already-exists",
                operator.post("/api/v1/api-clients", JSON, "{\"id\":\"operator\",\"role\":\"ADMINISTRATOR\"}"));
        assertProblem(413, "too-large", operator.post("/api/v1/accounts", JSON, "x".repeat(100_000)));
    }

    @Test
    void a_wrong_field_is_named_in_the_language_that_is_asked_for() {
        var dutch = Api.json(operator.get("/api/v1/runs?limit=0"));
        var english = Api.json(operator.get("/api/v1/runs?limit=0", "Accept-Language", "en"));
        assertThat(dutch.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("limit");
        assertThat(dutch.getString("title")).isEqualTo("Onjuist verzoek");
        assertThat(english.getString("title")).isEqualTo("Bad request");
    }

    private static void assertProblem(int status, String code, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("api-version")).contains("1.0.0");
        var problem = Api.json(answer);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("title")).isNotEmpty();
        assertThat(problem.getString("detail")).isNotEmpty();
    }
}
