package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import nl.werkvlak.platform.kernel.RowId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.FinalDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.rendering.ReportDocument;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.HeldText;
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
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

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
                var printed = kind == ReportKind.FINAL
                        ? print(release.project(FinalDocument.of(document), cleared))
                        : print(release.project(document, cleared));
                var key = Objects.requireNonNull(keys.get(release.client()), "key");
                var id = RowId.next(now);
                made.reports()
                        .add(new IssuedReport(
                                id,
                                Objects.requireNonNull(named.get(trajectory), "edition"),
                                trajectory,
                                release.client(),
                                Objects.requireNonNull(traces.get(trajectory), "trace")
                                        .holding(printed.heldTexts),
                                versions,
                                release.validThrough(),
                                release.permitted(),
                                release.bases(),
                                List.of(new Standings.Person(trajectory, release.client(), release.permitted())),
                                null,
                                SealedPdf.of(printed.pdf, key, id),
                                SealedDocument.of(printed.json, key, id)));
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
        return kind == ReportKind.FINAL
                ? TrajectoryFiles.sinceTheStart(
                        connection, work.tenant(), commission.period(), commission.decidedAt(), releases, keys)
                : new TrajectoryFiles(
                        connection, work.tenant(), commission.period(), commission.decidedAt(), releases, keys);
    }

    /** A report on paper and as JSON, and how many of its texts stayed inside because of a mark. */
    private static final class Printed {
        private final byte[] pdf;
        private final byte[] json;
        private final Map<DataCategory, List<HeldText>> heldTexts;

        private Printed(byte[] pdf, byte[] json, Map<DataCategory, List<HeldText>> heldTexts) {
            this.pdf = pdf;
            this.json = json;
            this.heldTexts = heldTexts;
        }
    }

    private <D extends Record & ReportDocument> Printed print(Released<D> released) {
        return purpose == Purpose.DRY_RUN
                ? new Printed(new byte[0], new byte[0], released.heldTexts())
                : new Printed(renderer.pdf(released, DUTCH), renderer.json(released), released.heldTexts());
    }
}
