package nl.werkvlak.platform.disclosure.explanation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.Evidence;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The desk where the privacy officer asks why: the decision on any value at any instant, with all that it rests on (GDPR
 * 5(2)). It asks the same gate that reports go through, and stores nothing. No tenant ever comes to this desk.
 */
@Dependent
public class Explanations {

    private final DataSource database;

    @Inject
    public Explanations(DataSource database) {
        this.database = database;
    }

    /**
     * The tenant of a trajectory, for who was not told: ids are drawn at random, so one tenant has it, or none.
     *
     * @throws Refusal when no tenant has it, or more than one
     */
    public TenantId tenantOf(UUID trajectory) {
        var found = reading(connection -> Sql.ofPlatform(connection)
                .query(
                        "select tenant_id from trajectory where id = ?",
                        row -> new TenantId(row.uuid("tenant_id")),
                        trajectory));
        if (found.size() > 1) {
            throw Refusal.conflict("ambiguous-trajectory", "Several tenants have this id: name the tenant.");
        }
        return found.stream().findFirst().orElseThrow(Explanations::unknown);
    }

    /** Why, about one category of one trajectory. */
    public Explanation explain(TenantId tenant, UUID trajectory, DataCategory category, Question question) {
        return reading(connection -> asKnownAt(connection, question.knownAt(), () -> {
            var gate = Gate.open(connection);
            var facts = factsOf(gate, connection, tenant, trajectory, question);
            return new Explanation(
                    trajectory,
                    category,
                    question,
                    gate.rule().decide(category, facts, question.report(), question.at()),
                    gate.versions(question.at()),
                    Evidence.of(gate.rule(), category, facts, question.report(), question.at()));
        }));
    }

    /**
     * The coverage report: which data would leave, on which ground, and what is missing. A commission at a time, so that
     * it stays flat in memory, in a number of statements that does not grow with the trajectories.
     *
     * @param lines takes each line as it comes, by commission, trajectory and category
     * @throws Refusal when the tenant does not have what is asked about; before the first line
     */
    public void cover(TenantId tenant, Scope scope, Question question, Consumer<Line> lines) {
        reading(connection -> asKnownAt(connection, question.knownAt(), () -> {
            var gate = Gate.open(connection);
            for (var commission : commissionsIn(connection, tenant, scope)) {
                cover(connection, gate, tenant, commission, scope, question, lines);
            }
            return scope;
        }));
    }

    /**
     * Stops who asks about what is not there, before anything is written.
     *
     * @throws Refusal when the tenant does not have what is asked about
     */
    public void demand(TenantId tenant, Scope scope) {
        reading(connection -> commissionsIn(connection, tenant, scope));
    }

    private record Named(UUID id, String number) {}

    private static void cover(
            Connection connection,
            Gate gate,
            TenantId tenant,
            Named commission,
            Scope scope,
            Question question,
            Consumer<Line> lines)
            throws SQLException {
        var trajectories = new LinkedHashMap<UUID, String>();
        Sql.ofTenant(connection, tenant).stream(
                "select id, number from trajectory where tenant_id = :tenant and commission_id = ?"
                        + " and id = coalesce(?, id) order by number",
                row -> trajectories.put(row.uuid("id"), row.text("number")),
                commission.id(),
                scope.trajectory());
        var facts = gate.facts(connection, tenant, commission.id(), trajectories.keySet(), question.period());
        trajectories.forEach((trajectory, number) -> {
            var own = facts.get(trajectory);
            if (own != null) {
                var answers = gate.rule().about(own);
                for (var category : DataCategory.values()) {
                    var decision = answers.decide(category, question.report(), question.at());
                    lines.accept(
                            new Line(commission.id(), commission.number(), trajectory, number, category, decision));
                }
            }
        });
    }

    private static List<Named> commissionsIn(Connection connection, TenantId tenant, Scope scope) throws SQLException {
        var sql = Sql.ofTenant(connection, tenant);
        Sql.Reader<Named> named = row -> new Named(row.uuid("id"), row.text("number"));
        if (scope.trajectory() != null) {
            return demanded(sql.query(
                    "select c.id, c.number from trajectory t"
                            + " join commission c on c.tenant_id = t.tenant_id and c.id = t.commission_id"
                            + " where t.tenant_id = :tenant and t.id = ? and c.id = coalesce(?, c.id)",
                    named,
                    scope.trajectory(),
                    scope.commission()));
        }
        if (scope.commission() != null) {
            return demanded(sql.query(
                    "select id, number from commission where tenant_id = :tenant and id = ?",
                    named,
                    scope.commission()));
        }
        demanded(sql.query("select code number, id from tenant where id = :tenant", named));
        return sql.query("select id, number from commission where tenant_id = :tenant order by number", named);
    }

    private static List<Named> demanded(List<Named> found) {
        if (found.isEmpty()) {
            throw unknown();
        }
        return found;
    }

    /** What would be otherwise if the facts were: nothing is stored. One difference per category, changed or not. */
    public List<Difference> compare(TenantId tenant, UUID trajectory, Question question, Hypothesis hypothesis) {
        return reading(connection -> asKnownAt(connection, question.knownAt(), () -> {
            var gate = Gate.open(connection);
            var facts = factsOf(gate, connection, tenant, trajectory, question);
            var now = gate.rule().about(facts);
            var then = gate.rule().about(hypothesis.apply(facts));
            return Arrays.stream(DataCategory.values())
                    .map(category -> new Difference(
                            category,
                            now.decide(category, question.report(), question.at()),
                            then.decide(category, question.report(), question.at())))
                    .toList();
        }));
    }

    private static Facts factsOf(Gate gate, Connection connection, TenantId tenant, UUID trajectory, Question question)
            throws SQLException {
        var commissions = Sql.ofTenant(connection, tenant)
                .query(
                        "select commission_id from trajectory where tenant_id = :tenant and id = ?",
                        row -> row.uuid("commission_id"),
                        trajectory);
        if (commissions.isEmpty()) {
            throw unknown();
        }
        var facts = gate.facts(connection, tenant, commissions.get(0), List.of(trajectory), question.period());
        return facts.values().stream().findFirst().orElseThrow(Explanations::unknown);
    }

    /** MariaDB answers from the history of the facts, on this connection only and for this work only. */
    private static <T> T asKnownAt(Connection connection, @Nullable Instant knownAt, Answer<T> work)
            throws SQLException {
        if (knownAt == null) {
            return work.give();
        }
        var sql = Sql.ofPlatform(connection);
        sql.update("set @@session.system_versioning_asof = ?", knownAt);
        try {
            return work.give();
        } finally {
            sql.update("set @@session.system_versioning_asof = default");
        }
    }

    private interface Answer<T> {
        T give() throws SQLException;
    }

    private static Refusal unknown() {
        return Refusal.unknown("unknown", "There is no such thing.");
    }

    /** Work on one snapshot, that changes nothing. */
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return work.from(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The facts could not be read", e);
        }
    }
}
