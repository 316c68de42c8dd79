package nl.werkvlak.platform.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Rule;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBases;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.subjectrights.SubjectRights;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.Commissions;
import nl.werkvlak.platform.trajectory.StatutoryRequest;

/**
 * The one way out: reads the facts as they stand now, and decides for every category.
 *
 * <p>Facts are read in sets: the number of statements does not grow with the trajectories. A trajectory that is not
 * this tenant's, or not of this commission, has no facts and so no release.
 */
public final class Gate {

    private final Rule rule;
    private final boolean isForConcepts;

    private Gate(Rule rule, boolean isForConcepts) {
        this.rule = rule;
        this.isForConcepts = isForConcepts;
    }

    /** A gate with the matrix and the register as they stand in the database now. */
    public static Gate open(Connection connection) throws SQLException {
        var sql = Sql.ofPlatform(connection);
        return new Gate(new Rule(MatrixStore.load(sql), ProcessingRegister.load(sql)), false);
    }

    /**
     * The same gate, for the concept that the client is to be shown: it takes that as done (condition K2), and nothing else.
     * What it lets through is for the coach and the client themselves, and never for a tenant.
     */
    public Gate forConcepts() {
        return new Gate(rule, true);
    }

    /** The versions that a report keeps, to be able to explain itself later. */
    public Versions versions(Instant at) {
        return new Versions(rule.matrix().version(at), rule.register().version(at), "2019-09-03");
    }

    /**
     * The versions of matrix, processing register and regulation that a decision was taken with.
     *
     * @param regulation the day on which the privacy regulation came into force (regulation art. 20)
     */
    public record Versions(String matrix, String register, String regulation) {}

    /** The rule that it asks, with the matrix and the register as they were read. */
    public Rule rule() {
        return rule;
    }

    /** What may leave of each of these trajectories, for a report over this period, decided at this instant. */
    public Map<UUID, Release> release(
            Connection connection,
            TenantId tenant,
            UUID commission,
            Collection<UUID> trajectories,
            YearMonth period,
            ReportKind report,
            Instant at)
            throws SQLException {
        return release(connection, tenant, commission, trajectories, period, facts -> decide(facts, report, at));
    }

    /**
     * What is decided at an instant and leaves at a later one: only what both permit, so that what was withdrawn in
     * between stays inside.
     */
    public Map<UUID, Release> release(
            Connection connection,
            TenantId tenant,
            UUID commission,
            Collection<UUID> trajectories,
            YearMonth period,
            ReportKind report,
            Instant at,
            Instant now)
            throws SQLException {
        return release(
                connection,
                tenant,
                commission,
                trajectories,
                period,
                facts -> decide(facts, report, at).and(decide(facts, report, now)));
    }

    private Map<UUID, Release> release(
            Connection connection,
            TenantId tenant,
            UUID commission,
            Collection<UUID> trajectories,
            YearMonth period,
            Function<Facts, Release> decide)
            throws SQLException {
        var releases = new HashMap<UUID, Release>();
        facts(connection, tenant, commission, trajectories, period)
                .forEach((trajectory, facts) ->
                        releases.put(trajectory, decide.apply(isForConcepts ? facts.asShown() : facts)));
        return releases;
    }

    /** What the rule reads of each of these trajectories, for a report over this period. */
    public Map<UUID, Facts> facts(
            Connection connection, TenantId tenant, UUID commission, Collection<UUID> trajectories, YearMonth period)
            throws SQLException {
        var sql = Sql.ofTenant(connection, tenant);
        var commissionFacts = Commissions.factsOf(sql, commission).orElse(null);
        if (commissionFacts == null) {
            return Map.of();
        }
        var trajectoryFacts = Commissions.trajectoryFacts(sql, commission, trajectories, period);
        var clients = trajectoryFacts.stream().map(facts -> facts.client()).collect(Collectors.toSet());
        var bases = LegalBases.covering(sql, commission, clients);
        var ofCommission = bases.stream().filter(basis -> !basis.personal()).toList();
        var ofClients = bases.stream().filter(LegalBasis::personal).collect(Collectors.groupingBy(LegalBasis::owner));
        var objections =
                SubjectRights.objectionsOf(sql, clients).stream().collect(Collectors.groupingBy(Objection::client));
        var restrictions =
                SubjectRights.restrictionsOf(sql, clients).stream().collect(Collectors.groupingBy(Restriction::client));
        var requests = Commissions.statutoryRequests(sql, clients).stream()
                .collect(Collectors.groupingBy(StatutoryRequest::client));
        var retention = RetentionOverride.of(sql, commission);
        var all = new HashMap<UUID, Facts>();
        for (var trajectory : trajectoryFacts) {
            var own = new ArrayList<>(ofCommission);
            own.addAll(ofClients.getOrDefault(trajectory.client(), List.of()));
            var facts = new Facts(
                    commissionFacts,
                    trajectory,
                    own,
                    objections.getOrDefault(trajectory.client(), List.of()),
                    restrictions.getOrDefault(trajectory.client(), List.of()),
                    requests.getOrDefault(trajectory.client(), List.of()),
                    retention);
            all.put(trajectory.id(), facts);
        }
        return all;
    }

    private Release decide(Facts facts, ReportKind report, Instant at) {
        var decisions = new EnumMap<DataCategory, Decision>(DataCategory.class);
        var answers = rule.about(facts);
        for (var category : DataCategory.values()) {
            decisions.put(category, answers.decide(category, report, at));
        }
        return Release.of(facts, report, decisions, at);
    }
}
