package nl.werkvlak.platform.scenarios;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every endpoint, every position of an id, and an id out of every table of tenants: who asks for one tenant with the
 * ids of another gets what an id gets that nobody has, byte for byte. The endpoints come from the contract (which is held
 * against the code), the tables from the catalogue of the database, so that a new one is in here by itself.
 */
@NullUnmarked
class IsolationIT {

    private static final String OURS = "GROENHOF";
    private static final String THEIRS = "STAALWERK";

    /** A body that is in order but for the id, so that it is the id that is judged; by operation, or by position. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("POST /accounts/{id}/secret", "{}"),
            entry("POST /api-clients/{id}/secret", "{}"),
            entry("POST /runs body tenant", "{'period':'2026-10','tenant':'%ID%'}"),
            entry("POST /runs body commission", ofOurs("commission")),
            entry("POST /runs body trajectory", ofOurs("trajectory")),
            entry("POST /runs/{id}/repetition", "{}"),
            entry("POST /runs/{id}/pause", "{}"),
            entry("POST /runs/{id}/resumption", "{}"),
            entry("POST /runs/{id}/cancellation", "{}"),
            entry("POST /legal-bases", basis("client", "b")),
            entry(
                    "POST /commissions/{id}/terms",
                    "{'inForceFrom':'2027-01-01T00:00:00Z','dataScope':['GOAL'],'sicknessRelated':true,'reason':'r'}"),
            entry(
                    "POST /commissions/{id}/retention-overrides",
                    "{'category':'GOAL','inForceFrom':'2027-01-01T00:00:00Z','months':12,'reason':'r'}"),
            entry("POST /legal-bases body client", basis("client", "b")),
            entry("POST /legal-bases body commission", basis("commission", "d")),
            entry("POST /legal-bases/{id}/ending", "{'lastDay':'2027-12-31','reason':'r'}"),
            entry(
                    "POST /legal-bases/{id}/balancing-test",
                    "{'outcome':'FAVOUR','decidedOn':'2026-10-01','childWeighed':false,'reason':'r'}"),
            entry("POST /legal-bases/{id}/withdrawal", "{'by':'CLIENT','reason':'r'}"),
            entry("POST /objections", "{'client':'%ID%','receivedAt':'2026-10-01T09:00:00Z','reason':'r'}"),
            entry("POST /objections/{id}/decision", "{'outcome':'OVERRIDDEN','reason':'r'}"),
            entry("POST /restrictions", "{'client':'%ID%','ground':'BEZWAAR','reason':'r'}"),
            entry("POST /restrictions/{id}/lifting", "{'informedAt':'2026-10-01T09:00:00Z','reason':'r'}"),
            entry(
                    "POST /concept-previews",
                    "{'trajectory':'%ID%','period':'2026-10','shown':true,'shownAt':'2026-10-30T09:00:00Z','reason':'r'}"),
            entry(
                    "POST /statutory-requests",
                    "{'client':'%ID%','categories':['CONTACT'],'reference':'x','receivedAt':'2026-10-01T09:00:00Z',"
                            + "'reason':'r'}"),
            entry("POST /letterheads/brand-colour", "{'brandColour':'#0b6b50'}"),
            entry("POST /letterheads/brand-colour/removal", "{}"),
            entry("POST /letterheads/logo", "{}"),
            entry("POST /letterheads/logo/removal", "{}"),
            entry("POST /smallest-cells", "{'people':6,'reason':'r'}"),
            entry("POST /notices/{id}/acknowledgement", "{}"),
            entry("POST /mail-addresses", "{'language':'NL'}"),
            entry("POST /documents", "{'trajectory':'%ID%','type':'CV','reason':'r'}"),
            entry("POST /documents/{id}/scan", "{'text':'Zes jaar planner.','reason':'r'}"),
            entry("POST /documents/{id}/release", "{'reason':'r'}"),
            entry(
                    "POST /text-reviews",
                    "{'field':'MAIN_GOAL','row':'%ID%','seen':'x','decision':'RELEASED','reason':'r'}"),
            entry("POST /decisions/what-if", "{'trajectory':'%ID%','report':'PROGRESS'}"),
            entry("POST /matrix-versions/{version}/approval", "{'reason':'r'}"),
            entry("POST /matrix-versions/{version}/rejection", "{'reason':'r'}"),
            entry("POST /matrix-versions/{version}/withdrawal", "{'reason':'r'}"),
            entry("POST /register-entries/{id}/end", "{'lastDay':'2027-12-31','reason':'r'}"));

    /** What else a question has to ask. */
    private static final Map<String, String> QUERIES = Map.of(
            "GET /decisions", "category=GOAL&report=PROGRESS",
            "GET /decisions/coverage", "report=PROGRESS",
            "GET /report-previews", "period=2026-10");

    /** Tables of tenants in which nothing has to stand yet: what is agreed anew, signed off, reviewed and told later. */
    private static final Set<String> EMPTY = Set.of(
            "commission_terms",
            "letterhead_change",
            "mail",
            "mail_address",
            "notice",
            "retention_override",
            "sign_off",
            "text_review");

    /** What the other tenant itself does here is remembered: it looks at its own list. */
    private static final Set<String> MEMORY = Set.of("disclosure");

    private static final Map<String, UUID> IDS = new LinkedHashMap<>();
    private static final Map<String, Api> CALLERS = new LinkedHashMap<>();
    private static Connection database;
    private static String ours;
    private static String theirs;
    private static Map<String, String> before;

    static Stream<IdPosition> positions() {
        return IdPosition.allOf(contract()).stream();
    }

    @BeforeAll
    static void two_tenants_and_an_id_out_of_every_table_of_one() throws SQLException {
        var sample = SampleMonth.made();
        var operator = Api.of(sample.address()).as("operator", sample.secret("operator"));
        CALLERS.put("portal", operator.portalOf(OURS));
        CALLERS.put("administrator", operator);
        CALLERS.put("privacy officer", operator.clientWith("PRIVACY_OFFICER"));
        database = ServerUnderTest.connection();
        ours = texts("select id from tenant where code = '" + OURS + "'").get(0);
        theirs = texts("select id from tenant where code = '" + THEIRS + "'").get(0);
        recordWhatNoExportBrings();
        for (var table : tablesOfTenants()) {
            // An id that our tenant has as well (a run's part may carry anybody's) would be no stranger.
            texts(
                            "select id from %1$s where tenant_id = '%2$s' and id not in (select id from %1$s where tenant_id = '%3$s')"
                                            .formatted(table, theirs, ours)
                                    + " limit 1")
                    .forEach(id -> IDS.put(table, UUID.fromString(id)));
        }
        before = digests();
    }

    /** For the other tenant, and so that no report of it changes. */
    private static void recordWhatNoExportBrings() throws SQLException {
        var officer = CALLERS.get("privacy officer");
        var trajectory = anyOf("trajectory");
        for (var fact : Map.of(
                        "documents", "{'trajectory':'" + trajectory + "','type':'CV','reason':'r'}",
                        "smallest-cells", "{'people':5,'reason':'r'}",
                        "statutory-requests",
                                "{'client':'" + anyOf("client") + "','categories':['CRIMINAL'],'reference':'"
                                        + UUID.randomUUID() + "','receivedAt':'2026-10-01T09:00:00Z','reason':'r'}")
                .entrySet()) {
            var answer = officer.post(
                    "/api/v1/" + fact.getKey() + "?tenant=" + theirs,
                    "application/json",
                    fact.getValue().replace('\'', '"'));
            assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(201);
        }
    }

    private static String anyOf(String table) throws SQLException {
        return texts("select id from " + table + " where tenant_id = '" + theirs + "' order by id desc limit 1")
                .get(0);
    }

    @AfterAll
    static void nothing_of_the_other_tenant_was_touched() throws SQLException {
        assertThat(digests()).isEqualTo(before);
        database.close();
    }

    @Test
    void every_table_of_tenants_gave_an_id() throws SQLException {
        var without = new ArrayList<>(tablesOfTenants());
        without.removeAll(IDS.keySet());
        assertThat(without)
                .as("give the sample a row in this table, or list it and say why")
                .isSubsetOf(EMPTY);
    }

    @Test
    void every_endpoint_that_takes_an_id_and_a_body_has_a_body_here() {
        assertThat(positions().filter(position -> position.verb().equals("post")))
                .as("give the endpoint a body that is in order but for the id")
                .allMatch(position -> bodyFor(position) != null);
    }

    @ParameterizedTest
    @MethodSource("positions")
    void an_id_of_the_other_tenant_is_as_unknown_as_one_that_nobody_has(IdPosition position) {
        CALLERS.forEach((who, caller) -> {
            if (position.name().equals("tenant") && !who.equals("portal")) {
                // The platform's own people name the tenant; whose they may see, their permission says.
                return;
            }
            var nobody = UUID.randomUUID();
            var nobodys = masked(Api.everything(ask(caller, position, nobody)), nobody);
            IDS.forEach((table, id) -> assertThat(masked(Api.everything(ask(caller, position, id)), id))
                    .as("%s asks %s with an id of %s", who, position, table)
                    .isEqualTo(nobodys));
        });
    }

    @Test
    void one_tenant_after_the_other_and_the_first_again_each_gets_its_own() {
        var sample = SampleMonth.made();
        var operator = Api.of(sample.address()).as("operator", sample.secret("operator"));
        var first = CALLERS.get("portal");
        var second = operator.portalOf(THEIRS);
        var path = "/api/v1/reports?limit=100";

        var ofFirst = first.get(path);
        var ofSecond = second.get(path);
        // An error in between, on the same connections and threads.
        assertThat(second.get("/api/v1/reports?limit=none").statusCode()).isEqualTo(400);
        assertThat(first.get("/api/v1/reports?cursor=!").statusCode()).isEqualTo(400);

        assertThat(first.get(path).body()).isEqualTo(ofFirst.body()).isNotEqualTo(ofSecond.body());
        assertThat(second.get(path).body()).isEqualTo(ofSecond.body());
        assertThat(Api.text(ofFirst)).doesNotContain(idsIn(ofSecond));
        assertThat(Api.text(ofSecond)).doesNotContain(idsIn(ofFirst));
    }

    @Test
    void a_report_that_one_tenant_fetched_is_unknown_to_another_and_the_same_when_it_is_fetched_again() {
        var first = CALLERS.get("portal");
        var second = Api.of(SampleMonth.made().address())
                .as("operator", SampleMonth.made().secret("operator"))
                .portalOf(THEIRS);
        var path = "/api/v1/reports/%s/content";
        var ofFirst = idsIn(first.get("/api/v1/reports?limit=1")).get(0);
        var ofSecond = idsIn(second.get("/api/v1/reports?limit=1")).get(0);

        var fetched = first.get(path.formatted(ofFirst));
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(second.get(path.formatted(ofSecond)).statusCode()).isEqualTo(200);

        var nobody = UUID.randomUUID();
        var nobodys = masked(Api.everything(second.get(path.formatted(nobody))), nobody);
        assertThat(masked(Api.everything(second.get(path.formatted(ofFirst))), UUID.fromString(ofFirst)))
                .isEqualTo(nobodys);
        assertThat(masked(Api.everything(first.get(path.formatted(ofSecond))), UUID.fromString(ofSecond)))
                .isEqualTo(nobodys);
        assertThat(first.get(path.formatted(ofFirst)).body()).isEqualTo(fetched.body());
    }

    @Test
    void no_id_stands_in_a_header_or_a_cookie() {
        assertThat(positions().map(IdPosition::in)).isSubsetOf("path", "query", "body");
    }

    private static HttpResponse<byte[]> ask(Api caller, IdPosition position, UUID id) {
        var path = new StringBuilder("/api/v1" + position.path().replaceAll("\\{[^}]*}", "{}"));
        var standing = position.in().equals("path") ? id : new UUID(0, 0);
        var at = path.indexOf("{}");
        path.replace(Math.max(at, 0), at < 0 ? 0 : at + 2, at < 0 ? "" : standing.toString());
        var query = new ArrayList<String>();
        if (position.takesTenant() && !position.name().equals("tenant")) {
            query.add("tenant=" + ours);
        }
        if (QUERIES.containsKey(position.operation())) {
            query.add(QUERIES.get(position.operation()));
        }
        if (position.in().equals("query")) {
            query.add(position.name() + "="
                    + URLEncoder.encode(
                            position.name().equals("cursor") ? cursor(id) : id.toString(), StandardCharsets.UTF_8));
        }
        var uri = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        if (position.verb().equals("get")) {
            return caller.get(uri);
        }
        var body = bodyFor(position).replace('\'', '"').replace("%ID%", id.toString());
        return caller.post(uri, "application/json", body);
    }

    private static String bodyFor(IdPosition position) {
        return BODIES.getOrDefault(position.toString(), BODIES.get(position.operation()));
    }

    /** A run of something that is another tenant's is none of ours. */
    private static String ofOurs(String what) {
        return "{'period':'2026-10','tenant':'" + TenantId.ofCode(OURS) + "','" + what + "':'%ID%'}";
    }

    private static String basis(String owner, String letter) {
        return ("{'number':'isolation','%s':'%%ID%%','letter':'%s','purposes':['P7'],'categories':['GOAL'],"
                        + "'firstDay':'2026-01-01','evidence':'e','reason':'r'}")
                .formatted(owner, letter);
    }

    private static String cursor(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("2026-11-01T00:00:00Z " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** What an answer repeats of the question says nothing. */
    private static String masked(String answer, UUID id) {
        return answer.replace(id.toString(), "");
    }

    private static List<String> idsIn(HttpResponse<byte[]> list) {
        return Api.json(list).getJsonArray("reports").getValuesAs(JsonObject.class).stream()
                .map(report -> report.getString("id"))
                .toList();
    }

    private static List<String> tablesOfTenants() throws SQLException {
        return texts("""
                select k.table_name from information_schema.statistics k
                 where k.table_schema = schema() and k.index_name = 'PRIMARY' and k.seq_in_index = 2
                   and k.column_name = 'id' order by k.table_name
                """);
    }

    private static Map<String, String> digests() throws SQLException {
        var digests = new TreeMap<String, String>();
        for (var table : tablesOfTenants()) {
            if (MEMORY.contains(table)) {
                continue;
            }
            var columns = String.join(
                    ",",
                    texts("select concat('`', column_name, '`') from information_schema.columns"
                            + " where table_schema = schema() and table_name = '" + table + "'"
                            // Up to which count of facts the reports were looked at again: the platform does that
                            // itself.
                            + " and column_name not in ('seen', 'is_news')"));
            digests.put(
                    table,
                    texts("select concat(count(*), ' ', coalesce(sum(crc32(concat_ws('|', " + columns + "))), 0)) from "
                                    + table + " where tenant_id = '" + theirs + "'")
                            .get(0));
        }
        return digests;
    }

    private static List<String> texts(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static JsonObject contract() {
        return Api.json(Api.of(SampleMonth.made().address()).get("/api/v1/openapi.json"));
    }
}
