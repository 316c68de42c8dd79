package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.rendering.FinalDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.rendering.ReportDocument;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.TextClearances;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reports that are each about one trajectory of a commission, progress or final: decides, fills and seals, and keeps
 * nothing yet.
 */
final class TrajectoryMaker {

    private static final Logger LOG = LoggerFactory.getLogger(TrajectoryMaker.class);

    private final Connection connection;
    private final CommissionWork work;
    private final Vault vault;
    private final Renderer renderer;
    private final ReportKind kind;
    private final Purpose purpose;

    /** What reports are made for; the way that they are made is one. */
    enum Purpose {
        ISSUE,
        /** To be shown to the client: that they were shown is taken as done. */
        CONCEPT,
        /** To know what would become of them: nothing is printed. */
        DRY_RUN
    }

    TrajectoryMaker(Connection connection, CommissionWork work, Vault vault, Renderer renderer, ReportKind kind) {
        this(connection, work, vault, renderer, kind, Purpose.ISSUE);
    }

    TrajectoryMaker(
            Connection connection,
            CommissionWork work,
            Vault vault,
            Renderer renderer,
            ReportKind kind,
            Purpose purpose) {
        this.purpose = purpose;
        this.connection = connection;
        this.work = work;
        this.vault = vault;
        this.renderer = renderer;
        this.kind = kind;
    }

    /** Of what is permitted both at the instant that the commission's reports are decided at, and now. */
    Made make(CommissionCard commission, Collection<UUID> trajectories, Instant now, Supplier<Edition> editions)
            throws SQLException {
        var facts = FactVersions.of(connection, work.tenant(), work.commission(), trajectories);
        var gate = purpose == Purpose.CONCEPT ? Gate.open(connection).forConcepts() : Gate.open(connection);
        var versions = gate.versions(commission.decidedAt());
        var releases = gate.release(
                connection,
                work.tenant(),
                work.commission(),
                trajectories,
                commission.period(),
                kind,
                commission.decidedAt(),
                now);
        var made = new Made(facts, Made.earliest(releases.values()));
        made.decided().putAll(releases);
        var owners = releases.values().stream().map(Release::client).collect(Collectors.toSet());
        var keys = vault.keysFor(connection, work.tenant(), owners);
        made.keys().putAll(keys);
        for (var trajectory : trajectories) {
            var release = releases.get(trajectory);
            // Without its key nothing of a client can be kept: it was erased, and nothing comes after that.
            if (release == null || release.permitted().isEmpty() || !keys.containsKey(release.client())) {
                made.withheld().add(trajectory);
                releases.remove(trajectory);
            }
        }
        if (releases.isEmpty()) {
            return made;
        }
        var named = new HashMap<UUID, Edition>();
        var traces = new HashMap<UUID, Trace>();
        releases.forEach((trajectory, release) -> {
            var edition = editions.get();
            named.put(trajectory, edition);
            traces.put(trajectory, Trace.of(Trace.decisions(release), versions, commission.decidedAt(), edition));
        });
        var documents = files(commission, releases, keys)
                .documents(
                        commission.number(),
                        trajectory -> commission.head(named.get(trajectory), traces.get(trajectory), versions));
        var cleared = TextClearances.of(Sql.ofTenant(connection, work.tenant()), vault, releases.keySet());
        releases.forEach((trajectory, release) -> {
            try {
                var document = Objects.requireNonNull(documents.get(trajectory), "document");
                var key = Objects.requireNonNull(keys.get(release.client()), "key");
                var printed = kind == ReportKind.FINAL
                        ? print(release.project(FinalDocument.of(document), cleared), key, now)
                        : print(release.project(document, cleared), key, now);
                made.reports()
                        .add(new IssuedReport(
                                printed.id(),
                                Objects.requireNonNull(named.get(trajectory), "edition"),
                                trajectory,
                                release.client(),
                                Objects.requireNonNull(traces.get(trajectory), "trace")
                                        .holding(printed.heldTexts()),
                                versions,
                                release.validThrough(),
                                release.permitted(),
                                release.bases(),
                                List.of(new Standings.Person(trajectory, release.client(), release.permitted())),
                                null,
                                printed.pdf(),
                                printed.document()));
            } catch (RuntimeException e) {
                // One report that cannot be made does not stop the others. A message may hold data: only its kind is
                // told.
                LOG.error(
                        "Trajectory {} in run {} failed: {}",
                        trajectory,
                        work.run(),
                        e.getClass().getName());
                made.failed().add(trajectory);
            }
        });
        return made;
    }

    private TrajectoryFiles files(CommissionCard commission, Map<UUID, Release> releases, Map<UUID, DataKey> keys)
            throws SQLException {
        return TrajectoryFiles.of(
                kind, connection, work.tenant(), commission.period(), commission.decidedAt(), releases, keys);
    }

    private <D extends Record & ReportDocument> Printed print(Released<D> released, DataKey key, Instant now) {
        return purpose == Purpose.DRY_RUN
                ? Printed.blank(released, key, now)
                : Printed.of(released, renderer, key, now);
    }
}
