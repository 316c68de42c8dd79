package nl.werkvlak.platform.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.TextClearances;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reports of one commission, in batches. Each batch is one transaction: decide, fill, seal, keep, and write
 * the disclosure register. A worker that dies leaves nothing half-made, and the next one goes on where it was.
 */
@Singleton
public class RunWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final int BATCH = 100;
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final DataSource database;
    private final Vault vault;
    private final Renderer renderer;
    private final Clock clock;

    @Inject
    public RunWorker(DataSource database, Vault vault, Renderer renderer, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Makes all that is still planned in this commission; called again after a failure, it goes on. */
    void make(CommissionWork work) {
        while (inTransaction(connection -> makeBatch(connection, work))) {
            // One batch after the other, so that what is made is kept.
        }
        inTransaction(connection -> {
            makeAccountability(connection, work);
            return work;
        });
        finishIfDone(work);
    }

    /** After the last attempt: what is still planned has failed, so that the run ends. */
    void giveUp(CommissionWork work) {
        LOG.error("Commission {} of tenant {} in run {} was given up", work.commission(), work.tenant(), work.run());
        inTransaction(connection -> {
            new PartStore(connection, work).failAll("database");
            return work;
        });
        finishIfDone(work);
    }

    private void finishIfDone(CommissionWork work) {
        inTransaction(connection -> {
            new RunStore(connection).finishIfDone(work.run(), clock.instant());
            return work;
        });
    }

    /** Returns whether there was anything to do. */
    private boolean makeBatch(Connection connection, CommissionWork work) throws SQLException {
        var parts = new PartStore(connection, work);
        var planned = parts.plannedTrajectories(BATCH);
        if (planned.isEmpty()) {
            return false;
        }
        var commission = CommissionCard.load(connection, work);
        var issued = parts.issuedBefore("PROGRESS", planned);
        parts.issued(issued, false);
        var waiting = parts.notSignedOff(planned).stream()
                .filter(trajectory -> !issued.containsKey(trajectory))
                .toList();
        parts.end(waiting, "WAITING");
        var toMake = new ArrayList<>(planned);
        toMake.removeAll(issued.keySet());
        toMake.removeAll(waiting);
        if (!toMake.isEmpty()) {
            makeProgress(connection, work, commission, parts, toMake);
        }
        return true;
    }

    private void makeProgress(
            Connection connection, CommissionWork work, CommissionCard commission, PartStore parts, List<UUID> toMake)
            throws SQLException {
        var gate = Gate.open(connection);
        var versions = gate.versions(commission.decidedAt());
        var releases = gate.release(
                connection,
                work.tenant(),
                work.commission(),
                toMake,
                commission.period(),
                ReportKind.PROGRESS,
                commission.decidedAt());
        var withheld = toMake.stream()
                .filter(trajectory -> !releases.containsKey(trajectory)
                        || releases.get(trajectory).permitted().isEmpty())
                .toList();
        parts.end(withheld, "WITHHELD");
        withheld.forEach(releases::remove);
        if (releases.isEmpty()) {
            return;
        }
        var owners = releases.values().stream().map(Release::client).collect(Collectors.toSet());
        var keys = vault.keysFor(connection, work.tenant(), owners);
        var reports = new ReportStore(connection, work.tenant());
        var numbers = reports.nextNumbers("VR-", commission, "PROGRESS");
        var traces = new HashMap<UUID, Trace>();
        releases.forEach((trajectory, release) -> traces.put(
                trajectory,
                Trace.of(Trace.decisions(release.decisions()), versions, commission.decidedAt(), numbers.next())));
        var documents = new TrajectoryFiles(
                        connection, work.tenant(), commission.period(), commission.decidedAt(), releases, keys)
                .documents(commission.number(), trajectory -> commission.head(traces.get(trajectory), versions));
        var cleared = TextClearances.of(Sql.ofTenant(connection, work.tenant()), vault, releases.keySet());
        var made = new ArrayList<IssuedReport>();
        var failed = new ArrayList<UUID>();
        releases.forEach((trajectory, release) -> {
            try {
                var document = Objects.requireNonNull(documents.get(trajectory), "document");
                var released = release.project(document, cleared);
                var pdf = renderer.progress(released, DUTCH);
                var key = Objects.requireNonNull(keys.get(release.client()), "key: it was erased");
                var id = UUID.randomUUID();
                made.add(new IssuedReport(
                        id,
                        trajectory,
                        release.client(),
                        Objects.requireNonNull(traces.get(trajectory), "trace").holding(released.heldTexts()),
                        versions,
                        release.validThrough(),
                        release.permitted(),
                        release.bases(),
                        SealedPdf.of(pdf, key, id)));
            } catch (RuntimeException e) {
                // One report that cannot be made does not stop the others. A message may hold data: only its kind is
                // told.
                LOG.error(
                        "Trajectory {} in run {} failed: {}",
                        trajectory,
                        work.run(),
                        e.getClass().getName());
                failed.add(trajectory);
            }
        });
        var now = clock.instant();
        reports.keep("PROGRESS", commission, made, now);
        parts.issued(made.stream().collect(Collectors.toMap(IssuedReport::subject, IssuedReport::id)), true);
        parts.fail(failed, "render");
        reports.register(vault, made, now);
    }

    private void makeAccountability(Connection connection, CommissionWork work) throws SQLException {
        TallyStore.turn(connection, work.tenant());
        var parts = new PartStore(connection, work);
        if (!parts.isAccountabilityPlanned()) {
            return;
        }
        var issued = parts.issuedBefore("ACCOUNTABILITY", List.of(work.commission()));
        if (!issued.isEmpty()) {
            parts.issued(issued, false);
            return;
        }
        new AccountabilityMaker(connection, work, vault, renderer, clock).make(parts);
    }

    private <T> T inTransaction(Sqls.Work<T> work) {
        return Sqls.inTransaction(database, work);
    }
}
