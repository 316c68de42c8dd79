package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Two tenants with reports of October of the same people, by the same ids: what is rectified at one (GDPR 16, regulation art.
 * 14.1.b) finds the reports in which it stands, and no other.
 */
@NullUnmarked
class RectificationTest extends AtTwoTenants {

    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final UUID ENDED = TwoTenants.trajectory(2);
    private static final String OF_FIRST = " where tenant_id = :tenant and trajectory_id = ?";

    private Report old;

    @BeforeEach
    void a_month_of_reports() throws SQLException {
        for (var tenant : List.of(A, B)) {
            tenants.tell(
                    tenant,
                    "update trajectory set ended_on = '2026-10-30', end_reason = 'NIET_HAALBAAR'"
                            + " where tenant_id = :tenant and id = ?",
                    ENDED);
            for (var trajectory : List.of(FIRST, ENDED)) {
                record(tenant, trajectory);
            }
        }
        node.run();
        old = node.reportOf(A, FIRST);
        node.pull(A, old.id());
        node.pull(B, node.reportOf(B, FIRST).id());
    }

    private void record(TenantId tenant, UUID trajectory) throws SQLException {
        for (var statement : List.of(
                "update trajectory set job_title = 'Kok' where tenant_id = :tenant and id = ?",
                "insert into goal (tenant_id, id, trajectory_id, position, description, due, status)"
                        + " values (:tenant, uuid(), ?, 1, 'Leren lassen', '2026-12-01', 'OPEN')",
                "insert into agreement (tenant_id, id, trajectory_id, agreed_on, action, actor, due, changed_by,"
                        + " change_reason) values (:tenant, uuid(), ?, '2026-10-12', 'Rooster vragen', 'CLIENT',"
                        + " '2026-11-12', 'test', 'a test')",
                "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance, subject)"
                        + " values (:tenant, uuid(), ?, '2026-10-12 09:00:00', 'GESPREK', 30, 'AANWEZIG', 'Rooster')",
                "insert into progress (tenant_id, id, trajectory_id, measured_on, status, ladder, score)"
                        + " values (:tenant, uuid(), ?, '2026-10-20', 'OP_SCHEMA', 4, 7)",
                "insert into strength (tenant_id, id, trajectory_id, kind, description)"
                        + " values (:tenant, uuid(), ?, 'STERK', 'Stipt')",
                "insert into placement (tenant_id, id, trajectory_id, started_on, contract, hours_per_week, employer,"
                        + " client_informed) values (:tenant, uuid(), ?, '2026-10-05', 'BEPAALDE_TIJD', 24, 'Bakkerij',"
                        + " false)",
                "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                        + " values (:tenant, uuid(), ?, '2026-10-12', 3, 'BEGELEIDING')")) {
            tenants.tell(tenant, statement, trajectory);
        }
    }

    @Nested
    class A_value_that_a_report_showed {

        @Test
        void is_rectified_in_a_corrected_version() throws SQLException {
            rectified("update goal set description = 'Leren solderen'" + OF_FIRST, "Leren solderen");
            rectified("update agreement set action = 'Werkschema vragen'" + OF_FIRST, "Werkschema vragen");
            rectified("update agreement set actor = 'COACH'" + OF_FIRST, "COACH");
            rectified("update contact_moment set minutes = 45" + OF_FIRST, "45");
            rectified("update progress set ladder = 5" + OF_FIRST, "\"ladder\":5");
            rectified("update strength set description = 'Secuur'" + OF_FIRST, "Secuur");
            rectified("update placement set hours_per_week = 28" + OF_FIRST, "28");
            rectified("update hours_worked set hours = 4.25" + OF_FIRST, "4.25");
            rectified("update trajectory set education = 'Mbo' where tenant_id = :tenant and id = ?", "Mbo");
            rectified("update trajectory set job_title = 'Bakker' where tenant_id = :tenant and id = ?", "Bakker");
            rectified(
                    "update client set last_name = 'Janssen' where tenant_id = :tenant and id ="
                            + " (select client_id from trajectory where tenant_id = :tenant and id = ?)",
                    "Janssen");
            rectified("delete from contact_moment" + OF_FIRST, "goals");

            node.corrector.follow();
            assertThat(node.reportOf(A, FIRST).version()).as("once is enough").isEqualTo(old.version());
            assertThat(causes()).containsExactly("RECTIFIED");
            nobodyElse();
        }

        private void rectified(String change, String shown) throws SQLException {
            tenants.tell(A, change, FIRST);

            assertThatExceptionOfType(Refusal.class).as(change).isThrownBy(() -> node.pull(A, old.id()));
            node.correct();

            var corrected = node.reportOf(A, FIRST);
            assertThat(corrected.version()).as(change).isEqualTo(old.version() + 1);
            assertThat(corrected.number()).isEqualTo(old.number());
            assertThat(json(A, corrected)).contains(shown);
            old = corrected;
        }

        @Test
        void may_be_that_a_goal_was_reached_or_given_up() throws SQLException {
            for (var tenant : List.of(A, B)) {
                tenants.tell(tenant, "update goal set status = 'BEHAALD' where tenant_id = :tenant");
            }
            rectified("update progress set ladder = 5" + OF_FIRST, "BEHAALD");
            rectified("update goal set status = 'NIET_BEHAALD'" + OF_FIRST, "NIET_BEHAALD");
            rectified("update goal set status = 'OPEN'" + OF_FIRST, "OPEN");
            nobodyElse();
        }

        @Test
        void is_told_to_who_opened_the_report_and_to_nobody_else() throws Exception {
            tenants.tell(A, "update progress set ladder = 5 where tenant_id = :tenant");

            node.corrector.follow();

            assertThat(notices(A))
                    .extracting(Notices.Notice::number, Notices.Notice::what, Notices.Notice::nextVersion)
                    .containsExactlyInAnyOrder(
                            tuple(old.number(), Notices.What.WITHDRAWN, null),
                            tuple(old.number(), Notices.What.CORRECTED, 2));
            assertThat(notices(B)).isEmpty();
            assertThat(node.list(A, ReportKind.FINAL))
                    .as("the final report shows the ladder as well")
                    .allSatisfy(report -> assertThat(report.version()).isEqualTo(2));
            nobodyElse();
        }

        @Test
        void finds_the_invoice_specification_in_which_it_was_counted() throws SQLException {
            var invoice = node.list(A, ReportKind.INVOICE).get(0);
            tenants.tell(
                    A, "update hours_worked set hours = 4.25 where tenant_id = :tenant and trajectory_id = ?", FIRST);

            node.corrector.follow();

            var corrected = node.list(A, ReportKind.INVOICE).get(0);
            assertThat(corrected.number()).isEqualTo(invoice.number());
            assertThat(corrected.version()).isEqualTo(2);
            assertThat(json(A, corrected)).contains("7.25");
            assertThat(node.list(B, ReportKind.INVOICE).get(0).version()).isOne();
        }

        @Test
        void that_is_recorded_late_completes_what_the_report_added_up() throws SQLException {
            tenants.tell(
                    A,
                    "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance)"
                            + " values (:tenant, uuid(), ?, '2026-10-28 09:00:00', 'VIDEO', 20, 'AANWEZIG')",
                    FIRST);

            node.corrector.follow();

            assertThat(node.reportOf(A, FIRST).version()).isEqualTo(2);
            assertThat(json(A, node.reportOf(A, FIRST))).contains("VIDEO", "\"held\":2");
            nobodyElse();
        }
    }

    @Nested
    class What_goes_on {

        @Test
        void corrects_no_report_of_before() throws SQLException {
            for (var change : List.of(
                    "update goal set status = 'BEHAALD', due = '2027-01-31' where tenant_id = :tenant",
                    "update agreement set due = '2026-11-30', done_on = '2026-11-03' where tenant_id = :tenant",
                    "insert into agreement (tenant_id, id, trajectory_id, agreed_on, action, actor, changed_by,"
                            + " change_reason) select tenant_id, uuid(), id, '2026-11-03', 'Stage zoeken', 'COACH',"
                            + " 'test', 'a test' from trajectory where tenant_id = :tenant",
                    "update trajectory set planned_end = '2027-03-31' where tenant_id = :tenant",
                    "update commission set hourly_rate = 95 where tenant_id = :tenant",
                    "update client set phone = 'x' where tenant_id = :tenant",
                    "insert into goal (tenant_id, id, trajectory_id, position, description, status)"
                            + " select tenant_id, uuid(), id, 2, 'Stage', 'OPEN' from trajectory where tenant_id = :tenant",
                    "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance)"
                            + " select tenant_id, uuid(), id, '2026-11-03 09:00:00', 'GESPREK', 30, 'AANWEZIG'"
                            + " from trajectory where tenant_id = :tenant",
                    "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                            + " select tenant_id, uuid(), id, '2026-11-03', 2, 'BEGELEIDING' from trajectory"
                            + " where tenant_id = :tenant",
                    "insert into progress (tenant_id, id, trajectory_id, measured_on, status, ladder)"
                            + " select tenant_id, uuid(), id, '2026-11-03', 'VERTRAAGD', 5 from trajectory"
                            + " where tenant_id = :tenant")) {
                tenants.tell(A, change);
            }
            askedAnew();

            node.corrector.follow();

            assertThat(node.list(A))
                    .allSatisfy(report -> assertThat(report.version()).isOne());
            assertThat(causes()).isEmpty();
        }

        @Test
        void is_not_even_looked_at() throws SQLException {
            var before = versions();
            tenants.tell(A, "update goal set status = 'BEHAALD' where tenant_id = :tenant");
            tenants.tell(A, "update agreement set done_on = '2026-11-03' where tenant_id = :tenant");
            tenants.tell(
                    A,
                    "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                            + " select tenant_id, uuid(), id, '2026-11-03', 2, 'BEGELEIDING' from trajectory"
                            + " where tenant_id = :tenant");

            assertThat(versions()).isEqualTo(before);
        }

        /** For another reason, so that the documents are held against each other. */
        private void askedAnew() throws SQLException {
            tenants.tell(A, "update client set birth_date = '1980-01-02' where tenant_id = :tenant");
        }

        private List<String> versions() throws SQLException {
            return texts(A, "select concat(id, version) t from fact_version where tenant_id = :tenant order by id");
        }
    }

    @Nested
    class A_late_value_of_a_month_that_was_not_reported {

        @Test
        void keeps_no_run_waiting_while_it_is_being_recorded() throws SQLException {
            tenants.join(A, 4, 4, "2026-01-05");
            try (var importing = database.getConnection()) {
                importing.setAutoCommit(false);
                Sql.ofTenant(importing, A)
                        .update(
                                "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                                        + " values (:tenant, uuid(), ?, '2026-10-13', 2, 'BEGELEIDING')",
                                TwoTenants.trajectory(4));

                assertThat(node.run().newlyIssued()).isOne();
                importing.rollback();
            }
        }
    }

    @Nested
    class A_value_that_the_report_did_not_show {

        @Test
        void tells_the_tenant_nothing_when_it_is_rectified() throws SQLException {
            tenants.tell(A, "update placement set employer = 'Slagerij' where tenant_id = :tenant");

            node.corrector.follow();

            assertThat(node.list(A))
                    .allSatisfy(report -> assertThat(report.version()).isOne());
        }
    }

    private void nobodyElse() {
        assertThat(node.list(B))
                .allSatisfy(report -> assertThat(report.version()).isOne());
        assertThat(node.reportOf(A, TwoTenants.trajectory(3)).version()).isOne();
    }

    private String json(TenantId tenant, Report report) {
        return new String(node.pull(tenant, report.id(), Form.JSON), StandardCharsets.UTF_8);
    }

    private List<Notices.Notice> notices(TenantId tenant) throws Exception {
        return CurrentTenant.with(
                tenant,
                () -> new Notices(database, TwoTenants.CLOCK)
                        .list(new Notices.Query(null, null, 50))
                        .items());
    }

    private List<String> causes() throws SQLException {
        return texts(A, "select distinct cause t from report_standing where tenant_id = :tenant and cause is not null");
    }

    private List<String> texts(TenantId tenant, String question) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant).query(question, row -> row.text("t"));
        }
    }
}
