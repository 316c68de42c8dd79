package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;

/** The same rule once more, at the moment that a report is asked for: every category in it has to be permitted still. */
final class Recheck {

    private final Connection connection;
    private final TenantId tenant;
    private final Gate gate;

    Recheck(Connection connection, TenantId tenant) throws SQLException {
        this.connection = connection;
        this.tenant = tenant;
        this.gate = Gate.open(connection);
    }

    /** Reports that were decided together. */
    private record Group(UUID commission, YearMonth period, ReportKind kind) {}

    Set<UUID> stillPermitted(Collection<Report> reports, Instant now) throws SQLException {
        var groups = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> new Group(report.commission(), report.period(), report.kind())));
        var permitted = new HashSet<UUID>();
        for (var group : groups.entrySet()) {
            permitted.addAll(permittedIn(group.getKey(), group.getValue(), now));
        }
        return permitted;
    }

    private Set<UUID> permittedIn(Group group, List<Report> reports, Instant now) throws SQLException {
        var trajectories = group.kind() == ReportKind.ACCOUNTABILITY
                ? trajectoriesOf(group)
                : reports.stream().map(Report::subject).toList();
        var releases =
                gate.release(connection, tenant, group.commission(), trajectories, group.period(), group.kind(), now);
        if (group.kind() == ReportKind.ACCOUNTABILITY) {
            var permitted = new AggregateRelease(releases.values()).permitted();
            return reports.stream()
                    .filter(report -> permitted.containsAll(report.categories()))
                    .map(Report::id)
                    .collect(Collectors.toSet());
        }
        return reports.stream()
                .filter(report -> releases.containsKey(report.subject())
                        && releases.get(report.subject()).permitted().containsAll(report.categories()))
                .map(Report::id)
                .collect(Collectors.toSet());
    }

    private List<UUID> trajectoriesOf(Group group) throws SQLException {
        return Sql.ofTenant(connection, tenant)
                .query(
                        "select id from trajectory where tenant_id = :tenant and commission_id = ? and started_on <= ?",
                        row -> row.uuid("id"),
                        group.commission(),
                        group.period().atEndOfMonth());
    }
}
