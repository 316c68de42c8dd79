package nl.werkvlak.platform.scenarios;

import static nl.werkvlak.platform.scenarios.FactDesk.CLIENT;
import static nl.werkvlak.platform.scenarios.FactDesk.assertProblem;
import static nl.werkvlak.platform.scenarios.FactDesk.basis;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Objections and restrictions over HTTP: received and decided, imposed and lifted, each once; and what a request asks for. */
@NullUnmarked
class SubjectRightsIT {

    private final FactDesk desk = FactDesk.opened();

    @Nested
    class An_objection {

        @Test
        void is_received_and_decided_once() {
            var received = "{'client':'%s','purposes':['P7'],'receivedAt':'2026-10-27T09:30:00Z','reason':'a letter'}"
                    .formatted(CLIENT);
            assertProblem(400, "objection-not-applicable", "purposes", desk.send("objections", "", received));
            desk.post("legal-bases", "", basis("B-1", "d"));
            var id = desk.post("objections", "", received).getString("id");
            assertProblem(
                    400,
                    "decided-before-received",
                    "decidedAt",
                    desk.send(
                            "objections",
                            id + "/decision",
                            "{'outcome':'UPHELD','decidedAt':'2026-10-27T09:29:59Z','reason':'r'}"));
            var decision = "{'outcome':'OVERRIDDEN','reason':'compelling grounds'}";
            assertThat(desk.post("objections", id + "/decision", decision).getString("outcome"))
                    .isEqualTo("OVERRIDDEN");
            assertProblem(409, "objection-decided", null, desk.send("objections", id + "/decision", decision));
            assertThat(desk.history("objections", id)).hasSize(2);
        }
    }

    @Nested
    class A_request {

        private static final String REQUESTS = "request-assessments";
        private static final String ERASURE = "&right=ERASURE&receivedAt=2026-11-10T09:00:00Z&client=" + CLIENT;

        @Test
        void is_assessed_on_what_is_recorded_of_this_tenant() {
            desk.post("legal-bases", "", basis("B-1", "b").replace("'firstDay'", "'lastDay':'2033-12-31','firstDay'"));
            var assessed = Api.json(desk.get(REQUESTS, "", ERASURE + "&requester=PROTECTIVE_ADMINISTRATOR"));
            assertThat(assessed.getString("due")).isEqualTo("2026-12-10");
            assertThat(assessed.getString("handling")).isEqualTo("PRIVACY_OFFICER");
            var goals = answer(assessed, "GOAL");
            assertThat(goals.getString("reason")).isEqualTo("NEEDED_BY_LAW");
            assertThat(goals.getString("keptThrough")).isEqualTo("2033-12-31");
            assertThat(goals.getString("explanation")).startsWith("Bewaren:");
            assertThat(answer(assessed, "NOTE").getBoolean("granted")).isTrue();
            var ofOther = desk.officer().get(FactDesk.pathOf(desk.otherTenant(), REQUESTS, "") + ERASURE);
            assertThat(answer(Api.json(ofOther), "GOAL").getBoolean("granted")).isTrue();
        }

        @Test
        void is_asked_with_words_that_exist_by_the_privacy_officer_only() {
            assertProblem(400, "bad-input", "right", desk.get(REQUESTS, "", "&client=" + CLIENT));
            assertProblem(400, "bad-input", "client", desk.get(REQUESTS, "", "&right=ACCESS"));
            assertProblem(400, "bad-input", "requester", desk.get(REQUESTS, "", ERASURE + "&requester=AUNT"));
            assertProblem(400, "bad-input", "earlierCopies", desk.get(REQUESTS, "", ERASURE + "&earlierCopies=-1"));
            assertProblem(404, "not-found", "client", desk.get(REQUESTS, "", ERASURE.replace("c1", "c9")));
            assertProblem(403, "not-permitted", null, desk.portal().get(desk.path(REQUESTS, "") + ERASURE));
            assertProblem(403, "not-permitted", null, desk.operator().get(desk.path(REQUESTS, "") + ERASURE));
        }

        private static JsonObject answer(JsonObject assessed, String category) {
            return assessed.getJsonArray("answers").getValuesAs(JsonObject.class).stream()
                    .filter(answer -> answer.getString("category").equals(category))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class A_restriction {

        @Test
        void is_imposed_and_lifted_once_after_the_client_was_told() {
            var id = desk.post(
                            "restrictions",
                            "",
                            "{'client':'%s','categories':['GOAL'],'ground':'BEZWAAR','exemptions':[{'purpose':'P8','ground':'LEGAL_CLAIM'}],'reason':'r'}"
                                    .formatted(CLIENT))
                    .getString("id");
            assertProblem(
                    400,
                    "not-informed",
                    "informedAt",
                    desk.send("restrictions", id + "/lifting", "{'informedAt':'2126-01-01T00:00:00Z','reason':'r'}"));
            var lifting = "{'informedAt':'2026-11-01T09:00:00Z','reason':'the letter went out'}";
            assertThat(desk.post("restrictions", id + "/lifting", lifting)).containsKey("liftedAt");
            assertProblem(409, "already-lifted", null, desk.send("restrictions", id + "/lifting", lifting));
            var first = desk.history("restrictions", id).get(0);
            assertThat(first.getJsonArray("exemptions").getJsonObject(0).getString("ground"))
                    .isEqualTo("LEGAL_CLAIM");
            assertThat(first).doesNotContainKey("liftedAt");
        }
    }
}
