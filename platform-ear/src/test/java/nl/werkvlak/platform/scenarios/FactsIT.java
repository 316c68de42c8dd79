package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Legal bases, objections and restrictions over HTTP, for two tenants whose client and commission have the same ids. Both
 * are made here, with a trajectory that ended long ago, so that no report of the sample changes.
 */
@NullUnmarked
class FactsIT {

    private static final String JSON = "application/json";
    private static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-0000000000b1");

    private final Api operator = Api.of(SampleMonth.made().address())
            .as("operator", SampleMonth.made().secret("operator"));
    private final String officerId =
            "privacy-desk-" + UUID.randomUUID().toString().substring(0, 13);
    private final Api officer = officer();
    private final UUID tenant = UUID.randomUUID();
    private final UUID otherTenant = UUID.randomUUID();

    private Api officer() {
        var opened = Api.json(operator.post(
                "/api/v1/api-clients", JSON, "{\"id\":\"%s\",\"role\":\"PRIVACY_OFFICER\"}".formatted(officerId)));
        return Api.of(SampleMonth.made().address()).as(officerId, opened.getString("secret"));
    }

    @BeforeEach
    void two_tenants() throws SQLException {
        open(tenant, "E2");
        open(otherTenant, "U");
    }

    @Nested
    class A_legal_basis {

        @Test
        void is_recorded_weighed_and_ended_and_tells_all_of_it_afterwards() {
            var recorded = officer.post(path("legal-bases", ""), JSON, basis("B-1", "d"));
            assertThat(recorded.statusCode()).as(Api.text(recorded)).isEqualTo(201);
            var place = recorded.headers().firstValue("location").orElseThrow();
            assertThat(Api.json(officer.get(place))).isEqualTo(Api.json(recorded));
            var id = Api.json(recorded).getString("id");

            var weighed = post(
                    "legal-bases",
                    id + "/balancing-test",
                    "{'outcome':'FAVOUR','decidedOn':'2025-12-20','childWeighed':false,'reason':'weighed'}");
            assertThat(weighed.getString("balancingOutcome")).isEqualTo("FAVOUR");
            assertThat(post("legal-bases", id + "/ending", "{'lastDay':'2026-12-31','reason':'the contract ends'}")
                            .getString("lastDay"))
                    .isEqualTo("2026-12-31");

            var states = Api.json(officer.get(path("legal-bases", id + "/history")))
                    .getJsonArray("states")
                    .getValuesAs(JsonObject.class);
            assertThat(states)
                    .extracting(state -> state.getString("changedBy") + ": " + state.getString("reason"))
                    .containsExactly(
                            officerId + ": a letter", officerId + ": weighed", officerId + ": the contract ends");
            assertThat(states.get(0).getString("knownUntil"))
                    .isEqualTo(states.get(1).getString("knownFrom"));
            assertThat(states.get(2)).doesNotContainKey("knownUntil");
        }

        @Test
        void is_contradicted_by_a_second_end_a_second_test_and_a_second_one_with_its_number() {
            var id = recorded("B-1", "d");
            post("legal-bases", id + "/ending", "{'lastDay':'2026-12-31','reason':'r'}");
            assertProblem(
                    409,
                    "already-ended",
                    null,
                    send("legal-bases", id + "/ending", "{'lastDay':'2026-11-30','reason':'r'}"));
            var test = "{'outcome':'AGAINST','decidedOn':'2025-12-20','childWeighed':false,'reason':'r'}";
            post("legal-bases", id + "/balancing-test", test);
            assertProblem(409, "already-balanced", null, send("legal-bases", id + "/balancing-test", test));
            assertProblem(
                    409, "number-taken", "number", officer.post(path("legal-bases", ""), JSON, basis("B-1", "d")));
            assertThat(count("legal-bases", "legalBases")).isEqualTo(1);
        }

        @Test
        void is_listed_by_client_and_by_commission_a_page_at_a_time() {
            recorded("B-1", "d");
            recorded("B-2", "d");
            recorded("B-3", "b");
            var first = Api.json(officer.get(path("legal-bases", "") + "&limit=2&commission=" + COMMISSION));
            assertThat(numbers(first)).containsExactly("B-1", "B-2");
            var second = Api.json(officer.get(path("legal-bases", "") + "&limit=2&commission=" + COMMISSION + "&cursor="
                    + first.getString("next")));
            assertThat(numbers(second)).containsExactly("B-3");
            assertThat(second).doesNotContainKey("next");
            assertThat(numbers(Api.json(officer.get(path("legal-bases", "") + "&client=" + CLIENT))))
                    .isEmpty();
        }

        private List<String> numbers(JsonObject page) {
            return page.getJsonArray("legalBases").getValuesAs(JsonObject.class).stream()
                    .map(one -> one.getString("number"))
                    .toList();
        }
    }

    @Nested
    class A_consent {

        @Test
        void is_given_with_one_request_and_withdrawn_with_one_and_only_once() {
            var given = officer.post(path("legal-bases", ""), JSON, consent("B-1", "EDU"));
            assertThat(given.statusCode()).as(Api.text(given)).isEqualTo(201);
            var id = Api.json(given).getString("id");
            var withdrawal = "{'by':'CLIENT','reason':'the client called'}";
            var withdrawn = post("legal-bases", id + "/withdrawal", withdrawal);
            assertThat(withdrawn.getString("withdrawnBy")).isEqualTo("CLIENT");
            assertThat(withdrawn.getString("withdrawnAt")).endsWith("Z");
            assertProblem(409, "already-withdrawn", null, send("legal-bases", id + "/withdrawal", withdrawal));
            var early = Api.json(officer.post(path("legal-bases", ""), JSON, consent("B-2", "EXP")))
                    .getString("id");
            assertProblem(
                    400,
                    "withdrawn-before-given",
                    "withdrawnAt",
                    send(
                            "legal-bases",
                            early + "/withdrawal",
                            "{'by':'CLIENT','withdrawnAt':'2025-12-31T12:00:00Z','reason':'r'}"));
        }

        @ParameterizedTest
        @CsvSource({
            "BSN, consent-cannot-carry",
            "HEALTH, consent-cannot-carry",
            "CAPACITY, capacity-consent-to-employer"
        })
        void carries_no(String category, String code) {
            assertProblem(
                    400, code, "categories", officer.post(path("legal-bases", ""), JSON, consent("B-1", category)));
            assertThat(count("legal-bases", "legalBases")).isZero();
        }

        @Test
        void is_never_that_of_a_whole_commission() {
            var body = consent("B-1", "EDU").replace("client\":\"" + CLIENT, "commission\":\"" + COMMISSION);
            assertProblem(400, "consent-is-personal", "commission", officer.post(path("legal-bases", ""), JSON, body));
        }
    }

    @Nested
    class An_objection {

        @Test
        void is_received_and_decided_once() {
            var received = "{'client':'%s','purposes':['P7'],'receivedAt':'2026-10-27T09:30:00Z','reason':'a letter'}"
                    .formatted(CLIENT);
            assertProblem(400, "objection-not-applicable", "purposes", send("objections", "", received));
            recorded("B-1", "d");
            var id = post("objections", "", received).getString("id");
            assertProblem(
                    400,
                    "decided-before-received",
                    "decidedAt",
                    send(
                            "objections",
                            id + "/decision",
                            "{'outcome':'UPHELD','decidedAt':'2026-10-27T09:29:59Z','reason':'r'}"));
            var decision = "{'outcome':'OVERRIDDEN','reason':'compelling grounds'}";
            assertThat(post("objections", id + "/decision", decision).getString("outcome"))
                    .isEqualTo("OVERRIDDEN");
            assertProblem(409, "objection-decided", null, send("objections", id + "/decision", decision));
            assertThat(Api.json(officer.get(path("objections", id + "/history")))
                            .getJsonArray("states"))
                    .hasSize(2);
        }
    }

    @Nested
    class A_restriction {

        @Test
        void is_imposed_and_lifted_once_after_the_client_was_told() {
            var id = post(
                            "restrictions",
                            "",
                            "{'client':'%s','categories':['GOAL'],'ground':'BEZWAAR','exemptions':[{'purpose':'P8','ground':'LEGAL_CLAIM'}],'reason':'r'}"
                                    .formatted(CLIENT))
                    .getString("id");
            assertProblem(
                    400,
                    "not-informed",
                    "informedAt",
                    send("restrictions", id + "/lifting", "{'informedAt':'2126-01-01T00:00:00Z','reason':'r'}"));
            var lifting = "{'informedAt':'2026-11-01T09:00:00Z','reason':'the letter went out'}";
            assertThat(post("restrictions", id + "/lifting", lifting)).containsKey("liftedAt");
            assertProblem(409, "already-lifted", null, send("restrictions", id + "/lifting", lifting));
            var first = Api.json(officer.get(path("restrictions", id + "/history")))
                    .getJsonArray("states")
                    .getJsonObject(0);
            assertThat(first.getJsonArray("exemptions").getJsonObject(0).getString("ground"))
                    .isEqualTo("LEGAL_CLAIM");
            assertThat(first).doesNotContainKey("liftedAt");
        }
    }

    @Nested
    class What_cannot_be_read {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "letter     | \"d\"          | \"g\"",
                    "purposes[0] | [\"P7\"]       | [\"P9\"]",
                    "categories[0] | [\"EDU\",\"GOAL\"] | [\"EDUCATION\"]",
                    "firstDay   | \"2026-01-01\" | \"2026-02-30\"",
                    "commission | \"00000000-0000-0000-0000-0000000000b1\" | \"b1\"",
                    "evidence   | \"Assessment 7\" | \" \"",
                    "reason     | \"a letter\"   | \"\"",
                    "number     | \"B-1\"        | 7"
                })
        void is_named(String field, String right, String wrong) {
            var name = field.replaceFirst("\\[.*", "");
            var body = basis("B-1", "d").replace(name + "\":" + right, name + "\":" + wrong);
            assertThat(body).isNotEqualTo(basis("B-1", "d"));
            assertProblem(400, "bad-input", field, officer.post(path("legal-bases", ""), JSON, body));
            assertThat(count("legal-bases", "legalBases")).isZero();
        }

        @Test
        void is_named_in_the_query_too() {
            assertProblem(400, "bad-input", "tenant", officer.get("/api/v1/objections"));
            assertProblem(400, "bad-input", "tenant", officer.get("/api/v1/objections?tenant=x"));
            assertProblem(404, "not-found", "tenant", officer.get("/api/v1/objections?tenant=" + UUID.randomUUID()));
            assertProblem(400, "bad-input", "client", officer.get(path("objections", "") + "&client=x"));
            assertProblem(400, "bad-input", "cursor", officer.get(path("objections", "") + "&cursor=x"));
            assertProblem(
                    400,
                    "bad-input",
                    "receivedAt",
                    send("objections", "", "{'client':'%s','receivedAt':'yesterday','reason':'r'}".formatted(CLIENT)));
            assertProblem(
                    404,
                    "not-found",
                    "client",
                    send(
                            "objections",
                            "",
                            "{'client':'%s','receivedAt':'2026-10-27T09:30:00Z','reason':'r'}"
                                    .formatted(UUID.randomUUID())));
        }
    }

    @Nested
    class Somebody_else {

        @ParameterizedTest
        @ValueSource(strings = {"legal-bases", "objections", "restrictions"})
        void never_gets_a_fact(String facts) throws SQLException {
            var id = recorded("B-1", "d");
            for (var asking : List.of(operator, operator.portalOf(codeOf(tenant)))) {
                for (var below : List.of("", id, id + "/history")) {
                    assertProblem(403, "not-permitted", null, asking.get(path(facts, below)));
                }
                assertProblem(403, "not-permitted", null, asking.post(path(facts, ""), JSON, "{}"));
            }
            assertThat(Api.of(SampleMonth.made().address()).get(path(facts, id)).statusCode())
                    .isEqualTo(401);
        }

        @Test
        void is_told_the_same_about_a_fact_of_another_tenant_as_about_one_that_never_was() {
            var id = recorded("B-1", "d");
            var never = Api.everything(
                    officer.get(at(otherTenant, "legal-bases", UUID.randomUUID().toString())));
            assertThat(never).startsWith("404 ");
            assertThat(Api.everything(officer.get(at(otherTenant, "legal-bases", id))))
                    .isEqualTo(never);
            assertThat(Api.everything(officer.get(at(otherTenant, "legal-bases", id + "/history"))))
                    .isEqualTo(never);
            var ending = officer.post(
                    at(otherTenant, "legal-bases", id + "/ending"),
                    JSON,
                    "{\"lastDay\":\"2026-12-31\",\"reason\":\"r\"}");
            assertThat(Api.everything(ending)).isEqualTo(never);
            assertThat(Api.json(officer.get(path("legal-bases", id)))).doesNotContainKey("endedAt");
        }
    }

    private String recorded(String number, String letter) {
        var answer = officer.post(path("legal-bases", ""), JSON, basis(number, letter));
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(201);
        return Api.json(answer).getString("id");
    }

    private static String basis(String number, String letter) {
        return ("{\"number\":\"%s\",\"commission\":\"%s\",\"letter\":\"%s\",\"purposes\":[\"P7\"],"
                        + "\"categories\":[\"EDU\",\"GOAL\"],\"firstDay\":\"2026-01-01\",\"evidence\":\"Assessment 7\","
                        + "\"reason\":\"a letter\"}")
                .formatted(number, COMMISSION, letter);
    }

    private static String consent(String number, String category) {
        return ("{\"number\":\"%s\",\"client\":\"%s\",\"letter\":\"f\",\"purposes\":[\"P7\"],\"categories\":[\"%s\"],"
                        + "\"firstDay\":\"2026-01-01\",\"evidence\":\"Form 3\",\"consentText\":\"2026-1\","
                        + "\"consentGivenOn\":\"2026-01-01\",\"consentGivenBy\":\"CLIENT\",\"reason\":\"a form\"}")
                .formatted(number, CLIENT, category);
    }

    private int count(String facts, String list) {
        return Api.json(officer.get(path(facts, ""))).getJsonArray(list).size();
    }

    private JsonObject post(String facts, String below, String body) {
        var answer = send(facts, below, body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isBetween(200, 201);
        return Api.json(answer);
    }

    private HttpResponse<byte[]> send(String facts, String below, String body) {
        return officer.post(path(facts, below), JSON, body.replace('\'', '"'));
    }

    private String path(String facts, String below) {
        return at(tenant, facts, below);
    }

    private static String at(UUID of, String facts, String below) {
        return "/api/v1/" + facts + (below.isEmpty() ? "" : "/" + below) + "?tenant=" + of;
    }

    private static void assertProblem(int status, String code, String field, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(status);
        var problem = Api.json(answer);
        assertThat(problem.getString("code")).isEqualTo(code);
        if (field == null) {
            assertThat(problem).doesNotContainKey("errors");
        } else {
            assertThat(problem.getJsonArray("errors").getValuesAs(JsonObject.class))
                    .extracting(error -> error.getString("field"))
                    .containsExactly(field);
        }
    }

    private static String codeOf(UUID of) {
        return of.toString().substring(0, 18);
    }

    private static void open(UUID of, String recipient) throws SQLException {
        var server = ServerUnderTest.database();
        try (var database = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = database.createStatement()) {
            for (var order : List.of(
                    "insert into tenant set id = '%1$s', code = '%2$s', name = 'Feiten', kind = 'EMPLOYER'",
                    "insert into coach set id = '%1$s', code = '%2$s', name = 'C', email = '%2$s@coach.example'",
                    "insert into data_key set tenant_id = '%1$s', id = '%3$s', wrapped = 'x', created_at = now()",
                    "insert into client set tenant_id = '%1$s', id = '%3$s', number = 'K', last_name = 'L',"
                            + " first_name = 'F', birth_date = '1980-05-05'",
                    "insert into commission set tenant_id = '%1$s', id = '%4$s', number = 'C', recipient_kind = '%5$s',"
                            + " product = 'SPOOR_2', first_day = '2020-01-01', data_scope = 'EDU', sickness_related = true",
                    "insert into trajectory set tenant_id = '%1$s', id = uuid(), number = 'T', commission_id = '%4$s',"
                            + " client_id = '%3$s', coach_id = '%1$s', product = 'SPOOR_2', started_on = '2020-01-01',"
                            + " ended_on = '2020-06-30'")) {
                statement.execute(order.formatted(of, codeOf(of), CLIENT, COMMISSION, recipient));
            }
        }
    }
}
