package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report in its other forms: what was released when it was made, and given out like the PDF. */
@NullUnmarked
class FormsTest {

    private static final UUID FIRST = TwoTenants.trajectory(1);

    private DataSource database;
    private TwoTenants tenants;
    private Node node;

    private void month() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        for (var tenant : List.of(A, B)) {
            tenants.tell(
                    tenant,
                    "update trajectory set ended_on = '2026-10-30', end_reason = 'NIET_HAALBAAR' where tenant_id = :tenant and id = ?",
                    TwoTenants.trajectory(2));
            tenants.tell(
                    tenant,
                    "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                            + " values (:tenant, uuid(), ?, '2026-10-12', ?, 'BEGELEIDING')",
                    FIRST,
                    new BigDecimal(tenant.equals(A) ? "1.5" : "7.25"));
        }
        node = new Node(database, TwoTenants.CLOCK);
        node.run();
    }

    private String text(TenantId tenant, Report report, Form form) {
        return new String(node.pull(tenant, report.id(), form), StandardCharsets.UTF_8);
    }

    private JsonObject json(TenantId tenant, Report report) {
        try (var reader = Json.createReader(new ByteArrayInputStream(node.pull(tenant, report.id(), Form.JSON)))) {
            return reader.readObject();
        }
    }

    private Report first(TenantId tenant, ReportKind kind) {
        return node.list(tenant, kind).stream().findFirst().orElseThrow();
    }

    private List<String> openings(UUID report) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, A)
                    .query(
                            "select o.recipient, o.form, o.categories = i.categories same from disclosure o join disclosure i"
                                    + " on i.tenant_id = o.tenant_id and i.report_id = o.report_id and i.event = 'ISSUED'"
                                    + " where o.tenant_id = :tenant and o.report_id = ? and o.event = 'OPENED'",
                            row -> row.text("recipient") + " " + row.text("form") + " " + row.text("same"),
                            report);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Of_a_month {

        @BeforeAll
        void of_all_kinds() throws SQLException {
            month();
        }

        @AfterAll
        void close() {
            node.close();
        }

        @ParameterizedTest
        @EnumSource(ReportKind.class)
        void every_kind_can_be_had_as_a_page_and_as_json(ReportKind kind) {
            var report = first(A, kind);

            assertThat(report.forms()).contains(Form.PDF, Form.HTML, Form.JSON);
            assertThat(text(A, report, Form.HTML))
                    .startsWith("<!DOCTYPE html>\n<html lang=\"nl-NL\">")
                    .contains(report.number(), "Zelfde Naam B.V.", "#0b6b50");
            assertThat(json(A, report).getString("kind")).isEqualToIgnoringCase(kind.name());
            assertThat(json(A, report).getJsonObject("head").getString("reportNumber"))
                    .isEqualTo(report.number());
        }

        @ParameterizedTest
        @EnumSource(
                value = ReportKind.class,
                names = {"ACCOUNTABILITY", "INVOICE"})
        void a_report_over_many_can_be_had_as_rows_too(ReportKind kind) {
            var report = first(A, kind);

            assertThat(report.forms()).containsExactly(Form.values());
            assertThat(node.pull(A, report.id(), Form.XLSX)).startsWith('P', 'K');
            assertThat(text(A, report, Form.CSV)).contains(",");
        }

        @ParameterizedTest
        @EnumSource(
                value = ReportKind.class,
                names = {"PROGRESS", "FINAL"})
        void a_report_about_one_person_has_no_rows(ReportKind kind) {
            var report = first(A, kind);

            assertThat(report.forms()).containsExactly(Form.PDF, Form.HTML, Form.JSON);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.pull(A, report.id(), Form.XLSX))
                    .returns("no-such-form", Refusal::code);
        }

        @ParameterizedTest
        @EnumSource(
                value = Form.class,
                names = {"HTML", "JSON"})
        void opening_any_form_stands_in_the_register_like_opening_the_paper(Form form) throws SQLException {
            var report = node.reportOf(A, TwoTenants.trajectory(3));
            var before = openings(report.id());

            node.pull(A, report.id(), form);

            assertThat(openings(report.id()))
                    .as("in which form, and with the categories of the report")
                    .hasSize(before.size() + 1)
                    .contains("portal " + form + " 1");
        }

        @ParameterizedTest
        @EnumSource(Form.class)
        void another_tenant_gets_no_form(Form form) {
            var report = first(A, ReportKind.INVOICE);

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.pull(B, report.id(), form))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }

        @Test
        void two_tenants_never_see_each_others_words() {
            for (var tenant : List.of(A, B)) {
                var other = TwoTenants.word(tenant.equals(A) ? B : A);
                for (var report : node.list(tenant)) {
                    assertThat(text(tenant, report, Form.HTML)).doesNotContain(other);
                    assertThat(text(tenant, report, Form.JSON)).doesNotContain(other);
                }
            }
            assertThat(text(A, first(A, ReportKind.INVOICE), Form.CSV))
                    .contains("1.50")
                    .doesNotContain("7.25");
            assertThat(text(B, first(B, ReportKind.INVOICE), Form.CSV))
                    .contains("7.25")
                    .doesNotContain("1.50");
        }

        @Test
        void what_is_kept_can_be_read_with_the_key_of_the_client_only_and_for_its_own_report() throws SQLException {
            var report = node.reportOf(A, FIRST);
            try (var connection = database.getConnection()) {
                var kept = new Standings(connection, A).document(report.id());
                var keys = TwoTenants.VAULT.keysFor(connection, A, Set.of(TwoTenants.client(1), TwoTenants.client(3)));

                assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Hoofddoel");
                assertThat(SealedDocument.open(kept, keys.get(TwoTenants.client(1)), report.id()))
                        .isNotEmpty();
                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> SealedDocument.open(kept, keys.get(TwoTenants.client(3)), report.id()));
                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> SealedDocument.open(kept, keys.get(TwoTenants.client(1)), UUID.randomUUID()));
            }
        }
    }

    @Nested
    class After_something_happened {

        @BeforeEach
        void to_a_month_of_all_kinds() throws SQLException {
            month();
        }

        @AfterEach
        void close() {
            node.close();
        }

        @Test
        void what_came_beside_it_since_is_in_no_form() throws SQLException {
            var report = node.reportOf(A, FIRST);
            tenants.tell(
                    A,
                    "insert into goal (tenant_id, id, trajectory_id, position, description, status)"
                            + " values (:tenant, uuid(), ?, 1, 'Later bedacht', 'OPEN')",
                    FIRST);

            for (var form : List.of(Form.HTML, Form.JSON)) {
                assertThat(text(A, report, form))
                        .contains("Hoofddoel " + TwoTenants.word(A))
                        .doesNotContain("Later bedacht");
            }
        }

        @Test
        void what_was_withheld_from_paper_is_withheld_from_every_form() throws SQLException {
            tenants.tell(A, "update legal_basis set categories = 'IDENT,PLAN,GOAL' where tenant_id = :tenant");
            node.corrector.follow();
            var report = node.reportOf(A, FIRST);

            assertThat(report.version()).isEqualTo(2);
            assertThat(text(A, report, Form.HTML))
                    .contains("Hoofddoel Appelboom")
                    .doesNotContain("Opleiding");
            assertThat(json(A, report).keySet()).contains("mainGoal").doesNotContain("background", "hours");
        }

        @Test
        void an_objection_stops_every_form() throws SQLException {
            var report = first(A, ReportKind.INVOICE);
            tenants.tell(
                    A,
                    "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, 'P7', '2026-11-04 10:00:00', 'test', 'a test')",
                    TwoTenants.client(1));

            for (var form : report.forms()) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> node.pull(A, report.id(), form))
                        .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            }
            assertThat(openings(report.id())).isEmpty();
        }

        @Test
        void a_report_of_before_has_only_paper() throws SQLException {
            try (var connection = database.getConnection()) {
                // A report of before did not change either: it was made without.
                Sql.ofPlatform(connection).update("drop trigger report_stays");
                Sql.ofPlatform(connection).update("drop trigger report_content_stays");
            }
            var report = node.reportOf(A, FIRST);
            tenants.tell(
                    A, "update report set document_sha256 = null where tenant_id = :tenant and id = ?", report.id());
            tenants.tell(
                    A,
                    "update report_content set document = null where tenant_id = :tenant and report_id = ?",
                    report.id());
            var before = node.reportOf(A, FIRST);

            assertThat(before.forms()).containsExactly(Form.PDF);
            assertThat(node.pull(A, before.id())).contains("Hoofddoel");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.pull(A, before.id(), Form.JSON))
                    .returns("no-such-form", Refusal::code);
        }
    }
}
