package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.werkvlak.platform.launcher.SampleMonth;
import nl.werkvlak.platform.launcher.TwoServers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two servers on one database make the reports of one month; one of them is killed in the middle, and the other one
 * finishes the work. It happens once, and is then looked at from all sides.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServersIT {

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final String START = "{\"period\":\"2026-10\"}";
    private static final Path PLACE = Path.of("target", "two-servers").toAbsolutePath();

    private TwoServers servers;
    private List<HttpResponse<byte[]>> starts;
    private int atTheOtherWithTheSameToken;
    private List<String> heldByBoth;
    private List<String> heldByTheKilled;
    private JsonObject run;

    @BeforeAll
    void two_servers_make_a_month_and_one_is_killed() throws IOException {
        servers = TwoServers.startAtOnce(PLACE);
        servers.bringIn(FIRST, SampleMonth.EXPORT, PLACE);
        var first = Api.of(servers.address(FIRST)).as("operator", ServerUnderTest.OPERATOR_SECRET);
        var second = Api.of(servers.address(SECOND)).as("operator", ServerUnderTest.OPERATOR_SECRET);
        atTheOtherWithTheSameToken =
                first.at(servers.address(SECOND)).get("/api/v1/runs").statusCode();

        starts = Stream.of(first, second, first, second)
                .map(api -> CompletableFuture.supplyAsync(() -> api.post("/api/v1/runs", "application/json", START)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        until(
                "both have work in hand and something was issued",
                () -> held(FIRST) > 0 && held(SECOND) > 0 && count("run_part where state = 'ISSUED'") > 0);
        heldByBoth =
                texts("select distinct picked_by from scheduled_tasks where picked and task_name = 'run-commission'");
        servers.kill(FIRST);
        heldByTheKilled = texts("select task_instance from scheduled_tasks where picked and picked_by like '"
                + servers.pid(FIRST) + "@%' and task_name = 'run-commission'");
        run = servers.follow(SECOND, YearMonth.of(2026, 10));
    }

    @AfterAll
    void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void bring_the_schema_up_to_date_once_though_both_start_on_an_empty_database() {
        assertThat(count("DATABASECHANGELOG")).isPositive();
        assertThat(texts("select count(*) from DATABASECHANGELOG group by ID, FILENAME having count(*) > 1"))
                .isEmpty();
        assertThat(texts("select distinct DEPLOYMENT_ID from DATABASECHANGELOG"))
                .hasSize(1);
    }

    @Test
    void accept_each_others_tokens() {
        assertThat(atTheOtherWithTheSameToken).isEqualTo(200);
    }

    @Test
    void start_one_run_when_both_are_asked_at_the_same_time_and_refuse_the_others() {
        assertThat(starts.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(202, 409, 409, 409);
        assertThat(count("reporting_run")).isEqualTo(1);
    }

    @Test
    void both_work_on_the_run() {
        assertThat(heldByBoth).hasSize(2);
    }

    @Test
    void finish_what_the_killed_one_had_in_hand() {
        assertThat(heldByTheKilled).isNotEmpty();
        assertThat(run.getString("state")).isEqualTo("FINISHED");
        assertThat(count("scheduled_tasks where task_name = 'run-commission'")).isZero();
    }

    @Test
    void bring_every_planned_report_to_the_end_that_the_rule_says() {
        var expected =
                new ExpectedMonth(SampleMonth.EXPORT, SampleMonth.SCHEMA, Instant.parse(run.getString("decidedAt")));
        var withheld = expected.withheld();
        var planned = expected.planned();
        assertThat(run.getInt("planned")).isEqualTo(planned);
        assertThat((long) run.getInt("withheld")).isEqualTo(withheld);
        assertThat((long) run.getInt("issued")).isEqualTo(planned - withheld);
        assertThat(run.getInt("newlyIssued")).isEqualTo(run.getInt("issued"));
        assertThat(run.getInt("failed") + run.getInt("waiting")).isZero();
        assertThat(texts("select 1 from run_part group by tenant_id, subject_id, kind having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void issue_one_report_for_each_trajectory_and_period_with_one_entry_in_the_disclosure_register() {
        assertThat(count("report")).isEqualTo(run.getInt("issued"));
        assertThat(texts("select 1 from report group by tenant_id, subject_id, kind, period having count(*) > 1"))
                .isEmpty();
        assertThat(count("report_content")).isEqualTo(run.getInt("issued"));
        assertThat(count("disclosure where event = 'ISSUED'")).isEqualTo(run.getInt("issued"));
        assertThat(
                        texts(
                                "select r.id from report r left join disclosure d on d.tenant_id = r.tenant_id"
                                        + " and d.report_id = r.id and d.event = 'ISSUED' group by r.id having count(d.report_id) <> 1"))
                .isEmpty();
    }

    private long held(int server) {
        return count("scheduled_tasks where picked and task_name = 'run-commission' and picked_by like '"
                + servers.pid(server) + "@%'");
    }

    private long count(String from) {
        return Long.parseLong(texts("select count(*) from " + from).get(0));
    }

    private List<String> texts(String select) {
        var database = servers.database();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) {
        var limit = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(limit);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
