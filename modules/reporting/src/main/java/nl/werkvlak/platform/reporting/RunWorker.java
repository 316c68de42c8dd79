package nl.werkvlak.platform.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Transactions;
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
    private static final int BATCH = 1000;

    /** What is over many comes after what it counts. */
    private static final List<ReportKind> ORDER =
            List.of(ReportKind.PROGRESS, ReportKind.FINAL, ReportKind.ACCOUNTABILITY, ReportKind.INVOICE);

    private static final Set<ReportKind> OVER_MANY = EnumSet.of(ReportKind.ACCOUNTABILITY, ReportKind.INVOICE);

    private final DataSource database;
    private final Vault vault;
    private final Renderer renderer;
    private final Clock clock;
    private final int batch;

    @Inject
    public RunWorker(DataSource database, Vault vault, Renderer renderer, Clock clock) {
        this(database, vault, renderer, clock, BATCH);
    }

    /** @param batch parts that are made in one transaction, and in one turn */
    RunWorker(DataSource database, Vault vault, Renderer renderer, Clock clock, int batch) {
        this.batch = batch;
        this.database = database;
        this.vault = vault;
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * Makes some of what is still planned in this commission, so that others get their turn; called again, also after a
     * failure, it goes on.
     *
     * @return whether to call it again
     */
    boolean make(CommissionWork work) {
        // Looked at apart: a worker that has nothing to make does not hold the run, which another one may be finishing.
        var planned = Transactions.reading(database, connection -> new PartStore(connection, work).left());
        for (var kind : ORDER) {
            var left = planned.getOrDefault(kind, 0L);
            var ended = make(work, kind, ofATurn(left));
            if (ended >= batch && ended < left) {
                return true;
            }
        }
        finishIfDone(work);
        return false;
    }

    /** A rest of less than half a batch goes along with the last one. */
    private int ofATurn(long planned) {
        return Math.toIntExact(planned <= batch + batch / 2 ? planned : batch);
    }

    /**
     * One batch, or one report over many after the other; returns how many parts came to their end. Where a batch breaks off
     * on something that trying again does not help, it is made one by one: who is found so fails, and the others are made.
     */
    private long make(CommissionWork work, ReportKind kind, int most) {
        var largest = OVER_MANY.contains(kind) ? 1 : most;
        var size = largest;
        var ended = 0L;
        while (ended < most) {
            var now = size;
            try {
                var step = step(work, kind, now);
                if (step.isEmpty()) {
                    return ended;
                }
                ended += step.getAsInt();
            } catch (RuntimeException e) {
                if (Transactions.isOfDatabase(e)) {
                    throw e;
                }
                // A message may hold data: only its kind is told.
                LOG.error(
                        "A batch of {} in run {} failed: {}",
                        now,
                        work.run(),
                        e.getClass().getName());
                if (now == 1) {
                    failFirst(work, kind);
                    ended++;
                }
                size = now == 1 ? largest : 1;
            }
        }
        return ended;
    }

    private void failFirst(CommissionWork work, ReportKind kind) {
        inTransaction(connection -> {
            var parts = new PartStore(connection, work);
            parts.end(kind, parts.planned(kind, 1), RunPart.Reason.INTERNAL);
            return work;
        });
    }

    /**
     * How many parts came to their end; nothing where none was planned any more, or the run may not go on. Where facts are
     * being changed, it waits for that.
     */
    private OptionalInt step(CommissionWork work, ReportKind kind, int size) {
        try {
            return switch (kind) {
                case PROGRESS, FINAL -> inRun(work, connection -> makeBatch(connection, work, kind, size));
                case INVOICE -> inRun(work, connection -> makeInvoice(connection, work));
                case ACCOUNTABILITY -> makeAccountability(work);
            };
        } catch (FactsInMotion e) {
            inTransaction(connection -> {
                FactVersions.await(connection, work.tenant(), e.subject());
                return work;
            });
            return OptionalInt.of(0);
        }
    }

    /**
     * After the last attempt: what is still planned has failed, so that the run ends. In a run that is paused it stays planned,
     * and is handed out anew.
     */
    void giveUp(CommissionWork work, RunPart.Reason reason) {
        inRun(work, connection -> {
            LOG.error(
                    "Commission {} of tenant {} in run {} was given up", work.commission(), work.tenant(), work.run());
            new PartStore(connection, work).endAll(reason);
            return OptionalInt.empty();
        });
        finishIfDone(work);
    }

    private void finishIfDone(CommissionWork work) {
        if (Transactions.reading(database, connection -> new RunStore(connection).hasPlanned(work.run()))) {
            return;
        }
        inTransaction(connection -> {
            new RunStore(connection).finishIfDone(work.run(), clock.instant());
            return work;
        });
    }

    private OptionalInt makeBatch(Connection connection, CommissionWork work, ReportKind kind, int size)
            throws SQLException {
        var parts = new PartStore(connection, work);
        var planned = parts.planned(kind, size);
        if (planned.isEmpty()) {
            return OptionalInt.empty();
        }
        var commission = CommissionCard.load(connection, work);
        var before = endIssuedBefore(parts, kind, planned);
        var waiting = parts.notSignedOff(planned).stream()
                .filter(trajectory -> !before.contains(trajectory))
                .toList();
        parts.end(kind, waiting, RunPart.Reason.NOT_SIGNED_OFF);
        var toMake = new ArrayList<>(planned);
        toMake.removeAll(before);
        toMake.removeAll(waiting);
        var stale = 0;
        if (!toMake.isEmpty()) {
            var reports = new ReportStore(connection, work.tenant());
            var editions = reports.editions(kind, commission);
            var made = new TrajectoryMaker(connection, work, vault, renderer, kind)
                    .make(commission, toMake, clock.instant(), editions::next);
            stale = keep(reports, parts, kind, commission, made);
        }
        return OptionalInt.of(planned.size() - stale);
    }

    private OptionalInt makeInvoice(Connection connection, CommissionWork work) throws SQLException {
        return makeOverMany(connection, work, ReportKind.INVOICE, (parts, commission, editions) -> {
            if (!parts.notSignedOff(parts.withHours()).isEmpty()) {
                parts.end(ReportKind.INVOICE, List.of(work.commission()), RunPart.Reason.NOT_SIGNED_OFF);
                return Optional.empty();
            }
            return Optional.of(
                    new InvoiceMaker(connection, work, vault, renderer).make(commission, clock.instant(), editions));
        });
    }

    /** What is read is read apart: who makes other numbers of this tenant waits only for what has to be done in turn. */
    private OptionalInt makeAccountability(CommissionWork work) {
        var counted = inTransaction(connection -> {
            var isAsked = new RunStore(connection).mayGoOn(work)
                    && new PartStore(connection, work)
                            .before(ReportKind.ACCOUNTABILITY, List.of(work.commission()))
                            .subjects()
                            .isEmpty();
            return isAsked
                    ? Optional.of(AccountabilityMaker.count(
                            connection, work, CommissionCard.load(connection, work), clock.instant()))
                    : Optional.<AccountabilityMaker.Counted>empty();
        });
        return inRun(work, connection -> {
            TallyStore.turn(connection, work.tenant());
            return makeOverMany(
                    connection,
                    work,
                    ReportKind.ACCOUNTABILITY,
                    (parts, commission, editions) ->
                            Optional.of(new AccountabilityMaker(connection, work, vault, renderer)
                                    .make(counted.orElseThrow(), clock.instant(), editions)));
        });
    }

    /** Makes a report over many. */
    private interface OverMany {
        /** Nothing when the part has come to its end without. */
        Optional<Made> make(PartStore parts, CommissionCard commission, Supplier<Edition> editions) throws SQLException;
    }

    private OptionalInt makeOverMany(Connection connection, CommissionWork work, ReportKind kind, OverMany maker)
            throws SQLException {
        var parts = new PartStore(connection, work);
        if (parts.planned(kind, 1).isEmpty()) {
            return OptionalInt.empty();
        }
        if (!endIssuedBefore(parts, kind, List.of(work.commission())).isEmpty()) {
            return OptionalInt.of(1);
        }
        var commission = CommissionCard.load(connection, work);
        var reports = new ReportStore(connection, work.tenant());
        var made = maker.make(parts, commission, reports.editions(kind, commission)::next);
        return OptionalInt.of(made.isEmpty() ? 1 : 1 - keep(reports, parts, kind, commission, made.get()));
    }

    /** Returns how many rest on facts that were changed meanwhile: they stay planned, and are made anew. */
    private int keep(ReportStore reports, PartStore parts, ReportKind kind, CommissionCard commission, Made made)
            throws SQLException {
        var now = clock.instant();
        var issued = reports.issue(kind, commission, made, now);
        parts.issued(issued.stream().map(IssuedReport::id).toList(), true);
        parts.end(kind, made.withheld(), RunPart.Reason.NOTHING_MAY_LEAVE);
        parts.end(kind, made.failed(), RunPart.Reason.RENDER);
        reports.register(vault, made.keys(), issued, now);
        return made.reports().size() - issued.size();
    }

    /** Those of which there is a report already; one that was withdrawn comes back by being corrected, not by a run. */
    private static Set<UUID> endIssuedBefore(PartStore parts, ReportKind kind, List<UUID> subjects)
            throws SQLException {
        var before = parts.before(kind, subjects);
        parts.issued(before.valid().values(), false);
        parts.end(kind, before.withdrawn(), RunPart.Reason.WITHDRAWN);
        return before.subjects();
    }

    /** Nothing when the run may not go on. */
    private OptionalInt inRun(CommissionWork work, Transactions.Work<OptionalInt> making) {
        return inTransaction(
                connection -> new RunStore(connection).mayGoOn(work) ? making.with(connection) : OptionalInt.empty());
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        return Transactions.in(database, work);
    }
}
