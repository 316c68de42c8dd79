package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.TextClearances;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The same rule once more: all that stands in a report has to be permitted still, for each person of whom it tells or
 * whom it counts, and has to stand as it is recorded. A yes is kept with what it rests on; a no withdraws the report and has a corrected version made.
 */
final class Recheck {

    /** A fact is gone: the person is not in this commission any more, or it is not known who was counted. */
    private static final String NO_FACTS = "NO_FACTS";

    /** The category is permitted, and less of it than stands in the report. */
    private static final String NARROWED = "NARROWED";

    /** The key of the client was erased: nobody can open the report. */
    private static final String KEY_ERASED = "KEY_ERASED";

    /** A text that stayed inside was reviewed since: the report can tell more than it does. */
    private static final String TEXT_REVIEWED = "TEXT_REVIEWED";

    private final Connection connection;
    private final TenantId tenant;
    private final Standings standings;
    private final ShownValues values;

    Recheck(Connection connection, TenantId tenant, Vault vault, Renderer renderer) {
        this.connection = connection;
        this.tenant = tenant;
        this.standings = new Standings(connection, tenant);
        this.values = new ShownValues(connection, tenant, vault, renderer);
    }

    /** Reports that are decided together. */
    private record Group(UUID commission, YearMonth period, ReportKind kind) {

        static Group of(Standings.Judged report) {
            return new Group(report.commission(), report.period(), report.kind());
        }
    }

    /** Judges these reports, in the transaction of the connection; it must not have read any fact before. */
    void judge(Collection<UUID> reports, Instant now) throws SQLException {
        var groups = standings.toJudge(reports).stream().collect(Collectors.groupingBy(Group::of));
        var versions = new HashMap<Group, FactVersions>();
        for (var group : groups.entrySet()) {
            versions.put(
                    group.getKey(),
                    FactVersions.of(connection, tenant, group.getKey().commission(), trajectoriesOf(group.getValue())));
        }
        var known = known(groups.values().stream().flatMap(List::stream).toList());
        var gate = Gate.open(connection);
        var judgements = new ArrayList<Standings.Judgement>();
        for (var group : groups.entrySet()) {
            var releases = gate.release(
                    connection,
                    tenant,
                    group.getKey().commission(),
                    trajectoriesOf(group.getValue()),
                    group.getKey().period(),
                    group.getKey().kind(),
                    now);
            var causes = new HashMap<UUID, Set<String>>();
            group.getValue().forEach(report -> causes.put(report.id(), causes(report, releases, known)));
            var changed = changed(group.getKey(), group.getValue(), causes, releases, gate.versions(now), now);
            changed.forEach((report, cause) -> causes.put(report, Set.of(cause)));
            unreadable(group.getKey(), group.getValue(), changed, now);
            for (var report : group.getValue()) {
                judgements.add(judge(
                        report, versions.get(group.getKey()), releases, causes.getOrDefault(report.id(), Set.of())));
            }
        }
        standings.keep(judgements, now);
        var withdrawn = judgements.stream()
                .filter(Standings.Judgement::isNo)
                .map(Standings.Judgement::report)
                .sorted()
                .toList();
        Correction.plan(connection, tenant, withdrawn, now);
        new NoticeStore(connection, tenant).withdrawn(withdrawn, now);
    }

    /** What showed a wrong value, or cannot be opened, of those that may be given out for all else. */
    private Map<UUID, String> changed(
            Group group,
            List<Standings.Judged> reports,
            Map<UUID, Set<String>> causes,
            Map<UUID, Release> releases,
            Gate.Versions versions,
            Instant now)
            throws SQLException {
        var card = CommissionCard.ofNoRun(
                connection, CommissionWork.ofNoRun(tenant, group.commission()), group.period(), now);
        return card.isEmpty()
                ? Map.of()
                : values.changed(
                        card.get(),
                        group.kind(),
                        reports.stream()
                                .filter(report -> causes.getOrDefault(report.id(), Set.of())
                                        .isEmpty())
                                .toList(),
                        releases,
                        versions);
    }

    /**
     * Tells of those whose document does not open, as of other reports that fail: they are the failed parts of a run that has
     * ended, with its one alert. Once, as they are withdrawn with it.
     */
    private void unreadable(Group group, List<Standings.Judged> reports, Map<UUID, String> changed, Instant now)
            throws SQLException {
        var subjects = reports.stream()
                .filter(report -> ShownValues.UNREADABLE.equals(changed.get(report.id())))
                .map(report -> group.kind() == ReportKind.INVOICE
                        ? report.commission()
                        : report.people().get(0).trajectory())
                .toList();
        if (!subjects.isEmpty()) {
            new RunStart(connection)
                    .failed(
                            new RunOrder(group.period(), new RunScope(tenant, group.commission(), null)),
                            group.kind(),
                            subjects,
                            now);
        }
    }

    /** What else takes the place of a report about one person from it: whose key was erased, and which texts were reviewed. */
    private record Known(Set<UUID> erased, TextClearances reviews) {}

    private Known known(List<Standings.Judged> reports) throws SQLException {
        var ofOne = reports.stream().filter(Standings.Judged::isOfOne).toList();
        var clients = ofOne.stream()
                .flatMap(report -> report.people().stream())
                .map(Standings.Person::client)
                .collect(Collectors.toSet());
        return new Known(
                Vault.erased(connection, tenant, clients),
                TextClearances.of(Sql.ofTenant(connection, tenant), trajectoriesOf(ofOne)));
    }

    private static Set<UUID> trajectoriesOf(List<Standings.Judged> reports) {
        return reports.stream()
                .flatMap(report -> report.people().stream())
                .map(Standings.Person::trajectory)
                .collect(Collectors.toSet());
    }

    private static Standings.Judgement judge(
            Standings.Judged report, @Nullable FactVersions versions, Map<UUID, Release> releases, Set<String> causes) {
        Objects.requireNonNull(versions, "versions of the group");
        var subjects = new ArrayList<UUID>();
        subjects.add(report.commission());
        Instant validThrough = null;
        for (var person : report.people()) {
            subjects.add(person.client());
            var release = releases.get(person.trajectory());
            var until = release == null ? null : release.validThrough();
            validThrough =
                    until != null && (validThrough == null || until.isBefore(validThrough)) ? until : validThrough;
        }
        return new Standings.Judgement(
                report.id(), versions.sum(subjects), validThrough, causes.isEmpty() ? null : String.join(",", causes));
    }

    /** Why the report may not be given out any more; nothing when it may. */
    private static Set<String> causes(Standings.Judged report, Map<UUID, Release> releases, Known known) {
        var causes = new TreeSet<String>();
        if (report.people().isEmpty()) {
            causes.add(NO_FACTS);
        }
        for (var person : report.people()) {
            var release = releases.get(person.trajectory());
            if (release == null || !release.client().equals(person.client())) {
                causes.add(NO_FACTS);
                continue;
            }
            for (var category : person.categories()) {
                var decision = release.decisions().get(category);
                if (decision == null) {
                    causes.add(NO_FACTS);
                } else if (report.isOfOne() ? !decision.isPermitted() : !decision.mayCount()) {
                    decision.reasons().stream()
                            .filter(reason -> reason != Reason.AGGREGATE_ONLY)
                            .forEach(reason -> causes.add(reason.name()));
                }
            }
            if (report.isOfOne()) {
                if (Trace.showsMore(report.trace(), release)) {
                    causes.add(NARROWED);
                }
                if (known.erased().contains(person.client())) {
                    causes.add(KEY_ERASED);
                }
                if (Trace.heldIn(report.trace()).stream().anyMatch(known.reviews()::wasReviewed)) {
                    causes.add(TEXT_REVIEWED);
                }
            }
        }
        return causes;
    }
}
