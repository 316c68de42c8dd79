package nl.werkvlak.platform.scenarios;

import static nl.werkvlak.platform.scenarios.FactDesk.CLIENT;
import static nl.werkvlak.platform.scenarios.FactDesk.assertProblem;
import static nl.werkvlak.platform.scenarios.FactDesk.basis;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Objections and restrictions over HTTP: received and decided, imposed and lifted, each once. */
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
