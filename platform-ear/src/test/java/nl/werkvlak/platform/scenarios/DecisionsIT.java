package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The privacy officer asks why, over HTTP. Needs the sample, with the run of its month. */
@NullUnmarked
class DecisionsIT {

    private static final int CATEGORIES = 22;
    private static final String DECISIONS = "/api/v1/decisions";

    private final SampleMonth sample = SampleMonth.made();
    private final Api operator = Api.of(sample.address()).as("operator", sample.secret("operator"));
    private final Api officer = operator.clientWith("PRIVACY_OFFICER");
    private Connection database;
    private String tenant;
    private String trajectory;

    @BeforeEach
    void a_trajectory_of_the_sample() throws SQLException {
        database = ServerUnderTest.connection();
        tenant = text("select id from tenant where code = 'GROENHOF'");
        trajectory = text("select trajectory_id from report where kind = 'PROGRESS' and tenant_id = '" + tenant
                + "' order by number limit 1");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void a_decision_comes_with_its_reasons_its_facts_and_its_versions() {
        var why = Api.json(officer.get(about("category=HEALTH&report=PROGRESS"), "Accept-Language", "en"));

        assertThat(why.getString("tenant")).isEqualTo(tenant);
        assertThat(why.getBoolean("permitted")).isFalse();
        assertThat(why.getJsonArray("reasons").getValuesAs(JsonObject.class))
                .extracting(reason -> reason.getString("code"))
                .startsWith("MATRIX_N2", "MATRIX_N7");
        assertThat(why.getJsonArray("reasons").getJsonObject(0).getString("explanation"))
                .startsWith("A special category");
        assertThat(why.getJsonArray("evidence").getJsonObject(0).getString("kind"))
                .isEqualTo("MATRIX_CELL");
        assertThat(why.getString("matrixVersion")).isEqualTo("2026-1");
    }

    @Test
    void coverage_is_a_line_for_every_category_of_every_trajectory_in_json_and_as_csv() throws SQLException {
        var trajectories = Integer.parseInt(text("select count(*) from trajectory where tenant_id = '" + tenant + "'"));
        var path = DECISIONS + "/coverage?report=PROGRESS&period=2026-10&tenant=" + tenant;

        var json = Api.json(officer.get(path)).getJsonArray("lines");
        var csv = officer.get(path, "Accept", "text/csv");

        assertThat(json).hasSize(trajectories * CATEGORIES);
        assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(Api.text(csv).lines())
                .hasSize(trajectories * CATEGORIES + 1)
                .first()
                .isEqualTo("commission,trajectoryId,trajectory,category,permitted,counted,projection,bases,reasons,"
                        + "validThrough");
    }

    @Test
    void a_what_if_shows_what_a_restriction_would_stop_and_stores_nothing() throws SQLException {
        var restrictions = text("select count(*) from restriction");

        var answer = Api.json(officer.post(
                DECISIONS + "/what-if",
                "application/json",
                "{\"trajectory\":\"" + trajectory + "\",\"report\":\"PROGRESS\",\"period\":\"2026-10\","
                        + "\"restrictions\":[{\"imposedAt\":\"2026-01-01T00:00:00Z\"}]}"));

        var categories = answer.getJsonArray("categories").getValuesAs(JsonObject.class);
        assertThat(categories)
                .hasSize(CATEGORIES)
                .allSatisfy(category -> assertThat(category.getJsonObject("then")
                                .getJsonArray("reasons")
                                .toString())
                        .contains("PROCESSING_RESTRICTED"));
        assertThat(categories)
                .anyMatch(category -> category.getJsonObject("now").getBoolean("permitted"));
        assertThat(text("select count(*) from restriction")).isEqualTo(restrictions);
    }

    @Test
    void what_is_wrong_in_a_question_is_named() {
        for (var wrong : new String[][] {
            {"report=PROGRESS", "category"},
            {"category=GOALS&report=PROGRESS", "category"},
            {"category=GOAL", "report"},
            {"category=GOAL&report=PROGRESS&at=yesterday", "at"},
            {"category=GOAL&report=PROGRESS&period=10-2026", "period"},
            {"category=GOAL&report=PROGRESS&knownAt=2999-01-01T00:00:00Z", "knownAt"}
        }) {
            var answer = officer.get(about(wrong[0]));
            assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
            assertThat(Api.json(answer).getJsonArray("errors").getJsonObject(0).getString("field"))
                    .isEqualTo(wrong[1]);
        }
        assertThat(officer.get(DECISIONS + "?category=GOAL&report=PROGRESS&trajectory=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobody_else_is_told() {
        var portal = operator.portalOf("GROENHOF");
        for (var asked : new String[] {
            about("category=GOAL&report=PROGRESS"), DECISIONS + "/coverage?report=PROGRESS&tenant=" + tenant
        }) {
            assertThat(portal.get(asked).statusCode()).isEqualTo(403);
            assertThat(operator.get(asked).statusCode()).isEqualTo(403);
        }
    }

    private String about(String question) {
        return DECISIONS + "?trajectory=" + trajectory + "&" + question;
    }

    private String text(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
