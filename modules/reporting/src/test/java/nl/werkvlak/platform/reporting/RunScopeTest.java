package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static nl.werkvlak.platform.reporting.TwoTenants.COMMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A run of everything, of one tenant, of one commission, or of one trajectory; ids are the same at both tenants. */
@NullUnmarked
class RunScopeTest extends AtTwoTenants {

    private UUID start(TenantId tenant, UUID commission, UUID trajectory) {
        return node.runs.start(Node.OCTOBER, new RunScope(tenant, commission, trajectory), "test");
    }

    private List<RunPart> parts(UUID run) {
        return node.runs.parts(run, new RunPart.Query(null, null, null, 50)).items();
    }

    @Nested
    class Of_one_tenant {

        @Test
        void plans_and_makes_that_ones_reports_only() {
            var run = start(A, null, null);
            node.make(run);

            assertThat(parts(run)).hasSize(4).extracting(RunPart::tenant).containsOnly(A);
            assertThat(node.view(run))
                    .returns(4L, RunView::newlyIssued)
                    .returns("AAA", RunView::scopeName)
                    .returns(RunView.State.FINISHED, RunView::state);
            assertThat(node.list(B)).isEmpty();
        }

        @Test
        void that_has_no_commissions_ends_at_once_with_nothing_planned() throws SQLException {
            var empty = TenantId.ofCode("CCC");
            try (var connection = database.getConnection()) {
                Sql.ofPlatform(connection)
                        .update(
                                "insert into tenant (id, code, name, kind, brand_colour)"
                                        + " values (?, 'CCC', 'Leeg B.V.', 'EMPLOYER', '#0b6b50')",
                                empty);
            }

            assertThat(node.view(start(empty, null, null)))
                    .returns(RunView.State.FINISHED, RunView::state)
                    .returns(0L, RunView::planned);
        }
    }

    @Nested
    class Of_one_commission {

        @Test
        void plans_that_commission_of_that_tenant_only() throws SQLException {
            other_commission();
            var run = start(A, COMMISSION, null);

            assertThat(parts(run))
                    .hasSize(4)
                    .allSatisfy(part ->
                            assertThat(part).returns(A, RunPart::tenant).returns(COMMISSION, RunPart::commission));
            assertThat(node.view(run)).returns("AAA C-1", RunView::scopeName);
        }

        private void other_commission() throws SQLException {
            try (var connection = database.getConnection()) {
                Sql.ofTenant(connection, A)
                        .update("insert into commission (tenant_id, id, number, recipient_kind, product, first_day,"
                                + " data_scope, sickness_related, secrecy_signed_on, hours_budget, hourly_rate)"
                                + " select tenant_id, uuid(), 'C-2', recipient_kind, product, first_day, data_scope,"
                                + " sickness_related, secrecy_signed_on, hours_budget, hourly_rate from commission"
                                + " where tenant_id = :tenant");
            }
        }
    }

    @Nested
    class Of_one_trajectory {

        @Test
        void plans_its_report_and_none_about_its_commission() {
            var run = start(B, null, TwoTenants.trajectory(2));

            assertThat(parts(run))
                    .singleElement()
                    .returns(B, RunPart::tenant)
                    .returns(TwoTenants.trajectory(2), RunPart::trajectory)
                    .returns(ReportKind.PROGRESS, RunPart::kind);
            assertThat(node.view(run).scope()).isEqualTo(new RunScope(B, COMMISSION, TwoTenants.trajectory(2)));
        }
    }

    @Nested
    class By_the_names_that_people_know {

        @Test
        void is_that_of_the_tenant_whose_code_stands_beside_it() {
            for (var tenant : List.of(A, B)) {
                var code = tenant.equals(A) ? "AAA" : "BBB";
                assertThat(node.runs.scope(code, "", "")).isEqualTo(new RunScope(tenant, null, null));
                assertThat(node.runs.scope(code, "C-1", "")).isEqualTo(new RunScope(tenant, COMMISSION, null));
                assertThat(node.runs.scope(code, "", "T2"))
                        .isEqualTo(new RunScope(tenant, null, TwoTenants.trajectory(2)));
            }
            assertThat(node.runs.scope("", "", "")).isEqualTo(RunScope.ALL);
        }

        @Test
        void is_refused_at_the_field_of_the_name_that_is_not_there() throws SQLException {
            try (var connection = database.getConnection()) {
                Sql.ofTenant(connection, B).update("update commission set number = 'C-9' where tenant_id = :tenant");
            }
            refuses("CCC", "", "", "tenant", Refusal.Kind.UNKNOWN);
            refuses("AAA", "C-9", "", "commission", Refusal.Kind.UNKNOWN);
            refuses("AAA", "C-1", "T99", "trajectory", Refusal.Kind.UNKNOWN);
            refuses("", "C-1", "", "tenant", Refusal.Kind.RULE);
            refuses("", "", "T1", "tenant", Refusal.Kind.RULE);
        }

        private void refuses(String tenant, String commission, String trajectory, String field, Refusal.Kind kind) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.runs.scope(tenant, commission, trajectory))
                    .returns(kind, Refusal::kind)
                    .satisfies(refusal -> assertThat(refusal.fields()).containsOnlyKeys(field));
        }
    }

    @Nested
    class A_month_twice {

        @Test
        void makes_only_what_is_missing() {
            node.make(start(A, null, TwoTenants.trajectory(1)));
            var all = node.run();

            assertThat(all).returns(8L, RunView::issued).returns(7L, RunView::newlyIssued);
            assertThat(node.run()).returns(8L, RunView::issued).returns(0L, RunView::newlyIssued);
        }
    }

    @Nested
    class While_another_run_of_the_month_goes_on {

        private void refuses(TenantId tenant, UUID commission, UUID trajectory) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> start(tenant, commission, trajectory))
                    .returns("run-running", Refusal::code)
                    .returns(Refusal.Kind.CONFLICT, Refusal::kind);
        }

        @Test
        void one_that_touches_it_is_refused_and_leaves_nothing() {
            start(A, COMMISSION, null);

            refuses(null, null, null);
            refuses(A, null, null);
            refuses(A, COMMISSION, null);
            refuses(A, null, TwoTenants.trajectory(1));
            assertThat(node.runs.recent(10)).hasSize(1);
        }

        @Test
        void one_of_something_else_is_not() {
            start(A, null, TwoTenants.trajectory(1));

            assertThatNoException().isThrownBy(() -> {
                start(A, null, TwoTenants.trajectory(2));
                start(B, COMMISSION, null);
            });
            refuses(A, COMMISSION, null);
        }

        @Test
        void one_of_another_month_is_not() {
            start(A, null, null);

            assertThatNoException()
                    .isThrownBy(() -> node.runs.start(Node.OCTOBER.minusMonths(1), RunScope.ALL, "test"));
        }

        @Test
        void one_that_is_started_at_the_same_moment_is_refused_too() throws Exception {
            var threads = Executors.newFixedThreadPool(4);
            Callable<String> attempt = () -> {
                try {
                    return start(A, null, null).toString();
                } catch (Refusal refusal) {
                    return refusal.code();
                }
            };
            var codes = threads.invokeAll(List.of(attempt, attempt, attempt, attempt)).stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            threads.shutdown();

            assertThat(codes).filteredOn("run-running"::equals).hasSize(3);
            assertThat(node.runs.recent(10)).hasSize(1);
        }
    }

    @Nested
    class Of_something_that_is_not_there {

        private void refuses(TenantId tenant, UUID commission, UUID trajectory, String field) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> start(tenant, commission, trajectory))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind)
                    .returns(Map.of(field, field), Refusal::fields);
        }

        @Test
        void is_refused_by_the_field_that_names_it_and_starts_nothing() {
            refuses(new TenantId(UUID.randomUUID()), null, null, "tenant");
            refuses(A, UUID.randomUUID(), null, "commission");
            refuses(A, null, UUID.randomUUID(), "trajectory");
            refuses(A, COMMISSION, UUID.randomUUID(), "trajectory");
            assertThat(node.runs.recent(10)).isEmpty();
        }

        @Test
        void is_refused_when_it_is_there_at_another_tenant() throws SQLException {
            try (var connection = database.getConnection()) {
                Sql.ofTenant(connection, B)
                        .update(
                                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day,"
                                        + " data_scope, sickness_related, secrecy_signed_on, hours_budget, hourly_rate)"
                                        + " select tenant_id, ?, 'C-9', recipient_kind, product, first_day, data_scope,"
                                        + " sickness_related, secrecy_signed_on, hours_budget, hourly_rate"
                                        + " from commission where tenant_id = :tenant",
                                UUID.nameUUIDFromBytes(new byte[] {9}));
            }

            refuses(A, UUID.nameUUIDFromBytes(new byte[] {9}), null, "commission");
        }
    }
}
