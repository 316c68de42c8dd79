package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.TemplateDigest;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;
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
    Iterator<Edition> editions(ReportKind kind, CommissionCard commission) throws SQLException {
        var stem = switch (kind) {
            case PROGRESS -> "VR";
            case FINAL -> "ER";
            case ACCOUNTABILITY -> "VA";
            case INVOICE -> "FS";
        };
        var prefix = "%s-%s-%s-".formatted(stem, commission.number(), commission.period());
        // From the index of numbers alone: the reports themselves are many and large.
        var used = sql.query(
                        "select coalesce(max(cast(substring_index(number, '-', -1) as unsigned)), 0) used"
                                + " from report force index (uq_report_number)"
                                + " where tenant_id = :tenant and number between ? and ?",
                        row -> row.number("used"),
                        prefix + "0",
                        prefix + "9999999999")
                .get(0);
        return IntStream.iterate(used + 1, next -> next + 1)
                .mapToObj(next -> Edition.first("%s%04d".formatted(prefix, next)))
                .iterator();
    }

    /**
     * Keeps reports, and returns those that were kept; {@link #register} belongs to it, in the same transaction. From
     * here until it ends nobody changes a fact that they rest on, and what rests on facts that were changed
     * since they were read is not issued: it has to be made anew.
     *
     * @throws FactsInMotion when nothing can be issued before somebody has finished changing facts
     */
    List<IssuedReport> issue(ReportKind kind, CommissionCard commission, Made made, Instant now) throws SQLException {
        var subjects = made.reports().stream()
                .flatMap(report -> report.restsOn(commission.id()).stream())
                .collect(Collectors.toSet());
        var held = FactVersions.held(connection, tenant, subjects);
        var reports = made.reports().stream()
                .filter(report -> held.areThoseOf(made.facts(), report.restsOn(commission.id())))
                .toList();
        if (reports.isEmpty()) {
            held.leftOut(subjects).ifPresent(subject -> {
                throw new FactsInMotion(subject);
            });
        }
        sql.batch(
                "insert into report (tenant_id, id, kind, number, subject_id, commission_id, trajectory_id, period,"
                        + " version, replaces, run_id, decided_at, issued_at, valid_through, trace_code, matrix_version,"
                        + " register_version, regulation_version, template_version, template_sha256, decisions, sha256, size,"
                        + " document_sha256)"
                        + " values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                reports.stream()
                        .map(report -> row(kind, commission, report, now))
                        .toList());
        sql.batch(
                "insert into report_content (tenant_id, report_id, pdf, document) values (:tenant, ?, ?, ?)",
                reports.stream()
                        .map(report -> new @Nullable Object[] {
                            report.id(),
                            report.pdf().sealed(),
                            report.document().sealed()
                        })
                        .toList());
        for (var report : reports) {
            // A report over many only, and there is one at a time.
            var tallies = report.tallies();
            if (tallies != null) {
                TallyStore.keep(sql, report.id(), tallies);
            }
        }
        new Standings(connection, tenant).add(reports, commission.id(), made.facts(), now);
        return reports;
    }

    /** Writes reports into the disclosure register. The last step of a transaction: others of this tenant wait for it. */
    void register(Vault vault, Map<UUID, DataKey> keys, List<IssuedReport> reports, Instant now) throws SQLException {
        DisclosureRegister.append(
                connection,
                vault,
                tenant,
                keys,
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

    private static @Nullable Object[] row(
            ReportKind kind, CommissionCard commission, IssuedReport report, Instant now) {
        var isOfTrajectory = report.client() != null;
        UUID trajectory = isOfTrajectory ? report.subject() : null;
        return new @Nullable Object[] {
            report.id(),
            kind,
            report.edition().number(),
            report.subject(),
            commission.id(),
            trajectory,
            commission.period().toString(),
            report.edition().version(),
            report.edition().replaces(),
            commission.run(),
            commission.decidedAt(),
            now,
            report.validThrough(),
            report.trace().code(),
            report.versions().matrix(),
            report.versions().register(),
            report.versions().regulation(),
            TEMPLATE_VERSION,
            TemplateDigest.of(kind),
            report.trace().json(),
            report.pdf().sha256(),
            report.pdf().size(),
            report.document().sha256()
        };
    }
}
