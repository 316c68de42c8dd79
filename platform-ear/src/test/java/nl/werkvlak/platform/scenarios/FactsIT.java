package nl.werkvlak.platform.scenarios;

import static nl.werkvlak.platform.scenarios.FactDesk.CLIENT;
import static nl.werkvlak.platform.scenarios.FactDesk.JSON;
import static nl.werkvlak.platform.scenarios.FactDesk.assertProblem;
import static nl.werkvlak.platform.scenarios.FactDesk.basis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all facts have in common over HTTP: what cannot be read is named, and somebody else never gets one. */
@NullUnmarked
class FactsIT {

    private final FactDesk desk = FactDesk.opened();

    @Nested
    class What_cannot_be_read {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "letter     | 'd'          | 'g'",
                    "purposes[0] | ['P7']       | ['P9']",
                    "categories[0] | ['EDU','GOAL'] | ['EDUCATION']",
                    "firstDay   | '2026-01-01' | '2026-02-30'",
                    "commission | '00000000-0000-0000-0000-0000000000b1' | 'b1'",
                    "evidence   | 'Assessment 7' | ' '",
                    "reason     | 'a letter'   | ''",
                    "number     | 'B-1'        | 7"
                })
        void is_named(String field, String right, String wrong) {
            var name = field.replaceFirst("\\[.*", "");
            var body = basis("B-1", "d").replace(name + "':" + right, name + "':" + wrong);
            assertThat(body).isNotEqualTo(basis("B-1", "d"));
            assertProblem(400, "bad-input", field, desk.send("legal-bases", "", body));
            assertThat(desk.count("legal-bases", "legalBases")).isZero();
        }

        @Test
        void is_named_in_the_query_too() {
            assertProblem(400, "bad-input", "tenant", desk.officer().get("/api/v1/objections"));
            assertProblem(400, "bad-input", "tenant", desk.officer().get("/api/v1/objections?tenant=x"));
            assertProblem(
                    404, "not-found", "tenant", desk.officer().get("/api/v1/objections?tenant=" + UUID.randomUUID()));
            assertProblem(400, "bad-input", "client", desk.get("objections", "", "&client=x"));
            assertProblem(400, "bad-input", "cursor", desk.get("objections", "", "&cursor=x"));
            assertProblem(
                    400,
                    "bad-input",
                    "receivedAt",
                    desk.send(
                            "objections",
                            "",
                            "{'client':'%s','receivedAt':'yesterday','reason':'r'}".formatted(CLIENT)));
            assertProblem(
                    404,
                    "not-found",
                    "client",
                    desk.send(
                            "objections",
                            "",
                            "{'client':'%s','receivedAt':'2026-10-27T09:30:00Z','reason':'r'}"
                                    .formatted(UUID.randomUUID())));
        }
    }

    @Nested
    class Somebody_else {

        @ParameterizedTest
        @ValueSource(strings = {"legal-bases", "objections", "restrictions", "documents"})
        void never_gets_a_fact(String facts) {
            var id = recorded("B-1", "d");
            for (var asking : List.of(desk.operator(), desk.portal())) {
                for (var below : List.of("", id, id + "/history")) {
                    assertProblem(403, "not-permitted", null, asking.get(desk.path(facts, below)));
                }
                assertProblem(403, "not-permitted", null, asking.post(desk.path(facts, ""), JSON, "{}"));
            }
            assertThat(Api.of(SampleMonth.made().address())
                            .get(desk.path(facts, id))
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void is_told_the_same_about_a_fact_of_another_tenant_as_about_one_that_never_was() {
            var id = recorded("B-1", "d");
            var never = Api.everything(desk.officer()
                    .get(FactDesk.pathOf(
                            desk.otherTenant(), "legal-bases", UUID.randomUUID().toString())));
            assertThat(never).startsWith("404 ");
            assertThat(Api.everything(desk.officer().get(FactDesk.pathOf(desk.otherTenant(), "legal-bases", id))))
                    .isEqualTo(never);
            assertThat(Api.everything(
                            desk.officer().get(FactDesk.pathOf(desk.otherTenant(), "legal-bases", id + "/history"))))
                    .isEqualTo(never);
            var ending = desk.officer()
                    .post(
                            FactDesk.pathOf(desk.otherTenant(), "legal-bases", id + "/ending"),
                            JSON,
                            "{\"lastDay\":\"2026-12-31\",\"reason\":\"r\"}");
            assertThat(Api.everything(ending)).isEqualTo(never);
            assertThat(Api.json(desk.officer().get(desk.path("legal-bases", id))))
                    .doesNotContainKey("endedAt");
        }
    }

    private String recorded(String number, String letter) {
        return desk.post("legal-bases", "", basis(number, letter)).getString("id");
    }
}
