package nl.werkvlak.platform.reporting;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.LinesRelease;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.InvoiceDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the invoice specification of one commission, of the hours that may be told of; keeps nothing yet. */
final class InvoiceMaker {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceMaker.class);

    private final Connection connection;
    private final CommissionWork work;
    private final Vault vault;
    private final Renderer renderer;

    InvoiceMaker(Connection connection, CommissionWork work, Vault vault, Renderer renderer) {
        this.connection = connection;
        this.work = work;
        this.vault = vault;
        this.renderer = renderer;
    }

    /** Of what is permitted both at the instant that the commission's reports are decided at, and now. */
    Made make(CommissionCard commission, Instant now, Supplier<Edition> editions) throws SQLException {
        var rate = Objects.requireNonNull(commission.hourlyRate(), "an invoice without a rate");
        var lines = InvoiceLines.read(
                Sql.ofTenant(connection, work.tenant()), work.commission(), commission.period(), rate);
        var facts = FactVersions.of(connection, work.tenant(), work.commission(), lines.keySet());
        var gate = Gate.open(connection);
        var releases = gate.release(
                connection,
                work.tenant(),
                work.commission(),
                lines.keySet(),
                commission.period(),
                ReportKind.INVOICE,
                commission.decidedAt(),
                now);
        var made = new Made(facts, Made.earliest(releases.values()));
        // Without hours there is nothing to specify, whatever else may be told of somebody.
        releases.values().removeIf(release -> !release.permits(DataCategory.HOURS));
        if (releases.isEmpty()) {
            made.withheld().add(work.commission());
            return made;
        }
        var release = new LinesRelease(releases);
        var edition = editions.get();
        var versions = gate.versions(commission.decidedAt());
        var trace = Trace.of(decisions(releases.values()), versions, commission.decidedAt(), edition);
        var head = commission.head(edition, trace, versions);
        var key = vault.keyOf(connection, work.tenant());
        Printed printed;
        try {
            var released = release.project(
                    lines,
                    told -> InvoiceDocument.of(
                            head, commission.number(), commission.product(), rate, InvoiceLines.VAT, told));
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
                        people(releases),
                        null,
                        printed.pdf(),
                        printed.document()));
        return made;
    }

    private static List<Standings.Person> people(Map<UUID, Release> releases) {
        var people = new ArrayList<Standings.Person>();
        releases.forEach((trajectory, release) ->
                people.add(new Standings.Person(trajectory, release.client(), release.permitted())));
        return people;
    }

    /** Of each category how it was decided for the first of whom it may be told; within a commission that is the same for all. */
    private static JsonObject decisions(Collection<Release> releases) {
        var json = Trace.JSON.createObjectBuilder();
        for (var category : DataCategory.values()) {
            var told = releases.stream()
                    .filter(release -> release.permits(category))
                    .toList();
            var first = told.isEmpty() ? releases.iterator().next() : told.get(0);
            var decision = Trace.decisions(first).getJsonObject(category.name());
            if (decision != null) {
                json.add(
                        category.name(),
                        Trace.JSON.createObjectBuilder(decision).add("people", told.size()));
            }
        }
        return json.build();
    }
}
