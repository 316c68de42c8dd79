package nl.werkvlak.platform.scenarios;

import static nl.werkvlak.platform.scenarios.FactDesk.CLIENT;
import static nl.werkvlak.platform.scenarios.FactDesk.COMMISSION;
import static nl.werkvlak.platform.scenarios.FactDesk.assertProblem;
import static nl.werkvlak.platform.scenarios.FactDesk.basis;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legal bases over HTTP: recorded, weighed, ended and withdrawn, each once. */
@NullUnmarked
class LegalBasesIT {

    private final FactDesk desk = FactDesk.opened();

    @Nested
    class A_legal_basis {

        @Test
        void is_recorded_weighed_and_ended_and_tells_all_of_it_afterwards() {
            var recorded = desk.send("legal-bases", "", basis("B-1", "d"));
            assertThat(recorded.statusCode()).as(Api.text(recorded)).isEqualTo(201);
            var place = recorded.headers().firstValue("location").orElseThrow();
            assertThat(Api.json(desk.officer().get(place))).isEqualTo(Api.json(recorded));
            var id = Api.json(recorded).getString("id");

            var weighed = desk.post(
                    "legal-bases",
                    id + "/balancing-test",
                    "{'outcome':'FAVOUR','decidedOn':'2025-12-20','childWeighed':false,'reason':'weighed'}");
            assertThat(weighed.getString("balancingOutcome")).isEqualTo("FAVOUR");
            assertThat(desk.post("legal-bases", id + "/ending", "{'lastDay':'2026-12-31','reason':'the contract ends'}")
                            .getString("lastDay"))
                    .isEqualTo("2026-12-31");

            var states = desk.history("legal-bases", id);
            assertThat(states)
                    .extracting(state -> state.getString("changedBy") + ": " + state.getString("reason"))
                    .containsExactly(
                            desk.officerId() + ": a letter",
                            desk.officerId() + ": weighed",
                            desk.officerId() + ": the contract ends");
            assertThat(states.get(0).getString("knownUntil"))
                    .isEqualTo(states.get(1).getString("knownFrom"));
            assertThat(states.get(2)).doesNotContainKey("knownUntil");
        }

        @Test
        void is_contradicted_by_a_second_end_a_second_test_and_a_second_one_with_its_number() {
            var id = recorded("B-1", "d");
            desk.post("legal-bases", id + "/ending", "{'lastDay':'2026-12-31','reason':'r'}");
            assertProblem(
                    409,
                    "already-ended",
                    null,
                    desk.send("legal-bases", id + "/ending", "{'lastDay':'2026-11-30','reason':'r'}"));
            var test = "{'outcome':'AGAINST','decidedOn':'2025-12-20','childWeighed':false,'reason':'r'}";
            desk.post("legal-bases", id + "/balancing-test", test);
            assertProblem(409, "already-balanced", null, desk.send("legal-bases", id + "/balancing-test", test));
            assertProblem(409, "number-taken", "number", desk.send("legal-bases", "", basis("B-1", "d")));
            assertThat(desk.count("legal-bases", "legalBases")).isEqualTo(1);
        }

        @Test
        void is_listed_by_client_and_by_commission_a_page_at_a_time() {
            recorded("B-1", "d");
            recorded("B-2", "d");
            recorded("B-3", "b");
            var first = Api.json(desk.get("legal-bases", "", "&limit=2&commission=" + COMMISSION));
            assertThat(numbers(first)).containsExactly("B-1", "B-2");
            var second = Api.json(desk.get(
                    "legal-bases", "", "&limit=2&commission=" + COMMISSION + "&cursor=" + first.getString("next")));
            assertThat(numbers(second)).containsExactly("B-3");
            assertThat(second).doesNotContainKey("next");
            assertThat(numbers(Api.json(desk.get("legal-bases", "", "&client=" + CLIENT))))
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
            var given = desk.send("legal-bases", "", consent("B-1", "EDU"));
            assertThat(given.statusCode()).as(Api.text(given)).isEqualTo(201);
            var id = Api.json(given).getString("id");
            var withdrawal = "{'by':'CLIENT','reason':'the client called'}";
            var withdrawn = desk.post("legal-bases", id + "/withdrawal", withdrawal);
            assertThat(withdrawn.getString("withdrawnBy")).isEqualTo("CLIENT");
            assertThat(withdrawn.getString("withdrawnAt")).endsWith("Z");
            assertProblem(409, "already-withdrawn", null, desk.send("legal-bases", id + "/withdrawal", withdrawal));
            var early = Api.json(desk.send("legal-bases", "", consent("B-2", "EXP")))
                    .getString("id");
            assertProblem(
                    400,
                    "withdrawn-before-given",
                    "withdrawnAt",
                    desk.send(
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
            assertProblem(400, code, "categories", desk.send("legal-bases", "", consent("B-1", category)));
            assertThat(desk.count("legal-bases", "legalBases")).isZero();
        }

        @Test
        void is_never_that_of_a_whole_commission() {
            var body = consent("B-1", "EDU").replace("client':'" + CLIENT, "commission':'" + COMMISSION);
            assertProblem(400, "consent-is-personal", "commission", desk.send("legal-bases", "", body));
        }
    }

    private String recorded(String number, String letter) {
        return desk.post("legal-bases", "", basis(number, letter)).getString("id");
    }

    private static String consent(String number, String category) {
        return ("{'number':'%s','client':'%s','letter':'f','purposes':['P7'],'categories':['%s'],"
                        + "'firstDay':'2026-01-01','evidence':'Form 3','consentText':'2026-1',"
                        + "'consentGivenOn':'2026-01-01','consentGivenBy':'CLIENT','reason':'a form'}")
                .formatted(number, CLIENT, category);
    }
}
