package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Where issued reports are kept: immutable, sealed, and never without their entry in the disclosure register. */
final class ReportStore {

    private static final String TEMPLATE_VERSION = "2026-1";

    private final Connection connection;
    private final TenantId tenant;
    private final Sql sql;

    ReportStore(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
        this.sql = Sql.ofTenant(connection, tenant);
    }

    /** Numbers that say which commission and month, and nothing about a person: {@code VR-GH-2025-S1-2026-10-0001}. */
    Iterator<String> nextNumbers(String prefix, CommissionCard commission, String kind) throws SQLException {
        var used = sql.query(
                        "select count(*) used from report where tenant_id = :tenant and commission_id = ? and period = ?"
                                + " and kind = ?",
                        row -> row.number("used"),
                        commission.id(),
                        commission.period().toString(),
                        kind)
                .get(0);
        return IntStream.iterate(used + 1, next -> next + 1)
                .mapToObj(next -> "%s%s-%s-%04d".formatted(prefix, commission.number(), commission.period(), next))
                .iterator();
    }

    /** Keeps reports; {@link #register} belongs to it, in the same transaction. */
    void keep(String kind, CommissionCard commission, Collection<IssuedReport> reports, Instant now)
            throws SQLException {
        sql.batch(
                "insert into report (tenant_id, id, kind, number, subject_id, commission_id, trajectory_id, period,"
                        + " version, run_id, decided_at, issued_at, valid_through, trace_code, matrix_version,"
                        + " register_version, regulation_version, template_version, decisions, sha256, size)"
                        + " values (:tenant, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                reports.stream()
                        .map(report -> row(kind, commission, report, now))
                        .toList());
        sql.batch(
                "insert into report_content (tenant_id, report_id, pdf) values (:tenant, ?, ?)",
                reports.stream()
                        .map(report -> new @Nullable Object[] {
                            report.id(), report.pdf().sealed()
                        })
                        .toList());
    }

    /** Writes reports into the disclosure register. The last step of a transaction: others of this tenant wait for it. */
    void register(Vault vault, Collection<IssuedReport> reports, Instant now) throws SQLException {
        DisclosureRegister.append(
                connection,
                vault,
                tenant,
                reports.stream()
                        .map(report -> new DisclosureRegister.Entry(
                                DisclosureRegister.Event.ISSUED,
                                report.id(),
                                report.client(),
                                "tenant " + tenant,
                                report.categories(),
                                report.bases(),
                                now))
                        .toList());
    }

    private static @Nullable Object[] row(String kind, CommissionCard commission, IssuedReport report, Instant now) {
        var isOfTrajectory = report.client() != null;
        UUID trajectory = isOfTrajectory ? report.subject() : null;
        return new @Nullable Object[] {
            report.id(),
            kind,
            report.trace().reportNumber(),
            report.subject(),
            commission.id(),
            trajectory,
            commission.period().toString(),
            commission.run(),
            commission.decidedAt(),
            now,
            report.validThrough(),
            report.trace().code(),
            report.versions().matrix(),
            report.versions().register(),
            report.versions().regulation(),
            TEMPLATE_VERSION,
            report.trace().json(),
            report.pdf().sha256(),
            report.pdf().size()
        };
    }
}
