package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What the privacy officer keeps: matrix, register, retention and what is agreed per commission. All of it begins in a year
 * far ahead, so that no other scenario notices.
 */
class ReferenceDataIT {

    private static final String JSON = "application/json";
    private static final String MATRIX = "/api/v1/matrix-versions";
    private static final String REGISTER = "/api/v1/register-entries";
    private static final String RETENTION = "/api/v1/retention-rules";
    private static final String COMMISSIONS = "/api/v1/commissions";

    private static final SampleMonth SAMPLE = SampleMonth.made();
    private static final Api OPERATOR = Api.of(SAMPLE.address()).as("operator", SAMPLE.secret("operator"));
    private static final Api ANNA = officer();
    private static final Api BAS = officer();
    private static final TenantId STAALWERK = TenantId.ofCode("STAALWERK");
    private static final TenantId GROENHOF = TenantId.ofCode("GROENHOF");

    @Nested
    class The_matrix {

        private final LocalDate firstDay = LocalDate.of(2090, 1, 1);

        @Test
        void changes_by_four_eyes_from_a_day_ahead_and_decides_from_then_on() throws SQLException {
            var proposed = ANNA.post(MATRIX, JSON, proposal("2090-1", firstDay, "DENY", "N1"));
            assertThat(proposed.statusCode()).as(Api.text(proposed)).isEqualTo(201);
            assertThat(proposed.headers().firstValue("location")).contains(MATRIX + "/2090-1");
            assertThat(reasonsOfEdu(Period.startOf(firstDay))).doesNotContain(Reason.MATRIX_N1);

            var differences = Api.json(BAS.get(MATRIX + "/2090-1/differences"));
            assertThat(differences.getInt("closes")).isEqualTo(2);
            assertThat(differences.getInt("opens")).isZero();
            var approval = Json.createObjectBuilder()
                    .add("replaces", differences.getString("replaces"))
                    .add("reason", "looked at")
                    .build()
                    .toString();

            var own = ANNA.post(MATRIX + "/2090-1/approval", JSON, approval);
            assertThat(own.statusCode()).isEqualTo(403);
            assertThat(Api.json(own).getString("code")).isEqualTo("own-proposal");
            var approved = BAS.post(MATRIX + "/2090-1/approval", JSON, approval);
            assertThat(approved.statusCode()).as(Api.text(approved)).isEqualTo(200);
            assertThat(BAS.post(MATRIX + "/2090-1/approval", JSON, approval).statusCode())
                    .isEqualTo(409);

            assertThat(reasonsOfEdu(Period.startOf(firstDay).minusNanos(1000))).doesNotContain(Reason.MATRIX_N1);
            assertThat(reasonsOfEdu(Period.startOf(firstDay))).contains(Reason.MATRIX_N1);
            var history = Api.json(ANNA.get(MATRIX + "/2090-1"));
            assertThat(history.getString("state")).isEqualTo("APPROVED");
            assertThat(history.getString("proposedBy")).isNotEqualTo(history.getString("decidedBy"));
            assertThat(history.getString("decisionReason")).isEqualTo("looked at");
        }

        @Test
        void comes_as_csv_and_goes_back_as_csv_with_every_fault_by_its_line() {
            var csv = ANNA.get(MATRIX + "/2026-1/cells", "Accept", "text/csv");
            assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
            var lines = Api.text(csv).replace("2026-1,", "2091-1,");
            var broken = lines.replace("2091-1,HEALTH,E1,PROGRESS,DENY,N2 N7", "2091-1,HEALTH,E1,PROGRESS,ALLOW,K1");
            var at = broken.lines().toList().indexOf("2091-1,HEALTH,E1,PROGRESS,ALLOW,K1") + 1;

            var refused = ANNA.post(MATRIX, JSON, whole(broken));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(fieldsOf(refused)).containsExactly("csv[" + at + "] never-leaves");
            assertThat(ANNA.get(MATRIX + "/2091-1").statusCode()).isEqualTo(404);

            assertThat(ANNA.post(MATRIX, JSON, whole(lines)).statusCode()).isEqualTo(201);
            assertThat(ANNA.post(MATRIX + "/2091-1/withdrawal", JSON, "{\"reason\":\"a rehearsal\"}")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void refuses_a_day_that_is_past_and_a_request_without_its_reason() {
            var past = ANNA.post(MATRIX, JSON, proposal("2092-1", LocalDate.of(2026, 1, 1), "DENY", "N1"));
            assertThat(fieldsOf(past)).containsExactly("firstDay not-in-the-future");
            var silent = ANNA.post(MATRIX + "/2026-1/rejection", JSON, "{}");
            assertThat(fieldsOf(silent)).containsExactly("reason missing");
        }

        private String whole(String csv) {
            return Json.createObjectBuilder()
                    .add("version", "2091-1")
                    .add("firstDay", "2091-01-01")
                    .add("reason", "a rehearsal")
                    .add("csv", csv)
                    .build()
                    .toString();
        }

        /** Both kinds of employer get another rule for education. */
        private String proposal(String version, LocalDate day, String decision, String code) {
            var cells = Json.createArrayBuilder();
            for (var kind : List.of("E1", "E2")) {
                cells.add(Json.createObjectBuilder()
                        .add("category", "EDU")
                        .add("recipientKind", kind)
                        .add("reportKind", "PROGRESS")
                        .add("decision", decision)
                        .add("codes", Json.createArrayBuilder().add(code)));
            }
            return Json.createObjectBuilder()
                    .add("version", version)
                    .add("firstDay", day.toString())
                    .add("basedOn", "2026-1")
                    .add("reason", "education is not needed")
                    .add("cells", cells)
                    .build()
                    .toString();
        }

        private Set<Reason> reasonsOfEdu(Instant at) throws SQLException {
            try (var database = ServerUnderTest.connection();
                    var statement = database.prepareStatement("select t.id, t.commission_id from trajectory t"
                            + " join commission c on c.tenant_id = t.tenant_id and c.id = t.commission_id"
                            + " where t.tenant_id = ? and c.recipient_kind in ('E1', 'E2') limit 1")) {
                statement.setString(1, STAALWERK.toString());
                var row = statement.executeQuery();
                row.next();
                var trajectory = UUID.fromString(row.getString("id"));
                var released = Gate.open(database)
                        .release(
                                database,
                                STAALWERK,
                                UUID.fromString(row.getString("commission_id")),
                                List.of(trajectory),
                                YearMonth.of(2026, 10),
                                ReportKind.PROGRESS,
                                at);
                return Objects.requireNonNull(Objects.requireNonNull(released.get(trajectory))
                                .decisions()
                                .get(DataCategory.EDU))
                        .reasons();
            }
        }
    }

    @Nested
    class The_processing_register {

        @Test
        void is_kept_entry_by_entry_with_who_ended_what_and_why() {
            var entry = Json.createObjectBuilder()
                    .add("id", "REG-SCENARIO")
                    .add("version", "2090-1")
                    .add("title", "Proef")
                    .add("purposes", Json.createArrayBuilder().add("P7"))
                    .add("categories", Json.createArrayBuilder().add("GOAL").add("EDU"))
                    .add("recipientKinds", Json.createArrayBuilder().add("V"))
                    .add("firstDay", "2090-01-01")
                    .add("reason", "a rehearsal")
                    .build()
                    .toString();
            assertThat(ANNA.post(REGISTER, JSON, entry).statusCode()).isEqualTo(201);
            assertThat(ANNA.post(REGISTER, JSON, entry).statusCode()).isEqualTo(409);
            var end = "{\"lastDay\":\"2090-12-31\",\"reason\":\"no more\"}";
            assertThat(BAS.post(REGISTER + "/REG-SCENARIO/end", JSON, end).statusCode())
                    .isEqualTo(200);
            assertThat(BAS.post(REGISTER + "/REG-SCENARIO/end", JSON, end).statusCode())
                    .isEqualTo(409);
            assertThat(BAS.post(REGISTER + "/REG-NONE/end", JSON, end).statusCode())
                    .isEqualTo(404);

            var kept = Api.json(ANNA.get(REGISTER + "/REG-SCENARIO"));
            assertThat(kept.getString("reason")).isEqualTo("a rehearsal");
            assertThat(kept.getString("endReason")).isEqualTo("no more");
            assertThat(kept.getString("endedBy")).isNotEqualTo(kept.getString("recordedBy"));
            assertThat(Api.text(OPERATOR.get(REGISTER))).contains("REG-SCENARIO", "REG-U");
        }

        @Test
        void has_the_retention_beside_it() {
            var rule = "{\"category\":\"HEALTH\",\"firstDay\":\"2090-01-01\",\"months\":12,"
                    + "\"source\":\"a policy\",\"reason\":\"a rehearsal\"}";
            assertThat(ANNA.post(RETENTION, JSON, rule).statusCode()).isEqualTo(201);
            assertThat(ANNA.post(RETENTION, JSON, rule).statusCode()).isEqualTo(409);
            assertThat(fieldsOf(ANNA.post(RETENTION, JSON, rule.replace("12", "0"))))
                    .containsExactly("months not-a-retention");
            assertThat(Api.text(ANNA.get(RETENTION))).contains("\"firstDay\":\"2090-01-01\"");
        }
    }

    @Nested
    class A_commission {

        private final String ours = idOf(STAALWERK);
        private final String theirs = idOf(GROENHOF);

        @Test
        void gets_terms_from_an_instant_on_and_keeps_the_earlier_ones() {
            var path = COMMISSIONS + "/" + ours + "/terms?tenant=" + STAALWERK;
            var terms = "{\"inForceFrom\":\"2090-01-01T00:00:00Z\",\"dataScope\":[\"EDU\",\"HEALTH\"],"
                    + "\"sicknessRelated\":true,\"specialGround\":\"H1\",\"secrecySignedOn\":\"2026-11-02\","
                    + "\"reason\":\"a new contract\"}";
            var recorded = ANNA.post(path, JSON, terms);
            assertThat(recorded.statusCode()).as(Api.text(recorded)).isEqualTo(201);
            assertThat(Api.json(recorded).getJsonArray("deniedByMatrix")).hasToString("[\"HEALTH\"]");
            assertThat(ANNA.post(path, JSON, terms).statusCode()).isEqualTo(409);

            var history = Api.json(BAS.get(path)).getJsonArray("terms").getValuesAs(JsonObject.class);
            assertThat(history).hasSize(2);
            assertThat(history.get(0).containsKey("recordedBy")).isFalse();
            assertThat(history.get(1).getString("reason")).isEqualTo("a new contract");
            assertThat(fieldsOf(ANNA.post(path, JSON, terms.replace("H1", "H2").replace("2090", "2091"))))
                    .containsExactly("specialGround only-for-insurers");
        }

        @Test
        void gets_a_retention_of_its_own() {
            var path = COMMISSIONS + "/" + ours + "/retention-overrides?tenant=" + STAALWERK;
            var shorter = "{\"category\":\"GOAL\",\"months\":6,\"inForceFrom\":\"2090-01-01T00:00:00Z\","
                    + "\"reason\":\"the contract says so\"}";
            assertThat(ANNA.post(path, JSON, shorter).statusCode()).isEqualTo(201);
            assertThat(ANNA.post(path, JSON, shorter).statusCode()).isEqualTo(409);
            assertThat(Api.text(BAS.get(path))).contains("the contract says so");
            assertThat(Api.text(BAS.get(COMMISSIONS + "/" + theirs + "/retention-overrides?tenant=" + GROENHOF)))
                    .doesNotContain("the contract says so");
        }

        @Test
        void of_another_tenant_is_as_unknown_as_one_that_never_was() {
            for (var below : List.of("", "/terms", "/retention-overrides")) {
                var never = Api.everything(
                        ANNA.get(COMMISSIONS + "/" + UUID.randomUUID() + below + "?tenant=" + STAALWERK));
                assertThat(never).startsWith("404 ");
                assertThat(Api.everything(ANNA.get(COMMISSIONS + "/" + theirs + below + "?tenant=" + STAALWERK)))
                        .isEqualTo(never);
                assertThat(Api.everything(ANNA.get(COMMISSIONS + "/" + ours + below + "?tenant=" + UUID.randomUUID())))
                        .isEqualTo(never);
            }
            assertThat(fieldsOf(ANNA.get(COMMISSIONS))).containsExactly("tenant missing");
        }

        private String idOf(TenantId tenant) {
            return Api.json(ANNA.get(COMMISSIONS + "?tenant=" + tenant))
                    .getJsonArray("commissions")
                    .getJsonObject(0)
                    .getString("id");
        }
    }

    @Nested
    class Whoever_is_no_privacy_officer {

        @Test
        void of_a_tenant_gets_nothing_and_an_administrator_only_reads() {
            var portal = Api.of(SAMPLE.address()).as("portal-staalwerk", SAMPLE.secret("portal-staalwerk"));
            for (var path : List.of(MATRIX, REGISTER, RETENTION, COMMISSIONS + "?tenant=" + STAALWERK)) {
                assertThat(portal.get(path).statusCode()).as(path).isEqualTo(403);
                assertThat(OPERATOR.get(path).statusCode()).as(path).isEqualTo(200);
            }
            for (var path : List.of(
                    MATRIX,
                    MATRIX + "/2026-1/approval",
                    MATRIX + "/2026-1/withdrawal",
                    REGISTER,
                    REGISTER + "/REG-U/end",
                    RETENTION,
                    COMMISSIONS + "/" + UUID.randomUUID() + "/terms?tenant=" + STAALWERK)) {
                assertThat(portal.post(path, JSON, "{}").statusCode()).as(path).isEqualTo(403);
                assertThat(OPERATOR.post(path, JSON, "{}").statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    private static List<String> fieldsOf(HttpResponse<byte[]> refused) {
        assertThat(refused.statusCode()).isEqualTo(400);
        return Api.json(refused).getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field") + " " + error.getString("code"))
                .toList();
    }

    /** A privacy officer, new and with a name that nobody has. */
    private static Api officer() {
        var id = "officer-" + UUID.randomUUID().toString().substring(0, 13);
        var body = Json.createObjectBuilder()
                .add("id", id)
                .add("role", "PRIVACY_OFFICER")
                .build();
        var opened = Api.json(OPERATOR.post("/api/v1/api-clients", JSON, body.toString()));
        return Api.of(SAMPLE.address()).as(id, opened.getString("secret"));
    }
}
