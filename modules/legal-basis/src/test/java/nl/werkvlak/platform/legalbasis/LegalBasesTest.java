package nl.werkvlak.platform.legalbasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The desk on the real database, for two tenants whose client, commission and basis look alike. */
class LegalBasesTest {

    private static final Change NOW = new Change("fg", Instant.parse("2026-11-25T12:00:00Z"), "a letter came");
    private static final Change LATER = new Change("fg-2", Instant.parse("2026-11-26T12:00:00Z"), "another came");

    private final TwoOffices offices = new TwoOffices();
    private final TenantId employer = offices.employer;
    private final TenantId uwv = offices.uwv;
    private final LegalBases bases = new LegalBases(offices.database);

    @Nested
    class A_basis_that_is_recorded {

        @Test
        void is_kept_as_it_was_handed_in_with_who_recorded_it_and_why() {
            var terms = Terms.ofLetter("d").days("2026-10-01", "2026-12-31").make();
            var known = bases.record(employer, terms, NOW);

            assertThat(known.fact().terms()).isEqualTo(terms);
            assertThat(known.change().by()).isEqualTo("fg");
            assertThat(known.change().reason()).isEqualTo("a letter came");
            assertThat(known.until()).isNull();
            assertThat(bases.get(employer, known.fact().id())).isEqualTo(known);
        }

        @Test
        void is_of_one_tenant_although_another_has_the_same_number_client_and_commission() {
            var ours =
                    bases.record(employer, Terms.ofLetter("b").evidence("ours").make(), NOW);
            var theirs =
                    bases.record(uwv, Terms.ofLetter("b").evidence("theirs").make(), NOW);

            assertThat(evidenceIn(bases.list(employer, null, null, null, 10))).containsExactly("ours");
            assertThat(evidenceIn(bases.list(uwv, Terms.CLIENT, null, null, 10)))
                    .containsExactly("theirs");
            bases.end(employer, ours.fact().id(), LocalDate.of(2026, 11, 30), NOW);
            assertThat(bases.get(uwv, theirs.fact().id()).fact().endedAt()).isNull();
            for (ThrowingCallable asked : List.<ThrowingCallable>of(
                    () -> bases.get(uwv, ours.fact().id()),
                    () -> bases.history(uwv, ours.fact().id()),
                    () -> bases.end(uwv, ours.fact().id(), LocalDate.of(2026, 11, 30), NOW))) {
                assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            }
        }

        @Test
        void has_a_number_that_no_other_has() {
            bases.record(employer, Terms.ofLetter("b").make(), NOW);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> bases.record(employer, Terms.ofLetter("b").make(), NOW))
                    .returns(Refusal.Kind.CONFLICT, Refusal::kind)
                    .returns(Map.of("number", "number-taken"), Refusal::fields);
            assertThat(offices.count(employer, "legal_basis for system_time all"))
                    .isEqualTo(1);
        }

        @Test
        void has_the_id_that_an_import_would_give_it() {
            assertThat(bases.record(employer, Terms.ofLetter("b").number("B 7").make(), NOW)
                            .fact()
                            .id())
                    .isEqualTo(employer.idOf("legal_basis", "B 7"));
        }

        @Test
        void is_about_somebody_this_tenant_knows() {
            var nobody = UUID.randomUUID();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> bases.record(
                            employer, Terms.ofLetter("b").ofClient(nobody).make(), NOW))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind)
                    .returns(Map.of("client", "client"), Refusal::fields);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> bases.record(
                            employer, Terms.ofLetter("b").ofCommission(nobody).make(), NOW))
                    .returns(Map.of("commission", "commission"), Refusal::fields);
        }

        @Test
        void is_refused_by_what_the_commission_is_for() {
            var publicTask = Terms.ofLetter("a").ofCommission(Terms.COMMISSION).make();
            refused("public-task-of-public-body", () -> bases.record(employer, publicTask, NOW));
            bases.record(uwv, publicTask, NOW);
            var capacity = Terms.ofLetter("f").number("B-2").categories(DataCategory.CAPACITY);
            refused("capacity-consent-to-employer", () -> bases.record(employer, capacity.make(), NOW));
            bases.record(
                    uwv,
                    capacity.givenOn("2026-10-01", ConsentBy.REPRESENTATIVE).make(),
                    NOW);
        }

        @Test
        void leaves_nothing_behind_when_it_is_refused() {
            refused(
                    "client-too-young",
                    () -> bases.record(uwv, Terms.ofLetter("f").make(), NOW));
            assertThat(offices.count(uwv, "legal_basis for system_time all")).isZero();
        }
    }

    @Nested
    class The_history_of_a_basis {

        @Test
        void has_every_state_with_who_made_it_and_why() {
            var id = bases.record(employer, Terms.ofLetter("d").make(), NOW)
                    .fact()
                    .id();
            bases.balance(
                    employer,
                    id,
                    new BalancingTest(BalancingTest.Outcome.FAVOUR, LocalDate.of(2026, 11, 20), true),
                    LATER);
            bases.end(employer, id, LocalDate.of(2026, 11, 30), NOW);

            var states = bases.history(employer, id);
            assertThat(states)
                    .extracting(state -> (state.fact().balancing() == null ? "-" : "balanced") + " "
                            + state.fact().terms().lastDay() + " "
                            + state.change().by() + ": "
                            + state.change().reason())
                    .containsExactly(
                            "- null fg: a letter came",
                            "balanced null fg-2: another came",
                            "balanced 2026-11-30 fg: a letter came");
            assertThat(states.get(0).until()).isEqualTo(states.get(1).change().at());
            assertThat(states.get(1).until()).isEqualTo(states.get(2).change().at());
            assertThat(states.get(2).until()).isNull();
            contradicted("already-ended", () -> bases.end(employer, id, LocalDate.of(2026, 11, 29), NOW));
            contradicted(
                    "already-balanced",
                    () -> bases.balance(
                            employer,
                            id,
                            new BalancingTest(BalancingTest.Outcome.AGAINST, LocalDate.of(2026, 11, 20), true),
                            NOW));
            assertThat(bases.history(employer, id)).hasSize(3);
        }
    }

    @Nested
    class A_list {

        @Test
        void goes_by_number_a_page_at_a_time_and_by_client_or_commission_when_asked() {
            for (var number : List.of("B-3", "B-1", "B-2")) {
                bases.record(employer, Terms.ofLetter("b").number(number).make(), NOW);
                bases.record(uwv, Terms.ofLetter("b").number(number).make(), NOW);
            }
            bases.record(
                    employer,
                    Terms.ofLetter("b")
                            .number("A-1")
                            .ofCommission(Terms.COMMISSION)
                            .make(),
                    NOW);

            var seen = new ArrayList<String>();
            @Nullable String after = null;
            do {
                var page = bases.list(employer, null, null, after, 3);
                page.items().forEach(known -> seen.add(known.fact().terms().number()));
                after = page.next();
            } while (after != null);
            assertThat(seen).containsExactly("A-1", "B-1", "B-2", "B-3");
            assertThat(bases.list(employer, Terms.CLIENT, null, null, 10).items())
                    .hasSize(3);
            assertThat(bases.list(employer, null, Terms.COMMISSION, null, 10).items())
                    .extracting(known -> known.fact().terms().number())
                    .containsExactly("A-1");
            assertThat(bases.list(employer, UUID.randomUUID(), null, null, 10).items())
                    .isEmpty();
        }
    }

    @Nested
    class Two_at_once {

        @Test
        void cannot_both_withdraw() throws Exception {
            var id = bases.record(employer, Terms.ofLetter("f").make(), NOW)
                    .fact()
                    .id();
            oneOf("already-withdrawn", turn -> bases.withdraw(employer, id, ConsentBy.CLIENT, null, LATER));
            assertThat(bases.history(employer, id)).hasSize(2);
        }

        @Test
        void cannot_both_take_a_number() throws Exception {
            oneOf(
                    "number-taken",
                    turn -> bases.record(employer, Terms.ofLetter("b").make(), NOW));
            assertThat(offices.count(employer, "legal_basis for system_time all"))
                    .isEqualTo(1);
        }

        @Test
        void cannot_both_record_the_same_consent() throws Exception {
            oneOf(
                    "already-consented",
                    turn -> bases.record(
                            employer, Terms.ofLetter("f").number("B-" + turn).make(), NOW));
        }

        private interface Turn {
            Known<RecordedBasis> take(int turn);
        }

        /** Eight threads begin at the same moment; one gets its way, and every other is told why not. */
        private void oneOf(String code, Turn turn) throws Exception {
            var threads = 8;
            var start = new CyclicBarrier(threads);
            var pool = Executors.newFixedThreadPool(threads);
            try {
                var answers = new ArrayList<String>();
                List<Callable<String>> turns = new ArrayList<>();
                IntStream.range(0, threads)
                        .forEach(number -> turns.add(() -> {
                            start.await();
                            try {
                                turn.take(number);
                                return "done";
                            } catch (Refusal e) {
                                return e.kind() + " " + e.code();
                            }
                        }));
                for (Future<String> answer : pool.invokeAll(turns)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsOnlyOnce("done").containsOnly("done", "CONFLICT " + code);
            } finally {
                pool.shutdown();
            }
        }
    }

    private static List<String> evidenceIn(Page<Known<RecordedBasis>, String> page) {
        return page.items().stream()
                .map(known -> known.fact().terms().evidence())
                .toList();
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
