package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A coach wrote an illness into a goal. It comes in, and its report leaves without it; a second person releases it, with a
 * reason, and the next report shows it. The tenant and its months are of this scenario only.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeTextIT {

    private static final String JSON = "application/json";
    private static final String MARKED = "Opbouwen na burn-out CNRYTEXT1";
    private static final UUID TENANT = TenantId.ofCode("VRIJTEKST").value();
    private static final UUID OTHER = TenantId.ofCode("GROENHOF").value();

    private static final String ALL = "IDENT|EMPLOY|EDU|PLAN|GOAL|ACT|ATTEND|PROGRESS|RESULT|HOURS";
    private static final Map<String, List<String>> ROWS = Map.of(
            "opdrachtgevers.csv", List.of("VRIJTEKST;Vrije Tekst B.V.;WERKGEVER;90000099;#0b6b50;HR;hr@vrij.example"),
            "coaches.csv", List.of("v1;Coach Vrij;v1@werkvlak.example;02-01-2023"),
            "opdrachten.csv",
                    List.of("VT-1;VRIJTEKST;E2;SPOOR_2;01-01-2024;31-12-2027;" + ALL + ";ja;;15-12-2023;100;90,00"),
            "clienten.csv", List.of("V000001;VRIJTEKST;Jansen;Jo;01-01-1980;;;;;;;"),
            "trajecten.csv",
                    List.of("VT000001;VT-1;V000001;v1;SPOOR_2;05-01-2024;31-12-2027;;;docent;36,00;;" + MARKED
                            + ";HBO Bedrijfskunde;;"),
            "doelen.csv", List.of("VT000001;1;Drie sollicitaties per week;;OPEN"),
            "voortgang.csv",
                    List.of(
                            "VT000001;29-02-2024;OP_SCHEMA;2;7;Ritme opgebouwd.;Vervolg.",
                            "VT000001;31-03-2024;OP_SCHEMA;2;7;Ritme opgebouwd.;Vervolg."),
            "inzage_concept.csv",
                    List.of("VT000001;2024-02;29-02-2024 12:00;akkoord", "VT000001;2024-03;31-03-2024 12:00;akkoord"),
            "grondslagen.csv",
                    List.of("VT-B;VT-1;;d;P7;" + ALL
                            + ";01-01-2024;31-12-2027;Belangenafweging;VOORDEEL;20-12-2023;;;"));

    private Api operator;
    private Api officer;
    private Api portal;
    private JsonObject imported;

    @BeforeAll
    void a_marked_text_comes_in() throws IOException {
        var sample = SampleMonth.made();
        operator = Api.of(sample.address()).as("operator", sample.secret("operator"));
        var made = Api.json(
                operator.post("/api/v1/api-clients", JSON, "{\"id\":\"fg-teksten\",\"role\":\"PRIVACY_OFFICER\"}"));
        officer = Api.of(sample.address()).as("fg-teksten", made.getString("secret"));
        imported = ended(operator.post("/api/v1/imports", "application/zip", export())
                .headers()
                .firstValue("location")
                .orElseThrow());
        portal = operator.portalOf("VRIJTEKST");
    }

    @Test
    void it_stays_inside_until_a_second_person_released_it_with_a_reason() throws IOException {
        assertThat(imported.getString("state")).isEqualTo("DONE");
        assertThat(imported.getJsonArray("notices").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.getString("code")).isEqualTo("marked-text");
                    assertThat(notice.getString("file")).isEqualTo("trajecten.csv");
                    assertThat(notice.getString("column")).isEqualTo("hoofddoel");
                    assertThat(notice.toString()).doesNotContain("burn-out", "CNRY");
                });

        assertThat(reportOf("2024-02")).doesNotContain("burn-out", "CNRYTEXT1").contains("HBO Bedrijfskunde");

        var waiting = waiting(TENANT);
        assertThat(waiting.getString("field")).isEqualTo("MAIN_GOAL");
        assertThat(waiting.getString("text")).isEqualTo(MARKED);
        assertThat(waiting.getBoolean("mayRelease")).isTrue();
        assertThat(waiting.getJsonArray("marks").getJsonObject(0).getString("kind"))
                .isEqualTo("ILLNESS");

        var elsewhere = review(OTHER, waiting, "RELEASED", "verkeerde opdrachtgever");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(review(TENANT, waiting, "RELEASED", " ").statusCode()).isEqualTo(400);
        var released = review(TENANT, waiting, "RELEASED", "Client wil dit zelf zo noemen");
        assertThat(released.statusCode()).as(Api.text(released)).isEqualTo(201);
        assertThat(review(TENANT, waiting, "RELEASED", "nog eens").statusCode()).isEqualTo(409);
        assertThat(list(TENANT)).isEmpty();

        assertThat(reportOf("2024-03")).contains("CNRYTEXT1");
    }

    @Test
    void a_text_is_checked_while_it_is_written_and_kept_nowhere() throws IOException {
        var checked = Api.json(officer.post("/api/v1/text-checks", JSON, "{\"text\":\"Reuma CNRYTEXT2\"}"));
        var mark = checked.getJsonArray("marks").getJsonObject(0);
        assertThat(mark.getInt("from")).isZero();
        assertThat(mark.getInt("to")).isEqualTo(5);
        assertThat(mark.getString("kind")).isEqualTo("ILLNESS");
        for (var log : ServerUnderTest.logs()) {
            assertThat(Canaries.in(Files.readAllBytes(log)))
                    .as(log.toString())
                    .doesNotContain("CNRYTEXT1", "CNRYTEXT2");
        }
    }

    @Test
    void nobody_of_a_tenant_and_no_administrator_sees_a_waiting_text() {
        for (var somebody : List.of(portal, operator)) {
            assertThat(somebody.get("/api/v1/text-reviews/waiting?tenant=" + TENANT)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(somebody.post("/api/v1/text-checks", JSON, "{\"text\":\"x\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        var never = officer.get("/api/v1/text-reviews/waiting?tenant=" + UUID.randomUUID());
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(officer.get("/api/v1/text-reviews/waiting?tenant=x").body()).isEqualTo(never.body());
        assertThat(officer.get("/api/v1/text-reviews/waiting").statusCode()).isEqualTo(400);
    }

    private HttpResponse<byte[]> review(UUID tenant, JsonObject waiting, String decision, String reason) {
        var body = Json.createObjectBuilder()
                .add("field", waiting.getString("field"))
                .add("row", waiting.getString("row"))
                .add("seen", waiting.getString("seen"))
                .add("decision", decision)
                .add("reason", reason)
                .build();
        return officer.post("/api/v1/text-reviews?tenant=" + tenant, JSON, body.toString());
    }

    private JsonObject waiting(UUID tenant) {
        assertThat(list(tenant)).hasSize(1);
        return list(tenant).get(0);
    }

    private List<JsonObject> list(UUID tenant) {
        return Api.json(officer.get("/api/v1/text-reviews/waiting?tenant=" + tenant))
                .getJsonArray("texts")
                .getValuesAs(JsonObject.class);
    }

    /** Runs a month, and reads what the tenant's portal gets for it. */
    private String reportOf(String month) throws IOException {
        var run = ended(operator.post("/api/v1/runs", JSON, "{\"period\":\"" + month + "\"}")
                .headers()
                .firstValue("location")
                .orElseThrow());
        assertThat(run.getInt("failed")).isZero();
        var reports = Api.json(portal.get("/api/v1/reports?kind=PROGRESS&period=" + month))
                .getJsonArray("reports")
                .getValuesAs(JsonObject.class);
        assertThat(reports).hasSize(1);
        return Canaries.textOf(portal.get("/api/v1/reports/" + reports.get(0).getString("id") + "/content")
                .body());
    }

    private JsonObject ended(String path) {
        var until = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(until)) {
            var now = Api.json(operator.get(path));
            if (Set.of("DONE", "REFUSED", "FAILED", "FINISHED").contains(now.getString("state"))) {
                return now;
            }
        }
        throw new AssertionError(path + " did not end");
    }

    /** The headers are those of the sample, so that the format is known in one place; what a row does not reach is empty. */
    private static byte[] export() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.list(SampleMonth.EXPORT)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                zip.putNextEntry(new ZipEntry(name));
                var header = Files.readAllLines(file).get(0);
                zip.write((header + "\n").getBytes(StandardCharsets.UTF_8));
                for (var row : ROWS.getOrDefault(name, List.of())) {
                    var rest = ";".repeat(separators(header) - separators(row));
                    zip.write((row + rest + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static int separators(String row) {
        return (int) row.chars().filter(each -> each == ';').count();
    }
}
