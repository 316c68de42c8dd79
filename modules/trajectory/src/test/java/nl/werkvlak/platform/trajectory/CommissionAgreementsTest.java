package nl.werkvlak.platform.trajectory;

import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.IDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tenants, whose commissions bear the same id and number. */
class CommissionAgreementsTest {

    private static final DataSource DATABASE = TestDatabase.shared();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-0000000000b7");

    private final TenantId employer = new TenantId(UUID.randomUUID());
    private final TenantId insurer = new TenantId(UUID.randomUUID());
    private final CommissionAgreements agreements = deskAt(NOW);

    @BeforeEach
    void open() throws SQLException {
        open(employer, "E2", "IDENT,EDU");
        open(insurer, "V", "GOAL");
    }

    private static void open(TenantId tenant, String recipient, String scope) throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            var sql = Sql.ofTenant(connection, tenant);
            sql.update(
                    "insert into tenant (id, code, name, kind) values (:tenant, ?, 'T', 'EMPLOYER')",
                    tenant.toString().substring(0, 18));
        }
        open(tenant, COMMISSION, "O-1", recipient, scope);
    }

    private static void open(TenantId tenant, UUID commission, String number, String recipient, String scope)
            throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            Sql.ofTenant(connection, tenant)
                    .update(
                            "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                                    + " sickness_related) values (:tenant, ?, ?, ?, 'SPOOR_2', '2026-01-01', ?, true)",
                            commission,
                            number,
                            recipient,
                            scope);
        }
    }

    @Nested
    class A_tenant {

        @Test
        void has_its_own_commissions_also_when_another_has_one_of_the_same_id_and_number() {
            assertThat(agreements.list(employer, null, 10).items())
                    .containsExactly(agreements.get(employer, COMMISSION));
            assertThat(agreements.get(employer, COMMISSION).recipient()).isEqualTo(RecipientKind.E2);
            assertThat(agreements.get(insurer, COMMISSION).recipient()).isEqualTo(RecipientKind.V);
            assertThat(agreements.get(insurer, COMMISSION).terms().dataScope()).isEqualTo(EnumSet.of(GOAL));
        }

        @Test
        void has_its_commissions_listed_a_page_at_a_time_each_with_its_own_terms() throws SQLException {
            var second = UUID.randomUUID();
            for (var tenant : List.of(employer, insurer)) {
                open(tenant, second, "O-2", "V", "IDENT");
            }
            agreements.record(employer, COMMISSION, terms(null, GOAL), "anna", "goals only");

            var first = agreements.list(employer, null, 1);
            var last = agreements.list(employer, first.next(), 1);
            assertThat(first.items()).containsExactly(agreements.get(employer, COMMISSION));
            assertThat(first.items().get(0).terms().dataScope()).isEqualTo(EnumSet.of(GOAL));
            assertThat(last.items()).containsExactly(agreements.get(employer, second));
            assertThat(last.next()).isNull();
        }

        @Test
        void is_told_of_no_terms_of_another() {
            agreements.record(insurer, COMMISSION, terms(null, GOAL, EDU), "anna", "more of it");

            assertThat(agreements.history(employer, COMMISSION)).hasSize(1);
            assertThat(agreements.get(employer, COMMISSION).terms().dataScope()).isEqualTo(EnumSet.of(IDENT, EDU));
        }

        @Test
        void that_is_not_there_has_nothing_as_a_commission_that_is_not_there() {
            var nobody = new TenantId(UUID.randomUUID());
            assertUnknown(() -> agreements.list(nobody, null, 10));
            assertUnknown(() -> agreements.get(nobody, COMMISSION));
            assertUnknown(() -> agreements.history(employer, UUID.randomUUID()));
            assertUnknown(() -> agreements.record(nobody, COMMISSION, terms(null, EDU), "anna", "why"));
        }
    }

    @Nested
    class New_terms {

        @Test
        void hold_from_their_instant_on_and_leave_those_before_as_they_were() throws SQLException {
            var later = NOW.plusSeconds(3600);
            agreements.record(employer, COMMISSION, terms(later, GOAL), "anna", "goals only");

            try (var connection = DATABASE.getConnection()) {
                var facts = Commissions.factsOf(Sql.ofTenant(connection, employer), COMMISSION)
                        .orElseThrow();
                assertThat(facts.termsAt(later.minusNanos(1000)).dataScope()).isEqualTo(EnumSet.of(IDENT, EDU));
                assertThat(facts.termsAt(later).dataScope()).isEqualTo(EnumSet.of(GOAL));
            }
            assertThat(agreements.get(employer, COMMISSION).terms().dataScope()).isEqualTo(EnumSet.of(IDENT, EDU));
            assertThat(deskAt(later).get(employer, COMMISSION).terms().dataScope())
                    .isEqualTo(EnumSet.of(GOAL));
        }

        @Test
        void hold_from_now_when_nobody_says_from_when() {
            var recorded = agreements.record(employer, COMMISSION, terms(null, GOAL), "anna", "goals only");

            assertThat(recorded.inForceFrom()).isEqualTo(NOW);
            assertThat(agreements.get(employer, COMMISSION).terms()).isEqualTo(recorded);
        }

        @Test
        void stay_in_the_history_with_who_recorded_them_when_and_why() {
            agreements.record(employer, COMMISSION, terms(null, GOAL), "anna", "goals only");
            agreements.record(employer, COMMISSION, terms(NOW.plusSeconds(60), EDU), "bas", "education only");

            var history = agreements.history(employer, COMMISSION);
            assertThat(history)
                    .extracting(RecordedTerms::dataScope)
                    .containsExactly(EnumSet.of(IDENT, EDU), EnumSet.of(GOAL), EnumSet.of(EDU));
            assertThat(history.get(0).change()).isNull();
            var change = Objects.requireNonNull(history.get(2).change());
            assertThat(change.by()).isEqualTo("bas");
            assertThat(change.at()).isEqualTo(NOW);
            assertThat(change.reason()).isEqualTo("education only");
        }

        @Test
        void do_not_begin_before_terms_that_are_known() {
            agreements.record(employer, COMMISSION, terms(NOW.plusSeconds(60), GOAL), "anna", "goals only");
            for (var from : new Instant[] {NOW, NOW.plusSeconds(60)}) {
                assertRefused(
                        "later-terms-exist",
                        () -> agreements.record(employer, COMMISSION, terms(from, EDU), "bas", "in between"));
            }
            assertThat(agreements
                            .record(insurer, COMMISSION, terms(null, EDU), "bas", "of another tenant")
                            .inForceFrom())
                    .isEqualTo(NOW);
        }

        @Test
        void of_several_people_at_once_are_recorded_once() throws Exception {
            var together = new CyclicBarrier(4);
            var people = Executors.newFixedThreadPool(4);
            try {
                Callable<String> turn = () -> {
                    together.await();
                    try {
                        agreements.record(employer, COMMISSION, terms(NOW.plusSeconds(1), GOAL), "anna", "at once");
                        return "recorded";
                    } catch (Refusal e) {
                        return e.code();
                    }
                };
                var answers = new ArrayList<String>();
                for (var answer : people.invokeAll(Collections.nCopies(4, turn))) {
                    answers.add(answer.get());
                }
                assertThat(answers)
                        .containsExactlyInAnyOrder(
                                "recorded", "later-terms-exist", "later-terms-exist", "later-terms-exist");
            } finally {
                people.shutdown();
            }
        }

        @ParameterizedTest(name = "{0} for {1}, sickness related {2}, secrecy {3}, from {4}: {5} is {6}")
        @CsvSource({
            "H2, E2, true,  2026-11-25, 2026-11-25T12:00:00Z, specialGround,   only-for-insurers",
            "H2, U,  true,  2026-11-25, 2026-11-25T12:00:00Z, specialGround,   only-for-insurers",
            "H1, E2, false, 2026-11-25, 2026-11-25T12:00:00Z, specialGround,   only-with-sickness",
            "H1, E2, true,  2026-11-26, 2026-11-25T12:00:00Z, secrecySignedOn, in-the-future",
            "H1, E2, true,  2026-11-25, 2026-11-25T11:59:59Z, inForceFrom,     in-the-past",
        })
        void cannot_say(
                SpecialGround ground,
                RecipientKind recipient,
                boolean sick,
                LocalDate signed,
                Instant from,
                String field,
                String fault) {
            var terms = new NewTerms(from, Set.of(EDU), sick, ground, signed);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> CommissionAgreements.check(terms, recipient, from, NOW))
                    .returns(Map.of(field, fault), Refusal::fields);
        }

        @Test
        void may_name_the_ground_of_an_insurer_to_an_insurer() {
            var terms = new NewTerms(null, Set.of(EDU), false, SpecialGround.H2, null);
            assertThat(agreements
                            .record(insurer, COMMISSION, terms, "anna", "a policy")
                            .specialGround())
                    .isEqualTo(SpecialGround.H2);
        }

        @Test
        void need_a_reason() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> agreements.record(employer, COMMISSION, terms(null, EDU), "anna", " "))
                    .returns(Map.of("reason", "missing"), Refusal::fields);
        }

        @ParameterizedTest
        @ValueSource(strings = {"update commission_terms set data_scope = 'HEALTH'", "delete from commission_terms"})
        void are_kept_as_they_were_by_the_database(String forbidden) {
            agreements.record(employer, COMMISSION, terms(null, GOAL), "anna", "goals only");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
                try (var connection = DATABASE.getConnection()) {
                    Sql.ofTenant(connection, employer).update(forbidden + " where tenant_id = :tenant");
                }
            });
        }
    }

    private static NewTerms terms(@Nullable Instant from, DataCategory... scope) {
        return new NewTerms(from, Set.copyOf(List.of(scope)), true, null, null);
    }

    private static CommissionAgreements deskAt(Instant now) {
        return new CommissionAgreements(DATABASE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void assertUnknown(ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(code, Refusal::code);
    }
}
