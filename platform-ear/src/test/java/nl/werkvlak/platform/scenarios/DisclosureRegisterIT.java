package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the register remembers of a portal that looks and then opens, and what the privacy officer can ask of it. */
@NullUnmarked
class DisclosureRegisterIT {

    private static final UUID STAALWERK = TenantId.ofCode("STAALWERK").value();
    private static final UUID GROENHOF = TenantId.ofCode("GROENHOF").value();
    private static final String DISCLOSURES = "/api/v1/disclosures?tenant=";
    private static final String VERIFICATIONS = "/api/v1/disclosure-verifications?tenant=";

    private final Api operator = Api.of(SampleMonth.made().address())
            .as("operator", SampleMonth.made().secret("operator"));
    private final Api portal = operator.portalOf("STAALWERK");
    private final Api privacyOfficer = privacyOfficer();
    private String report;

    @BeforeEach
    void a_portal_that_looks_every_minute_and_opens_one_report() {
        for (var minute = 0; minute < 3; minute++) {
            report = Api.json(portal.get("/api/v1/reports?kind=PROGRESS&limit=1"))
                    .getJsonArray("reports")
                    .getJsonObject(0)
                    .getString("id");
        }
        assertThat(portal.get("/api/v1/reports/" + report + "/content").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_life_of_a_report_is_told_from_its_issue_on() {
        var life = disclosures(STAALWERK, "&report=" + report);
        var issued = life.get(0);
        var ours = life.subList(life.size() - 2, life.size());

        assertThat(issued.getString("event")).isEqualTo("ISSUED");
        assertThat(ours).extracting(entry -> entry.getString("event")).containsExactly("LISTED", "OPENED");
        assertThat(ours.get(0).getString("recipient")).isEqualTo(ours.get(1).getString("recipient"));
        assertThat(ours.get(0).getJsonArray("categories")).isEmpty();
        assertThat(ours.get(1).getJsonArray("categories")).isEqualTo(issued.getJsonArray("categories"));
        assertThat(ours.get(1).getJsonArray("bases")).isNotEmpty().isEqualTo(issued.getJsonArray("bases"));
    }

    @Test
    void what_this_tenant_received_about_a_person_and_who_received_a_datum_is_told_with_the_bases() {
        var opened = opened();
        var client = opened.getString("client");
        var about = disclosures(STAALWERK, "&client=" + client);
        var withDatum = disclosures(STAALWERK, "&client=" + client + "&category=IDENT");

        assertThat(about)
                .contains(opened)
                .allSatisfy(entry -> assertThat(entry.getString("client")).isEqualTo(client));
        assertThat(withDatum)
                .contains(opened)
                .allSatisfy(entry ->
                        assertThat(entry.getJsonArray("categories").toString()).contains("IDENT"))
                .noneMatch(entry -> entry.getString("event").equals("LISTED"));
        assertThat(disclosures(GROENHOF, "&client=" + client))
                .as("another tenant received nothing about this person")
                .isEmpty();
    }

    @Test
    void a_client_who_asks_is_told_who_received_what_when_and_in_which_form() {
        assertThat(portal.get("/api/v1/reports/" + report + "/content", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(200);
        var client = opened().getString("client");
        var path = "/api/v1/received-reports?limit=100&tenant=";

        var told = Api.json(privacyOfficer.get(path + STAALWERK + "&client=" + client));
        var received = told.getJsonArray("receivedReports").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("report").equals(report))
                .findFirst()
                .orElseThrow();

        assertThat(told.getString("recipient")).isNotBlank();
        assertThat(received.getBoolean("overMany")).isFalse();
        assertThat(received.getJsonArray("receipts").getValuesAs(JsonObject.class))
                .extracting(receipt -> receipt.getString("event") + " " + receipt.getString("form", "-"))
                .contains("LISTED -", "OPENED PDF", "OPENED JSON");
        assertThat(Api.everything(privacyOfficer.get(path + GROENHOF + "&client=" + client)))
                .startsWith("404 ");
        assertThat(portal.get(path + STAALWERK + "&client=" + client).statusCode())
                .isEqualTo(403);
        assertThat(disclosures(STAALWERK, "&report=" + report))
                .extracting(entry -> entry.getString("form", "-"))
                .contains("-", "PDF", "JSON");
    }

    @Test
    void the_register_is_leafed_through_once() {
        var seen = 0L;
        var next = "";
        do {
            var page = Api.json(privacyOfficer.get(DISCLOSURES + STAALWERK + "&limit=7" + next));
            for (var entry : page.getJsonArray("disclosures").getValuesAs(JsonObject.class)) {
                assertThat(entry.getJsonNumber("sequence").longValue()).isEqualTo(++seen);
            }
            next = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
        } while (!next.isEmpty());
        assertThat(seen).isGreaterThan(7);
    }

    @Test
    void the_register_is_intact_and_its_end_is_anchored_within_moments() {
        var verification = IntStream.range(0, 200)
                .mapToObj(i -> Api.json(privacyOfficer.get(VERIFICATIONS + STAALWERK)))
                .filter(told -> told.getInt("anchoredThrough") == told.getInt("entries"))
                .findFirst()
                .orElseThrow();

        assertThat(verification.getBoolean("intact")).isTrue();
        assertThat(verification.getJsonArray("findings")).isEmpty();
        assertThat(verification.getInt("entries")).isPositive();
        assertThat(Api.text(operator.get("/health")))
                .contains("disclosure-register-anchor")
                .contains("following");
    }

    @Test
    void an_entry_is_proved_to_be_under_its_seal() {
        var proof = Api.json(
                privacyOfficer.get("/api/v1/disclosures/" + opened().getString("id") + "/proof?tenant=" + STAALWERK));

        assertThat(proof.getInt("size")).isEqualTo(1);
        assertThat(proof.getString("leaf"))
                .as("a tree of one leaf is that leaf")
                .isEqualTo(proof.getString("root"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void a_tenant_gets_none_of_it_whatever_it_asks() {
        for (var path : List.of(
                DISCLOSURES + STAALWERK,
                DISCLOSURES + UUID.randomUUID(),
                VERIFICATIONS + STAALWERK,
                "/api/v1/disclosures/" + opened().getString("id") + "/proof?tenant=" + STAALWERK)) {
            var answer = portal.get(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Api.text(answer)).isEqualTo(Api.text(portal.get(DISCLOSURES + GROENHOF)));
        }
    }

    @Test
    void what_is_of_another_tenant_is_as_unknown_as_what_never_was() {
        var never =
                Api.text(privacyOfficer.get("/api/v1/disclosures/" + UUID.randomUUID() + "/proof?tenant=" + GROENHOF));
        for (var path : List.of(
                "/api/v1/disclosures/" + opened().getString("id") + "/proof?tenant=" + GROENHOF,
                DISCLOSURES + UUID.randomUUID(),
                DISCLOSURES + GROENHOF + "&trajectory=" + UUID.randomUUID(),
                VERIFICATIONS + UUID.randomUUID())) {
            var answer = privacyOfficer.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Api.text(answer)).isEqualTo(never);
        }
        for (var wrong : List.of("", "&client=x", "&category=SECRET", "&limit=0", "&cursor=x")) {
            var answer = privacyOfficer.get(wrong.isEmpty() ? "/api/v1/disclosures" : DISCLOSURES + STAALWERK + wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Api.text(answer)).contains("\"field\"");
        }
    }

    private JsonObject opened() {
        var life = disclosures(STAALWERK, "&report=" + report);
        return life.get(life.size() - 1);
    }

    private List<JsonObject> disclosures(UUID tenant, String question) {
        return Api.json(privacyOfficer.get(DISCLOSURES + tenant + "&limit=100" + question))
                .getJsonArray("disclosures")
                .getValuesAs(JsonObject.class);
    }

    private Api privacyOfficer() {
        var id = "privacy-" + UUID.randomUUID().toString().substring(0, 13);
        var body = Json.createObjectBuilder()
                .add("id", id)
                .add("role", "PRIVACY_OFFICER")
                .build();
        var made = Api.json(operator.post("/api/v1/api-clients", "application/json", body.toString()));
        return Api.of(SampleMonth.made().address()).as(id, made.getString("secret"));
    }
}
