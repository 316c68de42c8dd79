package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.rendering.TemplateDigest;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an issued version keeps, and that nobody changes it. */
@NullUnmarked
class ImmutableReportsTest extends AtTwoTenants {

    @BeforeEach
    void a_month_of_reports() throws SQLException {
        node.run();
    }

    @Test
    void keeps_the_versions_of_all_that_it_was_made_with() throws SQLException {
        try (var connection = database.getConnection()) {
            var kept = Sql.ofTenant(connection, TwoTenants.A)
                    .query(
                            "select r.kind, r.matrix_version, r.register_version, r.regulation_version, r.template_version,"
                                    + " r.template_sha256, r.decisions, r.sha256, r.size, r.trace_code, r.decided_at,"
                                    + " length(c.pdf) sealed from report r join report_content c"
                                    + " on c.tenant_id = r.tenant_id and c.report_id = r.id"
                                    + " where r.tenant_id = :tenant",
                            row -> {
                                assertThat(row.text("matrix_version")).isNotBlank();
                                assertThat(row.text("register_version")).isNotBlank();
                                assertThat(row.text("regulation_version")).isEqualTo("2019-09-03");
                                assertThat(row.text("template_version")).isNotBlank();
                                assertThat(row.bytes("template_sha256"))
                                        .isEqualTo(TemplateDigest.of(ReportKind.valueOf(row.text("kind"))));
                                assertThat(row.text("decisions")).contains("GOAL");
                                assertThat(row.bytes("sha256")).hasSize(32);
                                assertThat(row.text("trace_code")).hasSize(11);
                                assertThat(row.instant("decided_at")).isEqualTo(TwoTenants.CLOCK.instant());
                                assertThat(row.number("sealed")).isGreaterThan(row.number("size"));
                                return row.text("kind");
                            });
            assertThat(kept).hasSize(4);
        }
    }

    @Test
    void gives_out_the_very_bytes_of_which_it_keeps_the_hash() {
        var report = node.reportOf(TwoTenants.A, TwoTenants.trajectory(1));

        assertThat(java.util.HexFormat.of().formatHex(Trace.sha256(node.bytes(TwoTenants.A, report.id()))))
                .isEqualTo(report.digest());
    }

    @Test
    void of_each_kind_of_template_has_a_digest_of_its_own() {
        assertThat(Set.of(ReportKind.values()).stream()
                        .map(kind -> java.util.HexFormat.of().formatHex(TemplateDigest.of(kind)))
                        .distinct())
                .hasSameSizeAs(ReportKind.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set number = 'X' where tenant_id = :tenant",
                "update report set decisions = '{}' where tenant_id = :tenant",
                "update report set matrix_version = 'X' where tenant_id = :tenant",
                "update report set sha256 = unhex(sha2('x', 256)) where tenant_id = :tenant",
                "update report set template_sha256 = null where tenant_id = :tenant",
                "update report_content set pdf = 'X' where tenant_id = :tenant",
                "update report_tally set tallies = 'X' where tenant_id = :tenant",
                "update report_person set categories = 'GOAL' where tenant_id = :tenant",
                "delete from report_content where tenant_id = :tenant",
                "delete from report_person where tenant_id = :tenant",
                "delete from report_tally where tenant_id = :tenant",
                "delete from report where tenant_id = :tenant"
            })
    void is_not_changed_whoever_connects(String change) throws SQLException {
        for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> tenants.tell(tenant, change));
        }
    }

    @Test
    void stays_when_a_corrected_version_takes_its_place() throws SQLException {
        var before = rows();
        tenants.tell(
                TwoTenants.A,
                "insert into restriction (tenant_id, id, client_id, categories, imposed_at, ground, changed_by,"
                        + " change_reason) values (:tenant, uuid(), ?, 'EDU', '2026-11-04 10:00:00', 'ONRECHTMATIG',"
                        + " 'test', 'a test')",
                TwoTenants.client(1));
        node.corrector.follow();

        assertThat(rows()).containsAll(before).hasSizeGreaterThan(before.size());
    }

    /** A digest of each row with its contents. */
    private List<String> rows() throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, TwoTenants.A)
                    .query(
                            "select sha2(concat_ws('|', r.id, r.number, r.version, r.decided_at, r.issued_at, r.trace_code,"
                                    + " r.decisions, hex(r.sha256), hex(c.pdf)), 256) d from report r join report_content c"
                                    + " on c.tenant_id = r.tenant_id and c.report_id = r.id where r.tenant_id = :tenant",
                            row -> row.text("d"));
        }
    }
}
