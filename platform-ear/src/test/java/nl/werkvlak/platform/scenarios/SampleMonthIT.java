package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The run of October 2026 over the sample, held against what the CSV files say, by a second and simpler reading. */
@NullUnmarked
class SampleMonthIT {

    private final SampleMonth sample = SampleMonth.made();
    private final ExpectedMonth expected = new ExpectedMonth(
            SampleMonth.EXPORT, SampleMonth.SCHEMA, Instant.parse(sample.run().getString("decidedAt")));

    @Test
    void the_counts_are_those_of_the_rule_and_add_up() {
        var run = sample.run();
        assertThat(count(run, "planned")).isEqualTo(expected.planned());
        assertThat(count(run, "withheld")).isEqualTo(expected.withheld());
        assertThat(count(run, "issued")).isEqualTo(expected.planned() - expected.withheld());
        assertThat(count(run, "waiting")).isZero();
        assertThat(count(run, "failed")).isZero();
        assertThat(count(run, "issued") + count(run, "waiting") + count(run, "withheld") + count(run, "failed"))
                .isEqualTo(count(run, "planned"));
    }

    @Test
    void each_trajectory_released_exactly_the_categories_that_the_rule_says() throws SQLException {
        var withReport = new TreeMap<String, Set<String>>();
        expected.released().forEach((trajectory, categories) -> {
            if (!categories.isEmpty()) {
                withReport.put(trajectory, categories);
            }
        });
        assertThat(releasedByThePlatform()).isEqualTo(withReport);
    }

    @Test
    void every_row_of_the_export_came_in_and_none_was_refused() {
        var counts = sample.firstImport().getJsonArray("counts").getValuesAs(JsonObject.class);
        assertThat(counts).hasSize(19);
        for (var file : counts) {
            var rows = ExportFiles.rows(SampleMonth.EXPORT.resolve(file.getString("file")), ';')
                    .size();
            assertThat(count(file, "new")).as(file.getString("file")).isEqualTo(rows);
            assertThat(count(file, "refused")).isZero();
        }
    }

    @Test
    void every_issued_report_stands_in_the_disclosure_register() throws SQLException {
        try (var connection = ServerUnderTest.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select (select count(*) from report) reports,"
                        + " (select count(distinct report_id) from disclosure where event = 'ISSUED') registered")) {
            rows.next();
            assertThat(rows.getLong("registered")).isEqualTo(rows.getLong("reports"));
        }
    }

    private Map<String, Set<String>> releasedByThePlatform() throws SQLException {
        var released = new TreeMap<String, Set<String>>();
        try (var connection = ServerUnderTest.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select t.number, r.decisions from report r join trajectory t"
                                + " on t.tenant_id = r.tenant_id and t.id = r.trajectory_id where r.kind = 'PROGRESS' and r.period = '2026-10' and r.version = 1")) {
            while (rows.next()) {
                var categories = new TreeSet<String>();
                try (var reader = Json.createReader(new StringReader(rows.getString("decisions")))) {
                    reader.readObject().forEach((category, decision) -> {
                        if (decision.asJsonObject().getBoolean("permitted")) {
                            categories.add(category);
                        }
                    });
                }
                released.put(rows.getString("number"), categories);
            }
        }
        return released;
    }

    private static long count(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
