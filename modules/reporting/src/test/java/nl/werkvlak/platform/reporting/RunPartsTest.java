package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static nl.werkvlak.platform.reporting.TwoTenants.COMMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Each report that a run planned: where it is, and why there is none. */
@NullUnmarked
class RunPartsTest extends AtTwoTenants {

    private List<RunPart> all(UUID run, RunPart.State state, TenantId tenant) {
        return node.runs.parts(run, new RunPart.Query(state, tenant, null, 50)).items();
    }

    @Test
    void are_all_planned_before_anything_is_made() {
        var run = node.plan();

        assertThat(all(run, null, null))
                .hasSize(8)
                .allSatisfy(part -> assertThat(part)
                        .returns(RunPart.State.PLANNED, RunPart::state)
                        .returns(null, RunPart::reason));
    }

    @Test
    void are_made_in_turns_so_that_a_large_commission_keeps_no_other_waiting() {
        var run = node.plan();
        var work = new CommissionWork(run, A, COMMISSION);
        var inOnes = new RunWorker(database, TwoTenants.VAULT, new Renderer(), TwoTenants.CLOCK, 1);

        assertThat(inOnes.make(work)).isTrue();
        assertThat(all(run, RunPart.State.PLANNED, A)).hasSize(3);

        var turns = 1;
        while (inOnes.make(work)) {
            turns++;
        }
        // What is over many goes along with the last of those that are each about one.
        assertThat(turns).isEqualTo(2);
        assertThat(all(run, RunPart.State.PLANNED, A)).isEmpty();
        assertThat(all(run, RunPart.State.PLANNED, B)).hasSize(4);
    }

    @Test
    void are_running_while_a_node_has_their_commission_in_hand() throws SQLException {
        var run = node.plan();
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection)
                    .update(
                            "update scheduled_tasks set picked = true, picked_by = 'a node'"
                                    + " where task_name = 'run-commission' and task_data = ?",
                            new CommissionWork(run, A, COMMISSION).text());
        }

        assertThat(all(run, RunPart.State.RUNNING, null))
                .hasSize(4)
                .extracting(RunPart::tenant)
                .containsOnly(A);
        assertThat(all(run, RunPart.State.PLANNED, null))
                .hasSize(4)
                .extracting(RunPart::tenant)
                .containsOnly(B);
        assertThat(node.view(run).running()).isEqualTo(4);
    }

    @Test
    void say_why_there_is_no_report() throws SQLException {
        tenants.tell(
                A,
                "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                TwoTenants.trajectory(1));
        tenants.tell(
                B,
                "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test', 'a test')",
                TwoTenants.client(1));
        var run = node.run().id();

        assertThat(all(run, RunPart.State.WAITING, null))
                .extracting(RunPart::tenant, RunPart::trajectory, RunPart::reason)
                .containsExactly(tuple(A, TwoTenants.trajectory(1), RunPart.Reason.NOT_SIGNED_OFF));
        assertThat(all(run, RunPart.State.WITHHELD, null))
                .extracting(RunPart::tenant, RunPart::trajectory, RunPart::reason)
                .containsExactly(tuple(B, TwoTenants.trajectory(1), RunPart.Reason.NOTHING_MAY_LEAVE));
        assertThat(all(run, null, B)).hasSize(4);
        assertThat(node.runs.notIssued(run))
                .extracting(NotIssued::tenantCode, NotIssued::number, NotIssued::reason, NotIssued::parts)
                .containsExactly(
                        tuple("AAA", "C-1", RunPart.Reason.NOT_SIGNED_OFF, 1L),
                        tuple("BBB", "C-1", RunPart.Reason.NOTHING_MAY_LEAVE, 1L));
    }

    @Test
    void that_were_given_up_failed_because_of_the_database() {
        var run = node.plan();
        node.giveUp(run, B);

        assertThat(all(run, RunPart.State.FAILED, null))
                .hasSize(4)
                .allSatisfy(part ->
                        assertThat(part).returns(B, RunPart::tenant).returns(RunPart.Reason.DATABASE, RunPart::reason));
    }

    @Test
    void of_a_withdrawn_report_are_withheld_as_withdrawn() throws SQLException {
        node.run();
        tenants.tell(
                A,
                "update report_standing s join report r on r.tenant_id = s.tenant_id and r.id = s.report_id"
                        + " set s.withdrawn_at = '2026-11-04 10:00:00', s.cause = 'a test'"
                        + " where s.tenant_id = :tenant and r.trajectory_id = ?",
                TwoTenants.trajectory(2));
        var again = node.run().id();

        assertThat(all(again, RunPart.State.WITHHELD, null))
                .singleElement()
                .returns(A, RunPart::tenant)
                .returns(RunPart.Reason.WITHDRAWN, RunPart::reason);
    }

    @Test
    void come_page_after_page_each_once() {
        var run = node.plan();
        var seen = new ArrayList<UUID>();
        RunPart.Place after = null;
        do {
            var page = node.runs.parts(run, new RunPart.Query(null, null, after, 3));
            page.items().forEach(part -> seen.add(part.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void of_a_run_that_is_not_there_are_unknown() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> all(UUID.randomUUID(), null, null))
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }
}
