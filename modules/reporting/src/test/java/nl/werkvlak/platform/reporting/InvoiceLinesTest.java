package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.LinesRelease;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.InvoiceDocument;
import nl.werkvlak.platform.rendering.InvoiceDocument.Line;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class InvoiceLinesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final BigDecimal RATE = new BigDecimal("90");

    private DataSource database;
    private TwoTenants tenants;

    @BeforeEach
    void hours() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        worked(TwoTenants.A, 1, "2026-09-30", "8", "BEGELEIDING");
        worked(TwoTenants.A, 1, "2026-10-01", "1.5", "BEGELEIDING");
        worked(TwoTenants.A, 1, "2026-10-31", "0.25", "BEGELEIDING");
        worked(TwoTenants.A, 1, "2026-10-31", "1", "REISTIJD");
        worked(TwoTenants.A, 2, "2026-10-15", "2", "RAPPORTAGE");
        worked(TwoTenants.A, 2, "2026-11-01", "4", "RAPPORTAGE");
        worked(TwoTenants.B, 1, "2026-10-15", "6", "BEGELEIDING");
    }

    private void worked(TenantId tenant, int person, String day, String hours, String kind) throws SQLException {
        tenants.tell(
                tenant,
                "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                        + " values (:tenant, uuid(), ?, ?, ?, ?)",
                TwoTenants.trajectory(person),
                day,
                new BigDecimal(hours),
                kind);
    }

    private InvoiceDocument invoice(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            var people =
                    IntStream.rangeClosed(1, 3).mapToObj(TwoTenants::trajectory).toList();
            var releases = Gate.open(connection)
                    .release(connection, tenant, TwoTenants.COMMISSION, people, OCTOBER, ReportKind.INVOICE, NOON);
            var lines = InvoiceLines.read(Sql.ofTenant(connection, tenant), TwoTenants.COMMISSION, OCTOBER, RATE);
            var head = new DocumentHead("T", null, null, "FS-1", 1, OCTOBER, NOON, "AAAAA-BBBBB", "2019", "1");
            return new LinesRelease(releases)
                    .project(lines, told -> InvoiceDocument.of(head, "C-1", "SPOOR_2", RATE, InvoiceLines.VAT, told))
                    .document();
        }
    }

    private static Line line(String reference, String work, String hours, String amount) {
        return new Line(reference, work, new BigDecimal(hours), new BigDecimal(amount));
    }

    @Test
    void are_the_hours_of_the_month_by_client_and_kind_of_work() throws SQLException {
        assertThat(invoice(TwoTenants.A).lines())
                .containsExactly(
                        line("K1", "BEGELEIDING", "1.75", "157.50"),
                        line("K1", "REISTIJD", "1.00", "90.00"),
                        line("K2", "RAPPORTAGE", "2.00", "180.00"));
        assertThat(invoice(TwoTenants.A).total().gross()).isEqualByComparingTo("517.28");
        assertThat(invoice(TwoTenants.B).lines()).containsExactly(line("K1", "BEGELEIDING", "6.00", "540.00"));
    }

    @Test
    void of_somebody_who_objected_are_in_no_line_and_no_total() throws SQLException {
        tenants.tell(
                TwoTenants.A,
                "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test', 'a test')",
                TwoTenants.client(1));

        assertThat(invoice(TwoTenants.A).lines()).containsExactly(line("K2", "RAPPORTAGE", "2.00", "180.00"));
        assertThat(invoice(TwoTenants.A).total().net()).isEqualByComparingTo("180.00");
        assertThat(invoice(TwoTenants.B).lines()).hasSize(1);
    }

    @Test
    void without_a_basis_are_nowhere() throws SQLException {
        tenants.tell(TwoTenants.A, "update legal_basis set categories = 'GOAL' where tenant_id = :tenant");

        assertThat(invoice(TwoTenants.A).lines()).isEqualTo(List.of());
        assertThat(invoice(TwoTenants.A).total().gross()).isNull();
    }
}
