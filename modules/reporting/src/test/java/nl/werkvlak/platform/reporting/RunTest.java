package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@org.jspecify.annotations.NullUnmarked
class RunTest extends AtTwoTenants {

    @Test
    void issues_a_report_per_trajectory_and_one_per_commission() {
        var run = run();
        assertThat(run.planned()).isEqualTo(8);
        assertThat(run.issued()).isEqualTo(8);
        assertThat(run.newlyIssued()).isEqualTo(8);
        assertThat(run.state()).isEqualTo(RunView.State.FINISHED);
    }

    @Test
    void issues_nothing_new_the_second_time() {
        run();
        var again = run();
        assertThat(again.issued()).isEqualTo(8);
        assertThat(again.newlyIssued()).isZero();
    }

    @Test
    void puts_only_the_tenants_own_values_in_its_reports() throws Exception {
        run();
        for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
            var other = tenant.equals(TwoTenants.A) ? TwoTenants.B : TwoTenants.A;
            assertThat(textOf(tenant, TwoTenants.trajectory(1)))
                    .contains("Hoofddoel " + TwoTenants.word(tenant), "Jo Jansen")
                    .doesNotContain(TwoTenants.word(other));
        }
    }

    @Test
    void lets_a_period_wait_that_the_coach_has_not_signed_off() throws SQLException {
        tenants.tell(
                TwoTenants.A,
                "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                TwoTenants.trajectory(1));
        var run = run();
        assertThat(run.waiting()).isEqualTo(1);
        assertThat(run.issued()).isEqualTo(7);
    }

    @Test
    void withholds_a_report_in_which_nothing_at_all_may_stand() throws SQLException {
        tenants.tell(
                TwoTenants.B,
                "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test', 'a test')",
                TwoTenants.client(2));
        var run = run();
        assertThat(run.withheld()).isEqualTo(1);
        assertThat(run.issued()).isEqualTo(7);
    }

    @Test
    void makes_nothing_of_a_client_whose_key_was_erased_and_goes_on() throws SQLException {
        try (var connection = database.getConnection()) {
            TwoTenants.VAULT.erase(connection, TwoTenants.A, TwoTenants.client(3));
        }
        var run = run();
        assertThat(run.withheld()).isEqualTo(1);
        assertThat(run.issued()).isEqualTo(7);
        assertThat(run.done()).isEqualTo(run.planned());
    }

    @Test
    void leaves_out_a_trajectory_that_ended_before_the_period() throws SQLException {
        tenants.tell(
                TwoTenants.A,
                "update trajectory set ended_on = '2026-09-30' where tenant_id = :tenant and id = ?",
                TwoTenants.trajectory(1));
        assertThat(run().planned()).isEqualTo(7);
    }

    @Test
    void writes_every_issued_report_into_the_disclosure_register() throws SQLException {
        run();
        try (var connection = database.getConnection()) {
            var entries = Sql.ofTenant(connection, TwoTenants.A)
                    .query(
                            "select categories, bases from disclosure where tenant_id = :tenant and event = 'ISSUED'",
                            row -> row.text("bases"));
            assertThat(entries).hasSize(4).containsOnly("B-1");
        }
    }

    @Test
    void refuses_a_month_that_is_not_over() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> node.runs.start(YearMonth.of(2026, 11), "test"))
                .returns("period-not-over", Refusal::code);
    }

    @Test
    void refuses_a_run_while_another_of_the_same_month_goes_on() {
        node.plan();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> node.plan()).returns("run-running", Refusal::code);
    }

    @Test
    void ends_as_failed_what_is_given_up() throws SQLException {
        var run = node.plan();
        for (var work : node.work(run)) {
            node.worker.giveUp(work, RunPart.Reason.DATABASE);
        }
        var view = node.runs.get(run);
        assertThat(view.failed()).isEqualTo(8);
        assertThat(view.state()).isEqualTo(RunView.State.FINISHED);
    }

    @Test
    void issues_each_report_once_when_two_nodes_do_the_same_work() throws Exception {
        var run = node.plan();
        var nodes = Executors.newFixedThreadPool(4);
        var attempts = node.work(run).stream()
                .flatMap(work -> Stream.of(work, work))
                .map(work -> nodes.submit(() -> node.worker.make(work)))
                .toList();
        for (var attempt : attempts) {
            try {
                attempt.get();
            } catch (ExecutionException lost) {
                // The one that came second is refused by the database, and would be tried again.
                assertThat(lost.getCause()).isInstanceOf(IllegalStateException.class);
            }
        }
        nodes.shutdown();
        node.make(run);
        var view = node.runs.get(run);
        assertThat(view.issued()).isEqualTo(8);
        assertThat(view.state()).isEqualTo(RunView.State.FINISHED);
        try (var connection = database.getConnection()) {
            assertThat(Sql.ofPlatform(connection)
                            .query(
                                    "select count(*) n, count(distinct report_id) d from disclosure",
                                    row -> row.count("n")))
                    .containsExactly(8L);
        }
    }

    @Test
    void is_known_to_a_tenant_only_when_it_made_reports_for_that_tenant() throws Exception {
        tenants.tell(
                TwoTenants.B,
                "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                        + " select :tenant, uuid(), id, 'P7', '2026-10-20 10:00:00', 'test', 'a test' from client"
                        + " where tenant_id = :tenant");
        var first = run();
        tenants.tell(
                TwoTenants.B,
                "update objection set outcome = 'OVERRIDDEN', decided_at = received_at where tenant_id = :tenant");
        var second = run();
        assertThat(first.withheld()).isEqualTo(4);
        assertThat(runsKnownTo(TwoTenants.A)).containsExactly(first.id());
        assertThat(runsKnownTo(TwoTenants.B)).containsExactly(second.id());
    }

    private List<UUID> runsKnownTo(TenantId tenant) throws Exception {
        return CurrentTenant.with(
                tenant,
                () -> node.reports.runs(10).stream().map(Reports.Run::id).toList());
    }

    private RunView run() {
        return node.run();
    }

    private String textOf(TenantId tenant, UUID trajectory) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            var client = Sql.ofTenant(connection, tenant)
                    .query(
                            "select client_id from trajectory where tenant_id = :tenant and id = ?",
                            row -> row.uuid("client_id"),
                            trajectory)
                    .get(0);
            var key =
                    TwoTenants.VAULT.keysFor(connection, tenant, Set.of(client)).get(client);
            var pdf = Sql.ofTenant(connection, tenant)
                    .query(
                            "select r.id, c.pdf from report r join report_content c on c.tenant_id = r.tenant_id"
                                    + " and c.report_id = r.id where r.tenant_id = :tenant and r.trajectory_id = ?",
                            row -> SealedPdf.open(row.bytes("pdf"), key, row.uuid("id")),
                            trajectory)
                    .get(0);
            try (var document = Loader.loadPDF(pdf)) {
                return new PDFTextStripper().getText(document);
            }
        }
    }
}
