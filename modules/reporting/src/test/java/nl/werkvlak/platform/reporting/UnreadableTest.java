package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What was released in one report of a tenant does not open any more, while all reports have to be judged again. Another tenant
 * has reports of the same people, by the same ids.
 */
@NullUnmarked
class UnreadableTest extends AtTwoTenants {

    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final UUID SECOND = TwoTenants.trajectory(2);
    private static final UUID THIRD = TwoTenants.trajectory(3);

    private Report old;

    @BeforeEach
    void a_month_of_reports() throws SQLException {
        for (var tenant : List.of(A, B)) {
            tenants.tell(
                    tenant,
                    "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                            + " values (:tenant, uuid(), ?, '2026-10-12', 3, 'BEGELEIDING')",
                    FIRST);
        }
        node.run();
        old = node.reportOf(A, FIRST);
        node.pull(A, old.id());
    }

    /** As a disk would that lost a byte; no trigger stands in its way. */
    private void damage(Report report) throws SQLException {
        tenants.tell(
                A,
                "update report_content set document = left(document, length(document) - 1)"
                        + " where tenant_id = :tenant and report_id = ?",
                report.id());
    }

    private void withoutGuards() {
        Transactions.in(database, connection -> Sql.ofPlatform(connection).update("drop trigger report_content_stays"));
    }

    /** For a reason of which nothing comes, for each of them. */
    private void allAreJudgedAnew() throws SQLException {
        for (var tenant : List.of(A, B)) {
            tenants.tell(tenant, "update client set birth_date = '1980-01-02' where tenant_id = :tenant");
        }
    }

    @Nested
    class A_report_that_cannot_be_judged_again {

        @BeforeEach
        void is_one_of_those_that_are_followed() throws SQLException {
            withoutGuards();
            damage(old);
            tenants.tell(A, "update trajectory set education = 'Mbo' where tenant_id = :tenant and id = ?", SECOND);
            allAreJudgedAnew();

            node.corrector.follow();
        }

        @Test
        void keeps_none_of_the_others_from_being_judged() throws SQLException {
            assertThat(node.reportOf(A, SECOND).version()).as("rectified").isEqualTo(2);
            assertThat(node.reportOf(A, THIRD).version()).as("as it was").isOne();
            assertThat(causes()).containsExactlyInAnyOrder(old.id() + " UNREADABLE", reportOf(SECOND) + " RECTIFIED");
            assertThat(tenants.texts("select 1 t from fact_version where is_news"))
                    .isEmpty();
            assertThat(node.list(B))
                    .hasSize(5)
                    .allSatisfy(report -> assertThat(report.version()).isOne());
        }

        @Test
        void is_made_anew_of_what_is_recorded_and_who_opened_it_is_told() throws Exception {
            var corrected = node.reportOf(A, FIRST);
            assertThat(corrected.version()).isEqualTo(2);
            assertThat(node.pull(A, corrected.id())).contains("Hoofddoel " + TwoTenants.word(A));
            assertThat(notices(A))
                    .extracting(Notices.Notice::what, Notices.Notice::number)
                    .containsExactlyInAnyOrder(
                            tuple(Notices.What.WITHDRAWN, old.number()), tuple(Notices.What.CORRECTED, old.number()));
            assertThat(notices(B)).isEmpty();
        }

        @Test
        void is_a_failed_part_with_its_reason_and_one_alert_however_often_it_is_followed() throws SQLException {
            node.corrector.follow();
            allAreJudgedAnew();
            node.corrector.follow();

            var told = node.runs.recent(10).stream()
                    .filter(run -> run.startedBy().equals(Runs.RECHECK))
                    .toList();
            assertThat(told).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(RunView.State.FINISHED);
                assertThat(run.period()).isEqualTo(Node.OCTOBER);
                assertThat(run.scopeName()).isEqualTo("AAA C-1");
                assertThat(run.planned()).isOne();
                assertThat(run.failed()).isOne();
                assertThat(run.alertedAt()).isEqualTo(TwoTenants.CLOCK.instant());
            });
            var run = told.get(0).id();
            assertThat(node.runs
                            .parts(run, new RunPart.Query(null, null, null, 10))
                            .items())
                    .singleElement()
                    .satisfies(part -> {
                        assertThat(part.trajectory()).isEqualTo(FIRST);
                        assertThat(part.state()).isEqualTo(RunPart.State.FAILED);
                        assertThat(part.reason()).isEqualTo(RunPart.Reason.INTERNAL);
                    });
            assertThat(tenants.texts("select concat(run_id, ' ', state) t from alert_mail"))
                    .containsExactly(run + " QUEUED");
        }
    }

    @Nested
    class An_invoice_specification_that_cannot_be_judged_again {

        @Test
        void fails_as_one_of_its_commission() throws SQLException {
            var invoice = node.list(A, ReportKind.INVOICE).get(0);
            withoutGuards();
            damage(invoice);
            allAreJudgedAnew();

            node.corrector.follow();

            assertThat(node.list(A, ReportKind.INVOICE).get(0).version()).isEqualTo(2);
            assertThat(tenants.texts("select concat(p.kind, ' ', p.subject_id) t from run_part p join reporting_run r"
                            + " on r.id = p.run_id where r.started_by = 'recheck'"))
                    .containsExactly("INVOICE " + TwoTenants.COMMISSION);
            assertThat(node.reportOf(A, FIRST).version()).isOne();
        }
    }

    private String reportOf(UUID trajectory) throws SQLException {
        return tenants.texts("select id t from report where version = 1 and kind = 'PROGRESS' and tenant_id = '%s'"
                                .formatted(A)
                        + " and subject_id = '%s'".formatted(trajectory))
                .get(0);
    }

    private List<Notices.Notice> notices(TenantId tenant) throws Exception {
        return CurrentTenant.with(
                tenant,
                () -> new Notices(database, TwoTenants.CLOCK)
                        .list(new Notices.Query(null, null, 50))
                        .items());
    }

    private List<String> causes() throws SQLException {
        return tenants.texts("select concat(report_id, ' ', cause) t from report_standing where cause is not null");
    }
}
