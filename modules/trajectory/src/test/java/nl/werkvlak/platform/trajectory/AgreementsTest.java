package nl.werkvlak.platform.trajectory;

import static nl.werkvlak.platform.trajectory.TwoTenants.TRAJECTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.trajectory.Agreement.Actor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a coach agrees on, until it is done or dropped, for two tenants whose trajectory has the same id. */
class AgreementsTest {

    /** Half past midnight in Amsterdam, on the next day. */
    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final DataSource database = TestDatabase.shared();
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());
    private final Agreements agreements = new Agreements(database);

    @BeforeEach
    void two_tenants() throws SQLException {
        TwoTenants.open(database, one, other);
    }

    @Nested
    class An_agreement {

        @Test
        void is_of_today_in_Amsterdam_unless_it_was_made_before() {
            assertThat(agreed("Rooster vragen", null, TODAY.plusDays(7)))
                    .returns(TODAY, Agreement::agreedOn)
                    .returns("Rooster vragen", Agreement::action)
                    .returns(Actor.CLIENT, Agreement::actor)
                    .returns(TODAY.plusDays(7), Agreement::due)
                    .returns(true, Agreement::isOpen);
            assertThat(agreed("Eerder", TODAY.minusDays(3), null).agreedOn()).isEqualTo(TODAY.minusDays(3));
        }

        @Test
        void is_done_or_dropped_once() {
            var done = agreed("Rooster vragen", TODAY.minusDays(3), null).id();
            var dropped = agreed("Stage zoeken", TODAY.minusDays(3), null).id();

            assertThat(agreements.done(one, done, TODAY.minusDays(1), at(1)).fact())
                    .returns(TODAY.minusDays(1), Agreement::doneOn)
                    .returns(false, Agreement::isOpen);
            assertThat(agreements.drop(one, dropped, null, at(1)).fact())
                    .returns(TODAY, Agreement::droppedOn)
                    .returns(false, Agreement::isOpen);

            for (var ended : List.of(done, dropped)) {
                refused("agreement-ended", () -> agreements.done(one, ended, null, at(2)));
                refused("agreement-ended", () -> agreements.drop(one, ended, null, at(2)));
            }
        }

        @Test
        void keeps_every_state_with_who_made_it_so() {
            var id = agreed("Rooster vragen", null, null).id();
            agreements.done(one, id, null, new Change("a colleague", NIGHT.plusSeconds(1), "seen it"));

            assertThat(agreements.history(one, id))
                    .extracting(state -> state.fact().doneOn() + " "
                            + state.change().by() + ": " + state.change().reason())
                    .containsExactly("null coach: a test", TODAY + " a colleague: seen it");
        }

        @Test
        void is_refused_when_it_says_nothing_or_too_much_or_its_days_do_not_follow() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> agreed(" ", null, null))
                    .returns(Map.of("action", "missing"), Refusal::fields);
            refused("text-too-long", () -> agreed("x".repeat(501), null, null));
            refused("in-future", () -> agreed("Morgen", TODAY.plusDays(1), null));
            refused("due-before-agreed", () -> agreed("Gisteren", TODAY, TODAY.minusDays(1)));
            var id = agreed("Rooster vragen", TODAY, null).id();
            refused("ended-before-agreed", () -> agreements.done(one, id, TODAY.minusDays(1), at(1)));
            refused("ended-before-agreed", () -> agreements.drop(one, id, TODAY.minusDays(1), at(1)));
            refused("in-future", () -> agreements.done(one, id, TODAY.plusDays(1), at(1)));
        }

        @Test
        void never_prints_what_it_is_about() {
            assertThat(agreed("Rooster vragen", null, null)).asString().doesNotContain("Rooster");
        }
    }

    @Nested
    class The_list {

        @Test
        void has_what_is_due_first_and_then_what_ended_last() {
            var noDay = agreed("No day", TODAY.minusDays(9), null);
            var later = agreed("Later", TODAY.minusDays(9), TODAY.plusDays(9));
            var first = agreed("First", TODAY.minusDays(9), TODAY.plusDays(2));
            var done = agreed("Done", TODAY.minusDays(9), null);
            var dropped = agreed("Dropped", TODAY.minusDays(9), null);
            agreements.done(one, done.id(), TODAY.minusDays(5), at(1));
            agreements.drop(one, dropped.id(), TODAY.minusDays(2), at(1));

            assertThat(agreements.list(one, TRAJECTORY))
                    .extracting(known -> known.fact().id())
                    .containsExactly(first.id(), later.id(), noDay.id(), dropped.id(), done.id());
            assertThat(agreements.list(other, TRAJECTORY)).isEmpty();
        }
    }

    @Nested
    class A_coach {

        private final Caseload caseload = new Caseload(database);

        @Test
        void sees_of_the_own_trajectories_that_go_on_what_comes_next() throws SQLException {
            agreed("Later", null, TODAY.plusDays(9));
            agreed("First", null, TODAY.plusDays(2));
            agreed("No day", null, null);
            agreements.done(one, agreed("Done", null, TODAY.plusDays(1)).id(), null, at(1));

            assertThat(caseload.running(one.value(), TODAY)).singleElement().satisfies(running -> {
                assertThat(running.trajectory()).isEqualTo(TRAJECTORY);
                assertThat(running.open()).isEqualTo(3);
                assertThat(running.next()).isEqualTo(TODAY.plusDays(2));
            });
            assertThat(caseload.running(other.value(), TODAY)).singleElement().satisfies(running -> {
                assertThat(running.open()).isZero();
                assertThat(running.next()).isNull();
            });

            ended(one, TODAY.minusDays(1));
            ended(other, TODAY);
            assertThat(caseload.running(one.value(), TODAY)).isEmpty();
            assertThat(caseload.running(other.value(), TODAY)).hasSize(1);
        }

        private void ended(TenantId tenant, LocalDate day) throws SQLException {
            try (var connection = database.getConnection()) {
                Sql.ofTenant(connection, tenant)
                        .update("update trajectory set ended_on = ? where tenant_id = :tenant", day);
            }
        }
    }

    @Test
    void an_agreement_of_another_tenant_is_as_unknown_as_one_that_never_was() {
        var id = agreed("Rooster vragen", null, null).id();
        for (var who : List.<ThrowingCallable>of(
                () -> agreements.get(other, id),
                () -> agreements.history(other, id),
                () -> agreements.done(other, id, null, at(1)),
                () -> agreements.drop(other, id, null, at(1)),
                () -> agreements.get(one, UUID.randomUUID()),
                () -> agreements.agree(one, UUID.randomUUID(), null, "x", Actor.COACH, null, at(1)))) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(who).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    private Agreement agreed(String action, @Nullable LocalDate agreedOn, @Nullable LocalDate due) {
        return agreements
                .agree(one, TRAJECTORY, agreedOn, action, Actor.CLIENT, due, at(0))
                .fact();
    }

    private static Change at(int second) {
        return new Change("coach", NIGHT.plusSeconds(second), "a test");
    }

    private static void refused(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(code, Refusal::code);
    }
}
