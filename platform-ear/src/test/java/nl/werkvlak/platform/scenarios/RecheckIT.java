package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The processing of a client's education is restricted, and the portal could pull it in a report a moment ago. */
@NullUnmarked
class RecheckIT {

    private static final String REPORTS = "/api/v1/reports";
    private static final Duration SOON = Duration.ofMinutes(1);

    private final SampleMonth sample = SampleMonth.made();
    private Connection database;
    private Api portal;
    private String report;
    private String number;
    private String client;
    private String education;
    private String goal;

    @BeforeEach
    void a_report_that_tells_the_education() throws SQLException {
        database = ServerUnderTest.connection();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select r.id, r.number, t.client_id, t.education, t.main_goal, o.code"
                        + " from report r join trajectory t on t.tenant_id = r.tenant_id and t.id = r.trajectory_id"
                        + " join tenant o on o.id = t.tenant_id where r.kind = 'PROGRESS' and r.version = 1 and t.education is not null"
                        + " and json_extract(r.decisions, '$.EDU.permitted') = true"
                        + " and json_extract(r.decisions, '$.GOAL.permitted') = true order by r.number limit 1")) {
            remember(row);
        }
    }

    private void remember(ResultSet row) throws SQLException {
        assertThat(row.next()).as("the sample has such a report").isTrue();
        report = row.getString("id");
        number = row.getString("number");
        client = row.getString("client_id");
        education = row.getString("education");
        goal = row.getString("main_goal");
        portal = Api.of(sample.address())
                .as("operator", sample.secret("operator"))
                .portalOf(row.getString("code"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void the_old_report_never_was_and_a_corrected_one_takes_its_place() throws Exception {
        assertThat(textOf(report)).contains(education, goal);

        restrict();

        var never = Api.everything(portal.get(REPORTS + "/" + UUID.randomUUID()));
        assertThat(never).startsWith("404 ").contains("problem+json");
        assertThat(Api.everything(portal.get(REPORTS + "/" + report + "/content")))
                .isEqualTo(never);
        assertThat(Api.everything(portal.get(REPORTS + "/" + report))).isEqualTo(never);

        var corrected = awaitCorrected();
        assertThat(corrected.getString("id")).isNotEqualTo(report);
        assertThat(corrected.getInt("version")).isEqualTo(2);
        assertThat(corrected.getJsonObject("replaces").getString("number")).isEqualTo(number);
        assertThat(corrected.getJsonObject("replaces").getInt("version")).isOne();
        assertThat(corrected.toString()).doesNotContain(report).doesNotContainIgnoringCase("restrict");
        assertThat(textOf(corrected.getString("id"))).contains(goal).doesNotContain(education);
        assertThat(Api.everything(portal.get(REPORTS + "/" + report))).isEqualTo(never);
    }

    private void restrict() throws SQLException {
        try (var statement = database.prepareStatement("insert into restriction (tenant_id, id, client_id, categories,"
                + " imposed_at, ground, changed_by, change_reason) select tenant_id, uuid(), id, 'EDU', utc_timestamp(6) - interval 1 second,"
                + " 'ONRECHTMATIG', 'test', 'a test' from client where id = ?")) {
            statement.setString(1, client);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private JsonObject awaitCorrected() {
        var until = Instant.now().plus(SOON);
        while (Instant.now().isBefore(until)) {
            var found = listed();
            if (found.isPresent()) {
                return found.get();
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                    .join();
        }
        throw new AssertionError("No corrected version within " + SOON);
    }

    /** What the list tells of the report's number: never the old one. */
    private Optional<JsonObject> listed() {
        var cursor = "";
        while (true) {
            var page = Api.json(portal.get(REPORTS + "?kind=PROGRESS&limit=100" + cursor));
            for (var each : page.getJsonArray("reports").getValuesAs(JsonObject.class)) {
                assertThat(each.getString("id")).isNotEqualTo(report);
                if (each.getString("number").equals(number)) {
                    return Optional.of(each);
                }
            }
            if (!page.containsKey("next")) {
                return Optional.empty();
            }
            cursor = "&cursor=" + page.getString("next");
        }
    }

    private String textOf(String id) throws IOException {
        var pulled = portal.get(REPORTS + "/" + id + "/content");
        assertThat(pulled.statusCode()).isEqualTo(200);
        try (var document = Loader.loadPDF(pulled.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
