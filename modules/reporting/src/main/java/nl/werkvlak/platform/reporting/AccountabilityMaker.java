package nl.werkvlak.platform.reporting;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.RowId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.CommissionNumbers.Line;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the accountability report of one commission, of those people who may be counted; keeps nothing yet. */
final class AccountabilityMaker {

    private static final Logger LOG = LoggerFactory.getLogger(AccountabilityMaker.class);
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final Connection connection;
    private final CommissionWork work;
    private final Vault vault;
    private final Renderer renderer;

    AccountabilityMaker(Connection connection, CommissionWork work, Vault vault, Renderer renderer) {
        this.connection = connection;
        this.work = work;
        this.vault = vault;
        this.renderer = renderer;
    }

    /** What a report is made of: what each trajectory brings, and what may leave of it. */
    record Counted(Map<UUID, Line> lines, FactVersions facts, Gate.Versions versions, Map<UUID, Release> releases) {}

    /**
     * Reads of whom the report is, who may be counted both at the instant that the commission's reports are decided at, and
     * now. It is most of the work, and waits for nobody; what is changed afterwards makes the report stale.
     */
    static Counted count(Connection connection, CommissionWork work, CommissionCard commission, Instant now)
            throws SQLException {
        var lines = new CommissionNumbers(connection, work, commission.period()).lines();
        var facts = FactVersions.of(connection, work.tenant(), work.commission(), lines.keySet());
        var gate = Gate.open(connection);
        var releases = gate.release(
                connection,
                work.tenant(),
                work.commission(),
                lines.keySet(),
                commission.period(),
                ReportKind.ACCOUNTABILITY,
                commission.decidedAt(),
                now);
        return new Counted(lines, facts, gate.versions(commission.decidedAt()), releases);
    }

    /** Holds the numbers against all that is out, and prints them. Call it in one's {@link TallyStore#turn}. */
    Made make(Counted counted, CommissionCard commission, Instant now, Supplier<Edition> editions) throws SQLException {
        var releases = counted.releases();
        var release = new AggregateRelease(releases.values());
        var made = new Made(counted.facts(), release.validThrough());
        if (release.permitted().isEmpty()) {
            made.withheld().add(work.commission());
            return made;
        }
        var edition = editions.get();
        var versions = counted.versions();
        var smallestCell = SmallestCells.inForce(connection, work.tenant(), commission.decidedAt());
        var trace = Trace.of(decisions(release, smallestCell), versions, commission.decidedAt(), edition);
        var head = commission.head(edition, trace, versions);
        var owner = work.tenant().value();
        var key = Objects.requireNonNull(
                vault.keysFor(connection, work.tenant(), Set.of(owner)).get(owner), "key of the tenant");
        var tallies = new TallyStore(connection, work.tenant(), key);
        var figures = new AccountabilityFigures(commission, head, counted.lines(), release);
        figures.holdAgainst(tallies.earlier(work.commission(), figures.measures()), smallestCell);
        byte[] pdf;
        byte[] json;
        try {
            var released = release.project(figures.document(head));
            pdf = renderer.pdf(released, DUTCH);
            json = renderer.json(released);
        } catch (RuntimeException e) {
            LOG.error(
                    "Commission {} in run {} failed: {}",
                    work.commission(),
                    work.run(),
                    e.getClass().getName());
            made.failed().add(work.commission());
            return made;
        }
        var id = RowId.next(now);
        made.reports()
                .add(new IssuedReport(
                        id,
                        edition,
                        work.commission(),
                        null,
                        trace,
                        versions,
                        release.validThrough(),
                        release.permitted(),
                        release.bases(),
                        people(releases, release),
                        tallies.seal(id, figures.kept()),
                        SealedPdf.of(pdf, key, id),
                        SealedDocument.of(json, key, id)));
        return made;
    }

    /** Who was counted in what: without them it could not be told later whether the numbers may stand. */
    private static List<Standings.Person> people(Map<UUID, Release> releases, AggregateRelease aggregate) {
        var people = new ArrayList<Standings.Person>();
        releases.forEach((trajectory, release) -> {
            var categories = EnumSet.noneOf(DataCategory.class);
            for (var category : aggregate.permitted()) {
                if (aggregate.counted(category).contains(trajectory)) {
                    categories.add(category);
                }
            }
            if (!categories.isEmpty()) {
                people.add(new Standings.Person(trajectory, release.client(), categories));
            }
        });
        return people;
    }

    private static JsonObject decisions(AggregateRelease release, int smallestCell) {
        var json = Trace.JSON.createObjectBuilder();
        for (var category : DataCategory.values()) {
            var people = release.counted(category).size();
            json.add(
                    category.name(),
                    Trace.JSON
                            .createObjectBuilder()
                            .add("permitted", people > 0)
                            .add("projection", "AGGREGATE")
                            .add("people", people)
                            .add("smallestCell", smallestCell));
        }
        return json.build();
    }
}
