package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.trajectory.Caseload;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The desk for who wants to know before a run what would become of it: the concept of a report, and a dry run.
 *
 * <p>It goes the way of a run: the same plan, the same gate, the same makers. Only the last step is not taken: nothing is
 * kept, nothing stands in the disclosure register, and its transaction is taken back.
 */
@Dependent
@Transactional(TxType.NOT_SUPPORTED)
public class ReportPreviews {

    private static final int BATCH = 500;

    private final DataSource database;
    private final Vault vault;
    private final Renderer renderer;
    private final Caseload caseload;
    private final Clock clock;

    @Inject
    public ReportPreviews(DataSource database, Vault vault, Renderer renderer, Caseload caseload, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.renderer = renderer;
        this.caseload = caseload;
        this.clock = clock;
    }

    /**
     * What a run of a month would make of one commission, if it were made now.
     *
     * @param at the instant of its decisions (UTC)
     */
    public record DryRun(UUID commission, YearMonth period, Instant at, List<ReportPreview> previews) {

        /** How many reports would come to each end; an end to which none comes is left out. */
        public Map<ReportPreview.Outcome, Long> counts() {
            return previews.stream()
                    .collect(Collectors.groupingBy(ReportPreview::outcome, TreeMap::new, Collectors.counting()));
        }
    }

    /**
     * What a run of this month would make of this commission now.
     *
     * @throws Refusal when the tenant has no such commission
     */
    public DryRun dryRun(TenantId tenant, UUID commission, YearMonth period) {
        var at = clock.instant();
        return Transactions.takenBack(database, connection -> {
            var way = new Way(connection, tenant, commission, period, at);
            var previews = new ArrayList<ReportPreview>();
            for (var plan : Plan.values()) {
                previews.addAll(way.previews(plan));
            }
            return new DryRun(commission, period, at, previews);
        });
    }

    /**
     * The concepts of the reports about one trajectory of a coach over a month: progress, and final when it ended in it.
     *
     * @throws Refusal when the trajectory is not of this coach
     */
    public List<Concept> concepts(UUID coach, UUID trajectory, YearMonth period) {
        var own = caseload.find(coach, trajectory);
        var at = clock.instant();
        return Transactions.takenBack(database, connection -> {
            var way = new Way(connection, own.tenant(), own.commission(), period, at);
            var concepts = new ArrayList<Concept>();
            for (var plan : List.of(Plan.PROGRESS, Plan.FINAL)) {
                if (way.subjects(plan).contains(trajectory)) {
                    concepts.add(way.concept(plan.kind(), trajectory));
                }
            }
            return concepts;
        });
    }

    /** The way of a run through one commission, without its last step. */
    private final class Way {

        private final Connection connection;
        private final CommissionWork work;
        private final CommissionCard commission;
        private final PartStore parts;
        private final Instant at;

        private Way(Connection connection, TenantId tenant, UUID commission, YearMonth period, Instant at)
                throws SQLException {
            this.connection = connection;
            this.work = CommissionWork.ofNoRun(tenant, commission);
            this.commission = CommissionCard.ofNoRun(connection, work, period, at)
                    .orElseThrow(() -> Refusal.unknown("commission", "There is no such commission.")
                            .at("commission"));
            this.parts = new PartStore(connection, work, period);
            this.at = at;
        }

        private List<UUID> subjects(Plan plan) throws SQLException {
            return plan.subjects(Sql.ofTenant(connection, work.tenant()), work.commission(), commission.period());
        }

        private List<ReportPreview> previews(Plan plan) throws SQLException {
            var subjects = subjects(plan);
            var previews = new ArrayList<ReportPreview>();
            for (var from = 0; from < subjects.size(); from += BATCH) {
                previews.addAll(previews(plan.kind(), subjects.subList(from, Math.min(from + BATCH, subjects.size()))));
            }
            return previews;
        }

        private List<ReportPreview> previews(ReportKind kind, List<UUID> subjects) throws SQLException {
            var made = make(kind, subjects, TrajectoryMaker.Purpose.DRY_RUN);
            var before = parts.before(kind, subjects);
            var waiting = waiting(kind, subjects);
            var reports = made.reports().stream().collect(Collectors.toMap(IssuedReport::subject, Function.identity()));
            var previews = new ArrayList<ReportPreview>();
            for (var subject : subjects) {
                ReportPreview.Outcome outcome;
                if (before.valid().containsKey(subject)) {
                    outcome = ReportPreview.Outcome.STANDS;
                } else if (before.withdrawn().contains(subject)) {
                    outcome = ReportPreview.Outcome.WITHDRAWN;
                } else if (waiting.contains(subject)) {
                    outcome = ReportPreview.Outcome.WAITING;
                } else if (made.failed().contains(subject)) {
                    outcome = ReportPreview.Outcome.FAILED;
                } else if (reports.containsKey(subject)) {
                    outcome = ReportPreview.Outcome.ISSUED;
                } else {
                    outcome = ReportPreview.Outcome.WITHHELD;
                }
                previews.add(preview(kind, subject, outcome, made.decided().get(subject), reports.get(subject)));
            }
            return previews;
        }

        private Set<UUID> waiting(ReportKind kind, List<UUID> subjects) throws SQLException {
            return switch (kind) {
                case PROGRESS, FINAL -> new HashSet<>(parts.notSignedOff(subjects));
                case INVOICE -> parts.notSignedOff(parts.withHours()).isEmpty() ? Set.of() : Set.copyOf(subjects);
                case ACCOUNTABILITY -> Set.of();
            };
        }

        private Made make(ReportKind kind, List<UUID> subjects, TrajectoryMaker.Purpose purpose) throws SQLException {
            return switch (kind) {
                case PROGRESS, FINAL ->
                    new TrajectoryMaker(connection, work, vault, renderer, kind, purpose)
                            .make(commission, subjects, at, Edition::concept);
                case ACCOUNTABILITY ->
                    new AccountabilityMaker(connection, work, vault, renderer).make(commission, at, Edition::concept);
                case INVOICE ->
                    new InvoiceMaker(connection, work, vault, renderer).make(commission, at, Edition::concept);
            };
        }

        private Concept concept(ReportKind kind, UUID trajectory) throws SQLException {
            var subjects = List.of(trajectory);
            var now = previews(kind, subjects).get(0);
            var made = make(kind, subjects, TrajectoryMaker.Purpose.CONCEPT);
            if (made.reports().isEmpty()) {
                return new Concept(now, null);
            }
            var report = made.reports().get(0);
            var owner = report.people().get(0).client();
            var key = vault.keysFor(connection, work.tenant(), Set.of(owner)).get(owner);
            var pdf = key == null ? null : SealedPdf.open(report.pdf().sealed(), key, report.id());
            // A marked text in a category that only waits for the showing is found here.
            return new Concept(
                    now.withMarkedTexts(Trace.heldTextsIn(report.trace().json())), pdf);
        }
    }

    /** @param report null when there would be none */
    private static ReportPreview preview(
            ReportKind kind,
            UUID subject,
            ReportPreview.Outcome outcome,
            @Nullable Release release,
            @Nullable IssuedReport report) {
        var withheld = new EnumMap<DataCategory, Set<Reason>>(DataCategory.class);
        if (release != null) {
            release.decisions().forEach((category, decision) -> {
                if (!decision.isPermitted()) {
                    withheld.put(category, decision.reasons());
                }
            });
        }
        return new ReportPreview(
                kind,
                subject,
                outcome,
                report == null ? Set.of() : report.categories(),
                withheld,
                report == null ? Map.of() : Trace.heldTextsIn(report.trace().json()));
    }
}
