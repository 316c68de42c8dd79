package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;

/**
 * A privacy officer who records facts over HTTP, for two new tenants whose client, commission and trajectory have the same
 * ids. The trajectory ended long ago, so that no report of the sample changes.
 */
@NullUnmarked
record FactDesk(Api operator, String officerId, Api officer, UUID tenant, UUID otherTenant) {

    static final String JSON = "application/json";
    static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000a1");

    static FactDesk opened() {
        var address = SampleMonth.made().address();
        var operator = Api.of(address).as("operator", SampleMonth.made().secret("operator"));
        var officerId = "privacy-desk-" + UUID.randomUUID().toString().substring(0, 13);
        var opened = Api.json(operator.post(
                "/api/v1/api-clients", JSON, "{\"id\":\"%s\",\"role\":\"PRIVACY_OFFICER\"}".formatted(officerId)));
        var desk = new FactDesk(
                operator,
                officerId,
                Api.of(address).as(officerId, opened.getString("secret")),
                UUID.randomUUID(),
                UUID.randomUUID());
        open(desk.tenant, "E2");
        open(desk.otherTenant, "U");
        return desk;
    }

    /** Records something that is in order, and answers with how it stands. */
    JsonObject post(String facts, String below, String body) {
        var answer = send(facts, below, body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isBetween(200, 201);
        return Api.json(answer);
    }

    /** With apostrophes for the quotation marks of the body. */
    HttpResponse<byte[]> send(String facts, String below, String body) {
        return officer.post(path(facts, below), JSON, body.replace('\'', '"'));
    }

    HttpResponse<byte[]> get(String facts, String below, String query) {
        return officer.get(path(facts, below) + query);
    }

    List<JsonObject> history(String facts, String id) {
        return Api.json(get(facts, id + "/history", "")).getJsonArray("states").getValuesAs(JsonObject.class);
    }

    int count(String facts, String list) {
        return Api.json(get(facts, "", "")).getJsonArray(list).size();
    }

    String path(String facts, String below) {
        return pathOf(tenant, facts, below);
    }

    static String pathOf(UUID of, String facts, String below) {
        return "/api/v1/" + facts + (below.isEmpty() ? "" : "/" + below) + "?tenant=" + of;
    }

    Api portal() {
        return operator.portalOf(codeOf(tenant));
    }

    static void assertProblem(int status, String code, String field, HttpResponse<byte[]> answer) {
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

    /** A legal basis for the commission, in order. */
    static String basis(String number, String letter) {
        return ("{'number':'%s','commission':'%s','letter':'%s','purposes':['P7'],'categories':['EDU','GOAL'],"
                        + "'firstDay':'2026-01-01','evidence':'Assessment 7','reason':'a letter'}")
                .formatted(number, COMMISSION, letter);
    }

    private static String codeOf(UUID of) {
        return of.toString().substring(0, 18);
    }

    private static void open(UUID of, String recipient) {
        try (var database = ServerUnderTest.connection();
                var statement = database.createStatement()) {
            for (var order : List.of(
                    "insert into tenant set id = '%1$s', code = '%2$s', name = 'Feiten', kind = 'EMPLOYER'",
                    "insert into coach set id = '%1$s', code = '%2$s', name = 'C', email = '%2$s@coach.example'",
                    "insert into data_key set tenant_id = '%1$s', id = '%3$s', wrapped = 'x', created_at = now()",
                    "insert into client set tenant_id = '%1$s', id = '%3$s', number = 'K', last_name = 'L',"
                            + " first_name = 'F', birth_date = '1980-05-05'",
                    "insert into commission set tenant_id = '%1$s', id = '%4$s', number = 'C', recipient_kind = '%5$s',"
                            + " product = 'SPOOR_2', first_day = '2020-01-01', data_scope = 'EDU', sickness_related = true",
                    "insert into trajectory set tenant_id = '%1$s', id = '%6$s', number = 'T', commission_id = '%4$s',"
                            + " client_id = '%3$s', coach_id = '%1$s', product = 'SPOOR_2', started_on = '2020-01-01',"
                            + " ended_on = '2020-06-30'")) {
                statement.execute(order.formatted(of, codeOf(of), CLIENT, COMMISSION, recipient, TRAJECTORY));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tenants were not opened", e);
        }
    }
}
