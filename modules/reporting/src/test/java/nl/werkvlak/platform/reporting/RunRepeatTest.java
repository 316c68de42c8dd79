package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a run left is made by another one, and nothing else. */
@NullUnmarked
class RunRepeatTest extends AtTwoTenants {

    private List<RunPart> parts(UUID run, RunPart.State state) {
        return node.runs.parts(run, new RunPart.Query(state, null, null, 50)).items();
    }

    private RunView repeat(UUID run) {
        var again = node.runs.repeat(run, "test");
        node.make(again);
        return node.view(again);
    }

    /** The checks of the database would refuse it, and are not what is tried here. */
    private void unguarded(TenantId tenant, String statement, Object... arguments) throws SQLException {
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection).update("set session check_constraint_checks = 0");
            Sql.ofTenant(connection, tenant).update(statement, arguments);
            Sql.ofPlatform(connection).update("set session check_constraint_checks = 1");
        }
    }

    @Nested
    class A_report_that_cannot_be_put_on_paper {

        private RunView first;

        @BeforeEach
        void fails_alone() throws SQLException {
            product("ONBEKEND");
            first = node.run();
        }

        /** The template has a text for each code that there is. */
        private void product(String code) throws SQLException {
            unguarded(
                    A,
                    "update trajectory set product = ? where tenant_id = :tenant and id = ?",
                    code,
                    TwoTenants.trajectory(2));
        }

        @Test
        void does_not_keep_the_others_from_being_issued() {
            assertThat(first)
                    .returns(RunView.State.FINISHED, RunView::state)
                    .returns(7L, RunView::newlyIssued)
                    .returns(1L, RunView::failed);
            assertThat(parts(first.id(), RunPart.State.FAILED))
                    .extracting(RunPart::tenant, RunPart::trajectory, RunPart::reason)
                    .containsExactly(tuple(A, TwoTenants.trajectory(2), RunPart.Reason.RENDER));
        }

        @Test
        void raises_one_alert_for_the_whole_run() {
            assertThat(first.alertedAt()).isEqualTo(TwoTenants.CLOCK.instant());
        }

        @Test
        void is_the_only_one_that_is_made_again_after_it_was_mended() throws SQLException {
            product("SPOOR_2");
            var again = repeat(first.id());

            assertThat(again)
                    .returns(1L, RunView::planned)
                    .returns(1L, RunView::newlyIssued)
                    .returns(first.id(), RunView::repeats)
                    .returns(null, RunView::alertedAt);
            assertThat(node.list(A)).hasSize(4);
            assertThat(node.view(first.id())).as("history stays").returns(1L, RunView::failed);
        }

        @Test
        void fails_again_when_nothing_was_mended_and_stands_in_nobodys_way() {
            assertThat(repeat(first.id())).returns(1L, RunView::planned).returns(1L, RunView::failed);
        }
    }

    @Nested
    class A_fact_that_cannot_be_read {

        @Test
        void fails_what_rests_on_it_and_leaves_the_others_of_its_batch() throws SQLException {
            unguarded(
                    B,
                    "insert into legal_basis (tenant_id, id, number, client_id, letter, purposes, categories,"
                            + " first_day, evidence, changed_by, change_reason)"
                            + " values (:tenant, uuid(), 'B-2', ?, 'z', 'P7', 'GOAL', '2025-01-01', 'x', 'test', 'a test')",
                    TwoTenants.client(1));
            var run = node.run();

            assertThat(parts(run.id(), RunPart.State.FAILED))
                    .extracting(RunPart::tenant, RunPart::trajectory, RunPart::reason)
                    .containsExactlyInAnyOrder(
                            tuple(B, TwoTenants.trajectory(1), RunPart.Reason.INTERNAL),
                            tuple(B, null, RunPart.Reason.INTERNAL));
            assertThat(run).returns(6L, RunView::newlyIssued).returns(RunView.State.FINISHED, RunView::state);
        }
    }

    @Nested
    class What_waits {

        @Test
        void is_made_once_the_coach_signed_off() throws SQLException {
            tenants.tell(
                    B,
                    "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                    TwoTenants.trajectory(3));
            var first = node.run();
            tenants.tell(
                    B,
                    "update trajectory set imported_through = '2026-10-31' where tenant_id = :tenant and id = ?",
                    TwoTenants.trajectory(3));
            var again = repeat(first.id());

            assertThat(parts(again.id(), null))
                    .extracting(RunPart::tenant, RunPart::trajectory, RunPart::state)
                    .containsExactly(tuple(B, TwoTenants.trajectory(3), RunPart.State.ISSUED));
        }
    }

    @Nested
    class A_run_that_left_nothing {

        @Test
        void is_not_repeated() {
            var run = node.run().id();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.runs.repeat(run, "test"))
                    .returns("nothing-to-repeat", Refusal::code);
        }
    }

    @Nested
    class A_run_that_goes_on {

        @Test
        void is_not_repeated() {
            var run = node.plan();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.runs.repeat(run, "test"))
                    .returns("run-going-on", Refusal::code);
        }
    }

    @Nested
    class A_run_that_is_not_there {

        @Test
        void is_unknown() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.runs.repeat(UUID.randomUUID(), "test"))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }
}
