package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Page;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tenants with the same reports; what happens to those of one is told to that one. */
@NullUnmarked
class NoticesTest extends AtTwoTenants {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final UUID FIRST = TwoTenants.trajectory(1);

    private Notices notices;

    @BeforeEach
    void a_month_of_reports() throws SQLException {
        notices = new Notices(database, TwoTenants.CLOCK);
        node.run();
    }

    @Nested
    class A_tenant_that_opened_a_report {

        private Report old;

        @BeforeEach
        void opens_it() {
            old = node.reportOf(A, FIRST);
            node.pull(A, old.id());
            node.pull(B, node.reportOf(B, FIRST).id());
        }

        @Test
        void is_told_that_it_was_withdrawn_and_nothing_else_when_nothing_is_permitted_any_more() throws Exception {
            restrict(A, 1);

            node.corrector.follow();

            assertThat(of(A)).singleElement().satisfies(notice -> {
                assertThat(notice.what()).isEqualTo(Notices.What.WITHDRAWN);
                assertThat(notice.number()).isEqualTo(old.number());
                assertThat(notice.version()).isOne();
                assertThat(notice.nextVersion()).isNull();
                assertThat(notice.at()).isEqualTo(TwoTenants.CLOCK.instant());
                assertThat(notice.acknowledgedAt()).isNull();
            });
            assertThat(of(B)).isEmpty();
        }

        @Test
        void is_told_which_version_took_its_place() throws Exception {
            stopEducation(A);

            node.corrector.follow();

            assertThat(of(A))
                    .filteredOn(notice -> notice.number().equals(old.number()))
                    .extracting(Notices.Notice::what, Notices.Notice::version, Notices.Notice::nextVersion)
                    .containsExactlyInAnyOrder(
                            tuple(Notices.What.WITHDRAWN, 1, null), tuple(Notices.What.CORRECTED, 1, 2));
            assertThat(of(B)).isEmpty();
        }

        @Test
        void is_told_of_the_next_version_as_well_though_it_never_opened_that() throws Exception {
            stopEducation(A);
            node.corrector.follow();
            restrict(A, 1);
            node.corrector.follow();

            assertThat(of(A))
                    .filteredOn(notice -> notice.number().equals(old.number()))
                    .extracting(Notices.Notice::version)
                    .containsExactlyInAnyOrder(1, 1, 2);
        }

        @Test
        void is_told_once_however_many_nodes_follow_and_however_often() throws Exception {
            stopEducation(A);
            try (var other = new Node(database, TwoTenants.CLOCK)) {
                var all = Executors.newFixedThreadPool(4);
                var attempts = Stream.of(node, other, node, other)
                        .map(each -> all.submit(() -> {
                            each.corrector.follow();
                            each.correct();
                            return each;
                        }))
                        .toList();
                for (var attempt : attempts) {
                    attempt.get();
                }
                all.shutdown();
            }
            node.corrector.follow();

            assertThat(of(A))
                    .filteredOn(notice -> notice.number().equals(old.number()))
                    .hasSize(2);
        }

        @Test
        void is_told_by_the_pull_that_finds_it_as_well() throws Exception {
            restrict(A, 1);

            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> node.pull(A, old.id()));

            assertThat(of(A)).hasSize(1);
        }
    }

    @Nested
    class A_tenant_that {

        @Test
        void saw_a_report_in_a_list_is_told() throws Exception {
            CurrentTenant.with(A, () -> node.reports.list(new Reports.Query(null, null, null, null, 50), "portal"));
            restrict(A, 1);

            node.corrector.follow();

            assertThat(of(A))
                    .as("of the report about this client, and of the numbers in which the client was counted")
                    .extracting(Notices.Notice::what)
                    .containsExactlyInAnyOrder(Notices.What.WITHDRAWN, Notices.What.WITHDRAWN, Notices.What.CORRECTED);
        }

        @Test
        void looks_at_the_instant_of_a_withdrawal_is_not_shown_what_it_would_never_be_told_of() throws Exception {
            var first = node.reportOf(A, FIRST);
            var once = new AtomicBoolean();
            try (var looking = new Node(
                    ListeningDatabase.over(database, statement -> {
                        if (statement.startsWith("select report_id from report_standing")
                                && statement.endsWith("lock in share mode")
                                && once.compareAndSet(false, true)) {
                            withdrawn();
                        }
                    }),
                    TwoTenants.CLOCK)) {
                var page = CurrentTenant.with(
                        A, () -> looking.reports.list(new Reports.Query(null, null, null, null, 50), "portal"));

                assertThat(once).isTrue();
                assertThat(page.reports()).extracting(Report::id).doesNotContain(first.id());
                assertThat(page.reports()).hasSize(2);
            }
            assertThat(of(A)).as("what was not shown is not told of").isEmpty();
            node.pull(B, node.reportOf(B, FIRST).id());
        }

        private void withdrawn() {
            try {
                restrict(A, 1);
                node.corrector.follow();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void never_knew_of_a_report_is_told_nothing() throws Exception {
            restrict(A, 1);

            node.corrector.follow();

            assertThat(of(A)).isEmpty();
        }
    }

    @Nested
    class A_notice {

        private Notices.Notice notice;

        @BeforeEach
        void of_a_withdrawn_report() throws Exception {
            node.pull(A, node.reportOf(A, FIRST).id());
            node.pull(A, node.reportOf(A, TwoTenants.trajectory(2)).id());
            restrict(A, 1);
            restrict(A, 2);
            node.corrector.follow();
            notice = of(A).get(0);
        }

        @Test
        void is_acknowledged_once_and_by_whom_stays() throws Exception {
            acknowledge(A, notice.id(), "portal-a");
            acknowledge(A, notice.id(), "somebody-else");

            assertThat(list(A, true)).extracting(Notices.Notice::id).containsExactly(notice.id());
            assertThat(list(A, false)).hasSize(1);
            tenants.tell(
                    A,
                    "update notice set acknowledged_by = 'portal-a' where tenant_id = :tenant and id = ?",
                    notice.id());
        }

        @Test
        void of_another_tenant_is_unknown() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> acknowledge(B, notice.id(), "portal-b"))
                    .returns("notice", Refusal::code);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> acknowledge(B, UUID.randomUUID(), "portal-b"))
                    .returns("notice", Refusal::code);
        }

        @Test
        void does_not_change_whoever_connects() {
            for (var change : List.of(
                    "update notice set noticed_at = '2026-01-01' where tenant_id = :tenant",
                    "update notice set what = 'CORRECTED', successor = report_id where tenant_id = :tenant",
                    "delete from notice where tenant_id = :tenant")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(change)
                        .isThrownBy(() -> tenants.tell(A, change))
                        .withMessageContaining("A notice does not change");
            }
        }

        @Test
        void stands_in_pages_the_latest_first() throws Exception {
            var first = page(null);
            assertThat(first.items()).hasSize(1);
            var second = page(first.next());
            assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
            assertThat(second.next()).isNull();
        }

        private Page<Notices.Notice, Notices.Place> page(Notices.Place after) throws Exception {
            return CurrentTenant.with(A, () -> notices.list(new Notices.Query(null, after, 1)));
        }
    }

    private Notices.Notice acknowledge(TenantId tenant, UUID notice, String by) throws Exception {
        return CurrentTenant.with(tenant, () -> notices.acknowledge(notice, by));
    }

    private List<Notices.Notice> of(TenantId tenant) throws Exception {
        return list(tenant, null);
    }

    private List<Notices.Notice> list(TenantId tenant, Boolean acknowledged) throws Exception {
        return CurrentTenant.with(
                tenant,
                () -> notices.list(new Notices.Query(acknowledged, null, 50)).items());
    }

    private void restrict(TenantId tenant, int client) throws SQLException {
        tenants.tell(
                tenant,
                "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, ?, 'ONRECHTMATIG', 'test', 'a test')",
                TwoTenants.client(client),
                Instant.parse("2026-11-04T10:00:00Z"));
    }

    /** Less is permitted, and not nothing. */
    private void stopEducation(TenantId tenant) throws SQLException {
        tenants.tell(
                tenant,
                "insert into restriction (tenant_id, id, client_id, categories, imposed_at, ground, changed_by,"
                        + " change_reason) values (:tenant, uuid(), ?, 'EDU', '2026-11-04 10:00:00', 'ONRECHTMATIG',"
                        + " 'test', 'a test')",
                TwoTenants.client(1));
    }
}
