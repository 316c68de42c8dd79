package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A run works for many tenants, and for each of them it may do what that tenant's own portal may, and no more. */
@NullUnmarked
class RunAuthorityTest extends AtTwoTenants {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;

    @Nested
    class A_run {

        @Test
        void tells_who_started_it() {
            assertThat(node.run().startedBy()).isEqualTo("test");
        }

        @Test
        void makes_nothing_that_the_portal_of_the_tenant_is_not_given_and_all_that_it_is() throws Exception {
            tenants.tell(
                    A,
                    "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test', 'a test')",
                    TwoTenants.client(2));
            tenants.tell(B, "update commission set data_scope = 'IDENT,PLAN' where tenant_id = :tenant");
            node.run();

            for (var tenant : List.of(A, B)) {
                var made = made(tenant);
                var given = CurrentTenant.with(
                        tenant,
                        () -> node.reports
                                .list(new Reports.Query(null, null, null, null, 50), "portal")
                                .reports());
                assertThat(given).extracting(Report::id).containsExactlyInAnyOrderElementsOf(made);
                for (var report : given) {
                    assertThat(node.pull(tenant, report.id())).isNotBlank();
                }
            }
            assertThat(made(A)).hasSize(3);
            assertThat(made(B)).hasSize(4);
        }

        @Test
        void makes_nothing_for_one_tenant_that_another_can_find() throws Exception {
            node.run();

            for (var report : made(A)) {
                assertThatExceptionOfType(Refusal.class).isThrownBy(() -> node.get(B, report));
            }
        }
    }

    @Nested
    class A_piece_of_work {

        @Test
        void for_one_tenant_does_not_reach_the_commission_of_another_whatever_its_task_says() throws SQLException {
            var run = node.plan();
            var theirs = UUID.randomUUID();
            tenants.tell(
                    B,
                    "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                            + " sickness_related) values (:tenant, ?, 'C-2', 'E2', 'SPOOR_2', '2025-01-01', 'IDENT', true)",
                    theirs);

            // Nothing of it is planned for this tenant, so there is nothing to make.
            node.worker.make(new CommissionWork(run, A, theirs));
            try (var connection = database.getConnection()) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> CommissionCard.load(connection, new CommissionWork(run, A, theirs)));
            }

            assertThat(made(A)).isEmpty();
            assertThat(made(B)).isEmpty();
        }

        @Test
        void makes_reports_of_its_own_tenant_only_though_all_ids_are_the_same() throws SQLException {
            var run = node.plan();

            node.make(run, A);

            assertThat(made(A)).hasSize(4);
            assertThat(made(B)).isEmpty();
        }
    }

    private List<UUID> made(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant)
                    .query("select id from report where tenant_id = :tenant", row -> row.uuid("id"));
        }
    }
}
