package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a run plans beside progress and accountability: final reports, and invoice specifications. */
@NullUnmarked
class RunKindsTest extends AtTwoTenants {

    private RunView run() {
        return node.run();
    }

    private List<String> states(TenantId tenant, String kind) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select state from run_part where tenant_id = :tenant and kind = ?",
                            row -> row.text("state"),
                            kind);
        }
    }

    private List<String> texts(TenantId tenant, String kind, UUID keyOwner) throws SQLException {
        try (var connection = database.getConnection()) {
            var key = TwoTenants.VAULT
                    .keysFor(connection, tenant, Set.of(keyOwner))
                    .get(keyOwner);
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select r.id, r.number, c.pdf from report r join report_content c on c.tenant_id = r.tenant_id"
                                    + " and c.report_id = r.id where r.tenant_id = :tenant and r.kind = ? order by r.version",
                            row -> row.text("number") + "\n"
                                    + text(SealedPdf.open(row.bytes("pdf"), key, row.uuid("id"))),
                            kind);
        }
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class A_trajectory_that_ended_in_the_month {

        @BeforeEach
        void ends() throws SQLException {
            for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
                tenants.tell(
                        tenant,
                        "update trajectory set ended_on = ?, end_reason = 'NIET_HAALBAAR' where tenant_id = :tenant and id = ?",
                        tenant.equals(TwoTenants.A) ? "2026-10-31" : "2026-09-30",
                        TwoTenants.trajectory(1));
            }
        }

        @Test
        void gets_a_final_report_beside_its_last_progress_report() throws SQLException {
            var run = run();

            assertThat(run.issued()).isEqualTo(run.planned());
            assertThat(states(TwoTenants.A, "FINAL")).containsExactly("ISSUED");
            assertThat(states(TwoTenants.A, "PROGRESS")).containsExactly("ISSUED", "ISSUED", "ISSUED");
            assertThat(states(TwoTenants.B, "FINAL"))
                    .as("it ended in another month")
                    .isEmpty();
            assertThat(texts(TwoTenants.A, "FINAL", TwoTenants.client(1)))
                    .singleElement()
                    .asString()
                    .startsWith("ER-C-1-2026-10-0001\n")
                    .contains("Eindrapportage", "Hoofddoel Appelboom")
                    .doesNotContain(TwoTenants.word(TwoTenants.B));
        }

        @Test
        void waits_like_any_other_part_until_the_coach_signed_off() throws SQLException {
            tenants.tell(
                    TwoTenants.A,
                    "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                    TwoTenants.trajectory(1));
            run();

            assertThat(states(TwoTenants.A, "FINAL")).containsExactly("WAITING");
        }

        @Test
        void is_withheld_like_any_other_part_without_a_basis() throws SQLException {
            tenants.tell(TwoTenants.A, "update legal_basis set first_day = '2027-01-01' where tenant_id = :tenant");
            run();

            assertThat(states(TwoTenants.A, "FINAL")).containsExactly("WITHHELD");
            assertThat(texts(TwoTenants.A, "FINAL", TwoTenants.client(1))).isEmpty();
        }

        @Test
        void gets_no_second_one_from_a_second_run() throws SQLException {
            run();
            var again = run();

            assertThat(again.newlyIssued()).isZero();
            assertThat(texts(TwoTenants.A, "FINAL", TwoTenants.client(1))).hasSize(1);
        }
    }

    @Nested
    class Hours_of_the_month {

        @BeforeEach
        void are_worked() throws SQLException {
            worked(TwoTenants.A, 1, "2026-10-12", "1.5");
            worked(TwoTenants.A, 2, "2026-10-13", "2");
            worked(TwoTenants.B, 1, "2026-09-13", "7");
        }

        private void worked(TenantId tenant, int person, String day, String hours) throws SQLException {
            tenants.tell(
                    tenant,
                    "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                            + " values (:tenant, uuid(), ?, ?, ?, 'BEGELEIDING')",
                    TwoTenants.trajectory(person),
                    day,
                    new BigDecimal(hours));
        }

        @Test
        void are_specified_by_reference_and_never_by_name() throws SQLException {
            run();

            assertThat(texts(TwoTenants.A, "INVOICE", TwoTenants.A.value()))
                    .singleElement()
                    .asString()
                    .startsWith("FS-C-1-2026-10-0001\n")
                    .contains("K1 Begeleiding 1,50 135,00", "K2 Begeleiding 2,00 180,00", "EUR 381,15")
                    .doesNotContain("Jansen");
            assertThat(states(TwoTenants.B, "INVOICE"))
                    .as("no hours in this month")
                    .isEmpty();
        }

        @Test
        void wait_until_all_of_them_are_signed_off() throws SQLException {
            tenants.tell(
                    TwoTenants.A,
                    "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                    TwoTenants.trajectory(2));
            run();

            assertThat(states(TwoTenants.A, "INVOICE")).containsExactly("WAITING");
        }

        @Test
        void of_somebody_who_objected_are_left_out() throws SQLException {
            tenants.tell(
                    TwoTenants.A,
                    "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test', 'a test')",
                    TwoTenants.client(1));
            run();

            assertThat(texts(TwoTenants.A, "INVOICE", TwoTenants.A.value()))
                    .singleElement()
                    .asString()
                    .contains("K2 Begeleiding 2,00 180,00", "EUR 217,80")
                    .doesNotContain("K1");
        }

        @Test
        void that_nobody_may_be_told_of_withhold_the_specification() throws SQLException {
            tenants.tell(TwoTenants.A, "update legal_basis set categories = 'IDENT' where tenant_id = :tenant");
            run();

            assertThat(states(TwoTenants.A, "INVOICE")).containsExactly("WITHHELD");
        }
    }
}
