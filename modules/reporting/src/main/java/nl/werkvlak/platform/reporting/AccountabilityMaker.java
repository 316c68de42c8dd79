package nl.werkvlak.platform.reporting;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.werkvlak.platform.disclosure.AggregateRelease;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the accountability report of one commission, of those people who may be counted; keeps nothing yet. */
final class AccountabilityMaker {

    private static final Logger LOG = LoggerFactory.getLogger(AccountabilityMaker.class);

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

    /** What a report is made of: all its numbers, who is counted in them, and on what that rests. */
    record Counted(
            CommissionCard commission,
            AccountabilityFigures figures,
            AggregateRelease release,
            List<Standings.Person> people,
            FactVersions facts,
            Gate.Versions versions) {}

    /**
     * Reads of whom the report is, who may be counted both at the instant that the commission's reports are decided at, and
     * now, and counts them. It is most of the work, and waits for nobody; what is changed afterwards makes the report stale.
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
        var release = new AggregateRelease(releases.values());
        return new Counted(
                commission,
                new AccountabilityFigures(commission, lines, release),
                release,
                people(releases, release),
                facts,
                gate.versions(commission.decidedAt()));
    }

    /** Both, one after the other. Call it in one's {@link TallyStore#turn}. */
    Made make(CommissionCard commission, Instant now, Supplier<Edition> editions) throws SQLException {
        return make(count(connection, work, commission, now), now, editions);
    }

    /** Holds the numbers against all that is out, and prints them. Call it in one's {@link TallyStore#turn}. */
    Made make(Counted counted, Instant now, Supplier<Edition> editions) throws SQLException {
        var commission = counted.commission();
        var release = counted.release();
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
        var key = vault.keyOf(connection, work.tenant());
        var tallies = new TallyStore(connection, work.tenant(), key);
        var figures = counted.figures();
        figures.holdAgainst(tallies.earlier(work.commission(), figures.measures()), smallestCell);
        Printed printed;
        try {
            var released = release.project(figures.document(head));
            printed = Printed.of(released, renderer, key, now);
        } catch (RuntimeException e) {
            LOG.error(
                    "Commission {} in run {} failed: {}",
                    work.commission(),
                    work.run(),
                    e.getClass().getName());
            made.failed().add(work.commission());
            return made;
        }
        made.reports()
                .add(new IssuedReport(
                        printed.id(),
                        edition,
                        work.commission(),
                        null,
                        trace,
                        versions,
                        release.validThrough(),
                        release.permitted(),
                        release.bases(),
                        counted.people(),
                        tallies.seal(printed.id(), figures.kept()),
                        printed.pdf(),
                        printed.document()));
        return made;
    }

    /** Who was counted in what: without them it could not be told later whether the numbers may stand. */
    private static List<Standings.Person> people(Map<UUID, Release> releases, AggregateRelease aggregate) {
        var people = new ArrayList<Standings.Person>();
        var permitted = aggregate.permitted();
        releases.forEach((trajectory, release) -> {
            var categories = EnumSet.noneOf(DataCategory.class);
            for (var category : permitted) {
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
