package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A withdrawal is committed while reports of two tenants are judged, or made: whatever comes after it honours it. */
@NullUnmarked
class WithdrawalTest extends AtTwoTenants {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final UUID FIRST = TwoTenants.trajectory(1);

    @Test
    void while_another_node_is_judging_is_honoured_by_both() throws Exception {
        node.run();
        var report = node.reportOf(A, FIRST);
        tenants.tell(A, "update commission set secrecy_signed_on = '2024-12-16' where tenant_id = :tenant");
        var judged = new CountDownLatch(1);
        var withdrawn = new CountDownLatch(1);
        var once = new AtomicBoolean();
        var thread = Executors.newSingleThreadExecutor();
        try (var slow = whose(statement -> {
            if (statement.startsWith("update report_standing set facts") && once.compareAndSet(false, true)) {
                judged.countDown();
                await(withdrawn);
            }
        })) {
            var pull = thread.submit(() -> slow.assertUnknown(A, report.id()));
            await(judged);
            tenants.restrict(A, 1);
            node.assertUnknown(A, report.id());
            withdrawn.countDown();
            pull.get(1, TimeUnit.MINUTES);
        }
        thread.shutdown();
    }

    @Test
    void after_the_instant_of_the_run_and_before_its_work_is_honoured_by_every_report_of_it() throws SQLException {
        var run = node.plan();
        clock.set("2026-11-05T09:30:00Z");
        tenants.tell(
                A,
                "insert into objection (tenant_id, id, client_id, received_at, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, '2026-11-05 09:10:00', 'test', 'a test')",
                TwoTenants.client(1));
        node.make(run);

        assertThat(node.view(run).withheld()).isEqualTo(1);
        assertThat(node.list(A, ReportKind.PROGRESS)).hasSize(2);
        assertThat(tenants.texts("select distinct client_id t from report_person p join report r on r.tenant_id ="
                        + " p.tenant_id and r.id = p.report_id where r.kind = 'ACCOUNTABILITY' and r.tenant_id = '%s'"
                                .formatted(A)))
                .hasSize(2);
    }

    @Test
    void while_the_reports_are_being_made_is_honoured_by_them() throws SQLException {
        var once = new AtomicBoolean();
        try (var slow = whose(statement -> {
            if (statement.endsWith("lock in share mode") && once.compareAndSet(false, true)) {
                tenants.restrict(A, 1);
                tenants.restrict(B, 1);
            }
        })) {
            assertThat(slow.run()).returns(2L, RunView::withheld).returns(6L, RunView::issued);
        }

        assertThat(node.list(A, ReportKind.PROGRESS)).hasSize(2);
        assertThat(tenants.texts("select count(*) t from disclosure where report_id not in (select id from report)"))
                .containsExactly("0");
    }

    /** Another node, of which each statement is heard before it is asked. */
    private Node whose(ListeningDatabase.Listener listener) {
        return new Node(ListeningDatabase.over(database, listener), clock);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
