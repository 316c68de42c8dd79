package nl.werkvlak.platform.reporting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the accountability report of one commission, of those people who may be counted. */
final class AccountabilityMaker {

    private static final Logger LOG = LoggerFactory.getLogger(AccountabilityMaker.class);
    private static final String KIND = "ACCOUNTABILITY";
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final Connection connection;
    private final CommissionWork work;
    private final Vault vault;
    private final Renderer renderer;
    private final Clock clock;

    AccountabilityMaker(Connection connection, CommissionWork work, Vault vault, Renderer renderer, Clock clock) {
        this.connection = connection;
        this.work = work;
        this.vault = vault;
        this.renderer = renderer;
        this.clock = clock;
    }

    void make(PartStore parts) throws SQLException {
        var subject = List.of(work.commission());
        var commission = CommissionCard.load(connection, work);
        var lines = new CommissionNumbers(connection, work, commission.period()).lines();
        var gate = Gate.open(connection);
        var release = new AggregateRelease(gate.release(
                        connection,
                        work.tenant(),
                        work.commission(),
                        lines.keySet(),
                        commission.period(),
                        ReportKind.ACCOUNTABILITY,
                        commission.decidedAt())
                .values());
        if (release.permitted().isEmpty()) {
            parts.end(subject, "WITHHELD");
            return;
        }
        var reports = new ReportStore(connection, work.tenant());
        var number = reports.nextNumbers("VA-", commission, KIND).next();
        var versions = gate.versions(commission.decidedAt());
        var smallestCell = SmallestCells.inForce(connection, work.tenant(), commission.decidedAt());
        var trace = Trace.of(decisions(release, smallestCell), versions, commission.decidedAt(), number);
        var head = commission.head(trace, versions);
        var owner = work.tenant().value();
        var key = Objects.requireNonNull(
                vault.keysFor(connection, work.tenant(), Set.of(owner)).get(owner), "key of the tenant");
        var tallies = new TallyStore(connection, work.tenant(), key);
        var figures = new AccountabilityFigures(commission, head, lines, release);
        figures.holdAgainst(tallies.earlier(work.commission(), figures.measures()), smallestCell);
        byte[] pdf;
        try {
            pdf = renderer.accountability(release.project(figures.document(head)), DUTCH);
        } catch (RuntimeException e) {
            LOG.error(
                    "Commission {} in run {} failed: {}",
                    work.commission(),
                    work.run(),
                    e.getClass().getName());
            parts.fail(subject, "render");
            return;
        }
        var id = UUID.randomUUID();
        var report = new IssuedReport(
                id,
                work.commission(),
                null,
                trace,
                versions,
                release.validThrough(),
                release.permitted(),
                release.bases(),
                SealedPdf.of(pdf, key, id));
        var now = clock.instant();
        reports.keep(KIND, commission, List.of(report), now);
        tallies.keep(id, figures.kept());
        parts.issued(Map.of(work.commission(), id), true);
        reports.register(vault, List.of(report), now);
    }

    private static JsonObject decisions(AggregateRelease release, int smallestCell) {
        var json = Json.createObjectBuilder();
        for (var category : DataCategory.values()) {
            var people = release.counted(category).size();
            json.add(
                    category.name(),
                    Json.createObjectBuilder()
                            .add("permitted", people > 0)
                            .add("projection", "AGGREGATE")
                            .add("people", people)
                            .add("smallestCell", smallestCell));
        }
        return json.build();
    }
}
