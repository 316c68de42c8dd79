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

/** What happens at the moment that a portal asks for a report: the rule once more, and the register first. */
@NullUnmarked
class GivingOutIT {

    private final SampleMonth sample = SampleMonth.made();
    private final Api portal = Api.of(sample.address()).as("portal-staalwerk", sample.secret("portal-staalwerk"));
    private final UUID objection = UUID.randomUUID();
    private Connection database;
    private String report;

    @BeforeEach
    void a_progress_report_of_the_tenant() throws SQLException {
        database = ServerUnderTest.connection();
        report = Api.json(portal.get("/api/v1/reports?kind=PROGRESS&limit=1"))
                .getJsonArray("reports")
                .getValuesAs(JsonObject.class)
                .get(0)
                .getString("id");
    }

    @AfterEach
    void as_it_was() throws SQLException {
        try (var statement = database.prepareStatement("update objection set decided_at = now(),"
                + " outcome = 'OVERRIDDEN', changed_by = 'test', change_reason = 'the test is over' where id = ?")) {
            statement.setString(1, objection.toString());
            statement.executeUpdate();
        }
        database.close();
    }

    @Test
    void every_opening_stands_in_the_disclosure_register_with_who_opened_what_on_which_basis() throws SQLException {
        var before = openings();
        assertThat(portal.get("/api/v1/reports/" + report + "/content").statusCode())
                .isEqualTo(200);
        assertThat(openings()).isEqualTo(before + 1);
        try (var statement = database.prepareStatement("select p.recipient, p.categories = i.categories same, p.bases"
                + " from disclosure p join disclosure i on i.report_id = p.report_id and i.event = 'ISSUED'"
                + " where p.report_id = ? and p.event = 'OPENED' order by p.sequence desc limit 1")) {
            statement.setString(1, report);
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getString("recipient")).isEqualTo("portal-staalwerk");
            assertThat(row.getBoolean("same")).isTrue();
            assertThat(row.getString("bases")).contains("B-SW-2025-S2");
        }
    }

    @Test
    void an_objection_made_yesterday_stops_the_pull_today_without_a_word_of_why() throws SQLException {
        object();
        var stopped = portal.get("/api/v1/reports/" + report + "/content");
        var never = portal.get("/api/v1/reports/" + UUID.randomUUID() + "/content");
        assertThat(stopped.statusCode()).isEqualTo(404);
        assertThat(stopped.body()).isEqualTo(never.body());
        assertThat(Api.text(portal.get("/api/v1/reports?kind=PROGRESS&limit=50")))
                .doesNotContain(report);
    }

    private void object() throws SQLException {
        try (var statement = database.prepareStatement("insert into objection (tenant_id, id, client_id, purposes,"
                + " received_at, changed_by, change_reason) select t.tenant_id, ?, t.client_id, 'P7', now() - interval 1 day,"
                + " 'test', 'a test'"
                + " from report r join trajectory t on t.tenant_id = r.tenant_id and t.id = r.trajectory_id"
                + " where r.id = ?")) {
            statement.setString(1, objection.toString());
            statement.setString(2, report);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private long openings() throws SQLException {
        try (var statement =
                database.prepareStatement("select count(*) from disclosure where report_id = ? and event = 'OPENED'")) {
            statement.setString(1, report);
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
