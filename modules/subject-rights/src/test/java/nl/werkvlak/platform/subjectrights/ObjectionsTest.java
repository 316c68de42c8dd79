package nl.werkvlak.platform.subjectrights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.Purpose;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk on the real database, for two tenants whose clients look alike. */
class ObjectionsTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-27T09:30:00Z");
    private static final Change NOW = new Change("fg", Instant.parse("2026-11-25T12:00:00Z"), "a letter came");

    private final TwoOffices offices = new TwoOffices();
    private final TenantId one = offices.one;
    private final TenantId other = offices.other;
    private final Objections objections = new Objections(offices.database);

    @Nested
    class An_objection_that_comes_in {

        @ParameterizedTest
        @CsvSource({"a, true", "b, false", "c, false", "d, true", "e, false"})
        void is_against_a_public_task_or_a_legitimate_interest(String letter, boolean applies) {
            offices.basis(one, letter);
            if (applies) {
                assertThat(receive(one, Set.of(Purpose.P7)).objection().receivedAt())
                        .isEqualTo(RECEIVED);
            } else {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> receive(one, Set.of(Purpose.P7)))
                        .returns(Refusal.Kind.RULE, Refusal::kind)
                        .returns("objection-not-applicable", Refusal::code);
            }
        }

        @Test
        void is_against_something_that_is_processed_for_this_client_and_purpose_then() {
            offices.basis(one, "d");
            refused("objection-not-applicable", () -> receive(one, Set.of(Purpose.P1)));
            refused("objection-not-applicable", () -> receive(other, Set.of(Purpose.P7)));
            refused(
                    "objection-not-applicable",
                    () -> objections.receive(one, TwoOffices.OTHER_CLIENT, Set.of(), RECEIVED, NOW));
            refused(
                    "objection-not-applicable",
                    () -> objections.receive(
                            one, TwoOffices.CLIENT, Set.of(), Instant.parse("2026-10-31T23:00:00Z"), NOW));
            assertThat(receive(one, Set.of()).objection().purposes()).isEmpty();
        }

        @Test
        void has_come_in_and_does_so_once() {
            offices.basis(one, "d");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> objections.receive(
                            one, TwoOffices.CLIENT, Set.of(), NOW.at().plusSeconds(1), NOW))
                    .returns(Map.of("receivedAt", "in-future"), Refusal::fields);
            receive(one, Set.of(Purpose.P7));
            contradicted("already-received", () -> receive(one, Set.of(Purpose.P7)));
            receive(one, Set.of());
        }

        @Test
        void is_from_a_client_of_this_tenant() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> objections.receive(one, UUID.randomUUID(), Set.of(), RECEIVED, NOW))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind)
                    .returns(Map.of("client", "client"), Refusal::fields);
        }
    }

    @Nested
    class A_decision {

        @Test
        void comes_once_with_its_reason_and_not_before_the_receipt() {
            var id = received(one);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> objections.decide(one, id, Objection.Outcome.UPHELD, RECEIVED.minusSeconds(1), NOW))
                    .returns(Map.of("decidedAt", "decided-before-received"), Refusal::fields);
            refused(
                    "in-future",
                    () -> objections.decide(
                            one, id, Objection.Outcome.UPHELD, NOW.at().plusSeconds(1), NOW));
            var decided = objections.decide(
                    one, id, Objection.Outcome.OVERRIDDEN, null, new Change("fg", NOW.at(), "compelling grounds"));
            assertThat(decided.fact().objection().decidedAt()).isEqualTo(NOW.at());
            assertThat(decided.change().reason()).isEqualTo("compelling grounds");
            contradicted("objection-decided", () -> objections.decide(one, id, Objection.Outcome.UPHELD, null, NOW));
            assertThat(objections.history(one, id))
                    .extracting(state -> state.fact().objection().outcome() + " "
                            + state.change().reason())
                    .containsExactly("null a letter came", "OVERRIDDEN compelling grounds");
        }

        @Test
        void is_not_taken_by_who_looks_from_another_tenant() {
            var id = received(one);
            for (ThrowingCallable asked : List.<ThrowingCallable>of(
                    () -> objections.get(other, id),
                    () -> objections.history(other, id),
                    () -> objections.decide(other, id, Objection.Outcome.UPHELD, null, NOW))) {
                assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            }
        }

        @Test
        void is_taken_by_one_of_two_who_decide_at_once() throws Exception {
            var id = received(one);
            assertThat(AtOnce.answers(() -> objections.decide(one, id, Objection.Outcome.UPHELD, null, NOW)))
                    .containsOnlyOnce("done")
                    .containsOnly("done", "CONFLICT objection-decided");
        }

        @Test
        void that_comes_in_twice_at_once_is_recorded_once() throws Exception {
            offices.basis(one, "d");
            assertThat(AtOnce.answers(() -> receive(one, Set.of(Purpose.P7))))
                    .containsOnlyOnce("done")
                    .containsOnly("done", "CONFLICT already-received");
        }
    }

    @Test
    void a_list_has_the_latest_first_a_page_at_a_time_and_knows_clients_and_commissions() {
        offices.basis(one, "d");
        offices.basis(other, "d");
        for (var day = 1; day <= 5; day++) {
            objections.receive(one, TwoOffices.CLIENT, Set.of(), Instant.parse("2026-10-0" + day + "T10:00:00Z"), NOW);
        }
        receive(other, Set.of());

        var seen = new ArrayList<String>();
        @Nullable Place after = null;
        do {
            var page = objections.list(one, null, null, after, 2);
            page.items()
                    .forEach(known -> seen.add(
                            known.fact().objection().receivedAt().toString().substring(8, 10)));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactly("05", "04", "03", "02", "01");
        assertThat(objections.list(one, null, TwoOffices.COMMISSION, null, 10).items())
                .hasSize(5);
        assertThat(objections.list(one, TwoOffices.OTHER_CLIENT, null, null, 10).items())
                .isEmpty();
        assertThat(objections.list(one, null, UUID.randomUUID(), null, 10).items())
                .isEmpty();
    }

    private UUID received(TenantId tenant) {
        offices.basis(tenant, "d");
        return receive(tenant, Set.of(Purpose.P7)).id();
    }

    private RecordedObjection receive(TenantId tenant, Set<Purpose> purposes) {
        return objections
                .receive(tenant, TwoOffices.CLIENT, purposes, RECEIVED, NOW)
                .fact();
    }

    private static void refused(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(code, Refusal::code);
    }

    private static void contradicted(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(asked)
                .returns(Refusal.Kind.CONFLICT, Refusal::kind)
                .returns(code, Refusal::code);
    }
}
