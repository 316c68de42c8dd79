package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.Test;

class TokenIT {

    private final Api anybody = Api.of(SampleMonth.made().address());
    private final Api operator = anybody.as("operator", SampleMonth.made().secret("operator"));

    @Test
    void is_given_for_fifteen_minutes_and_never_kept_by_a_cache() {
        var answer = anybody.token("operator", SampleMonth.made().secret("operator"));
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(Api.json(answer).getInt("expires_in")).isEqualTo(15 * 60);
        assertThat(Api.json(answer).getString("token_type")).isEqualTo("Bearer");
    }

    @Test
    void is_refused_the_same_way_for_a_wrong_secret_and_for_an_unknown_client() {
        var wrong = anybody.token("operator", "wrong");
        var unknown = anybody.token("no-such-client", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Api.json(wrong).getString("error")).isEqualTo("invalid_client");
        assertThat(Api.everything(unknown)).isEqualTo(Api.everything(wrong));
        // Forgiven, so that the operator of other scenarios does not have to wait.
        assertThat(anybody.token("operator", SampleMonth.made().secret("operator"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void does_nothing_for_a_role_that_may_not() {
        var portal = operator.portalOf("GROENHOF");
        assertThat(portal.get("/api/v1/reports").statusCode()).isEqualTo(200);
        for (var path : new String[] {"/api/v1/runs", "/api/v1/imports"}) {
            assertThat(portal.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(operator.get("/api/v1/reports").statusCode()).isEqualTo(403);
    }

    @Test
    void that_is_none_gets_nobody_in() {
        var answer = anybody.bearing("abc").get("/api/v1/reports");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate"))
                .hasValueSatisfying(
                        challenge -> assertThat(challenge).startsWith("Bearer").contains("invalid_token"));
        assertThat(anybody.get("/api/v1/reports").statusCode()).isEqualTo(401);
    }
}
