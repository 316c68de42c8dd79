package nl.werkvlak.platform.subjectrights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Exemption;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Ground;
import nl.werkvlak.platform.subjectrights.Restrictions.Imposition;
import nl.werkvlak.platform.tenancy.Sql;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The desk on the real database, for two tenants whose clients look alike. */
class RestrictionsTest {

    private static final Instant IMPOSED = Instant.parse("2026-10-01T08:00:00Z");
    private static final Change NOW = new Change("fg", Instant.parse("2026-11-25T12:00:00Z"), "the client asked");

    private final TwoOffices offices = new TwoOffices();
    private final TenantId one = offices.one;
    private final TenantId other = offices.other;
    private final Restrictions restrictions = new Restrictions(offices.database);

    @Nested
    class A_restriction_that_is_imposed {

        @Test
        void names_each_purpose_that_goes_on_with_its_ground_and_the_gate_reads_the_same() throws SQLException {
            var exemptions = Map.of(
                    Purpose.P7, Exemption.CONSENT,
                    Purpose.P8, Exemption.LEGAL_CLAIM,
                    Purpose.P1, Exemption.RIGHTS_OF_ANOTHER,
                    Purpose.P2, Exemption.IMPORTANT_REASONS,
                    Purpose.P3, Exemption.CONSENT);
            var imposed = restrictions
                    .impose(
                            one,
                            new Imposition(
                                    TwoOffices.CLIENT,
                                    Set.of(DataCategory.GOAL),
                                    Ground.ONRECHTMATIG,
                                    exemptions,
                                    IMPOSED),
                            NOW)
                    .fact();

            assertThat(restrictions.get(one, imposed.id()).fact()).isEqualTo(imposed);
            assertThat(imposed.exemptions()).isEqualTo(exemptions);
            assertThat(imposed.categories()).containsExactly(DataCategory.GOAL);
            assertThat(readByTheGate(one)).singleElement().satisfies(read -> {
                assertThat(read.exempted()).isEqualTo(exemptions.keySet());
                assertThat(read.period().from()).isEqualTo(IMPOSED);
            });
            assertThat(readByTheGate(other)).isEmpty();
        }

        @Test
        void begins_now_unless_it_began_before() {
            assertThat(impose(one, null).imposedAt()).isEqualTo(NOW.at());
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> impose(other, NOW.at().plusSeconds(1)))
                    .returns(Map.of("imposedAt", "in-future"), Refusal::fields);
        }

        @Test
        void is_imposed_once_until_it_is_lifted() {
            var first = impose(one, IMPOSED).id();
            contradicted("already-restricted", () -> impose(one, null));
            restrictions.lift(one, first, IMPOSED, null, NOW);
            impose(one, null);
            impose(other, IMPOSED);
        }

        @Test
        void is_imposed_once_by_two_at_once() throws Exception {
            assertThat(AtOnce.answers(() -> impose(one, IMPOSED)))
                    .containsOnlyOnce("done")
                    .containsOnly("done", "CONFLICT already-restricted");
        }

        @Test
        void is_about_a_client_of_this_tenant() {
            var nobody = new Imposition(UUID.randomUUID(), Set.of(), Ground.BEZWAAR, Map.of(), IMPOSED);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> restrictions.impose(one, nobody, NOW))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind)
                    .returns(Map.of("client", "client"), Refusal::fields);
        }
    }

    @Nested
    class A_lifting {

        /** R12. */
        @Test
        void comes_after_the_client_was_informed() {
            var id = impose(one, IMPOSED).id();
            var lifted = Instant.parse("2026-11-20T10:00:00Z");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> restrictions.lift(one, id, lifted.plusMillis(1), lifted, NOW))
                    .returns(Refusal.Kind.RULE, Refusal::kind)
                    .returns(Map.of("informedAt", "not-informed"), Refusal::fields);
            var known = restrictions.lift(one, id, lifted, lifted, NOW);
            assertThat(known.fact().liftedAt()).isEqualTo(lifted);
            assertThat(known.fact().informedAt()).isEqualTo(lifted);
            assertThat(restrictions.history(one, id))
                    .hasSize(2)
                    .first()
                    .satisfies(before -> assertThat(before.fact().liftedAt()).isNull());
        }

        @Test
        void comes_once_and_not_before_the_imposing() {
            var id = impose(one, IMPOSED).id();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> restrictions.lift(one, id, IMPOSED.minusSeconds(9), IMPOSED.minusSeconds(1), NOW))
                    .returns(Map.of("liftedAt", "lifted-before-imposed"), Refusal::fields);
            restrictions.lift(one, id, IMPOSED, null, NOW);
            contradicted("already-lifted", () -> restrictions.lift(one, id, IMPOSED, null, NOW));
        }

        @Test
        void comes_from_one_of_two_at_once() throws Exception {
            var id = impose(one, IMPOSED).id();
            assertThat(AtOnce.answers(() -> restrictions.lift(one, id, IMPOSED, null, NOW)))
                    .containsOnlyOnce("done")
                    .containsOnly("done", "CONFLICT already-lifted");
        }

        @Test
        void does_not_come_from_another_tenant() {
            var id = impose(one, IMPOSED).id();
            for (ThrowingCallable asked : List.<ThrowingCallable>of(
                    () -> restrictions.get(other, id),
                    () -> restrictions.history(other, id),
                    () -> restrictions.lift(other, id, IMPOSED, null, NOW))) {
                assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            }
        }
    }

    @Test
    void a_list_knows_clients_and_commissions() {
        impose(one, IMPOSED);
        assertThat(restrictions.list(one, null, TwoOffices.COMMISSION, null, 10).items())
                .hasSize(1);
        assertThat(restrictions
                        .list(one, TwoOffices.OTHER_CLIENT, null, null, 10)
                        .items())
                .isEmpty();
        assertThat(restrictions.list(other, null, null, null, 10).items()).isEmpty();
    }

    @Test
    void the_database_refuses_an_exempted_purpose_without_a_ground() {
        var id = impose(one, IMPOSED).id();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> offices.tell(
                        one,
                        "update restriction set exempted_purposes = 'P7' where tenant_id = :tenant and id = ?",
                        id))
                .withMessageContaining("ck_restriction_exempted");
    }

    private RecordedRestriction impose(TenantId tenant, @Nullable Instant at) {
        return restrictions
                .impose(
                        tenant,
                        new Imposition(TwoOffices.CLIENT, Set.of(), Ground.VERZOEK_TOT_VERBETERING, Map.of(), at),
                        NOW)
                .fact();
    }

    private List<Restriction> readByTheGate(TenantId tenant) throws SQLException {
        try (var connection = offices.database.getConnection()) {
            return SubjectRights.restrictionsOf(Sql.ofTenant(connection, tenant), List.of(TwoOffices.CLIENT));
        }
    }

    private static void contradicted(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(asked)
                .returns(Refusal.Kind.CONFLICT, Refusal::kind)
                .returns(code, Refusal::code);
    }
}
