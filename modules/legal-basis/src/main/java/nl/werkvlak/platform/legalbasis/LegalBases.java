package nl.werkvlak.platform.legalbasis;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;
import nl.werkvlak.platform.legalbasis.RecordedBasis.Withdrawal;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk for legal bases: what is recorded about them, and where they are read in sets for the gate.
 *
 * <p>Nothing is overwritten: a basis is recorded, and then ended, weighed or withdrawn, each once; every state stays.
 */
@Dependent
public class LegalBases {

    private static final String COVERING = "select number, letter, commission_id, client_id, purposes, categories,"
            + " first_day, last_day, balancing_outcome, balanced_on, child_weighed, consent_on, withdrawn_at"
            + " from legal_basis where tenant_id = :tenant and ";

    private final FactTable<RecordedBasis> bases;

    @Inject
    public LegalBases(DataSource database) {
        this.bases = BasisStore.in(database);
    }

    /**
     * Records a basis.
     *
     * @throws Refusal when it cannot hold, when its number is taken, when the client has consented to the same already, or
     *     when there is no such client or commission
     */
    public Known<RecordedBasis> record(TenantId tenant, BasisTerms asked, Change change) {
        var terms = BasisRules.checked(asked, change);
        // The id that an import would give it, so that the same number never means two bases.
        var id = tenant.idOf("legal_basis", terms.number());
        return bases.record(tenant, sql -> {
            var store = new BasisStore(sql);
            BasisRules.demandWithin(terms, reach(store, terms));
            if (terms.client() != null && terms.ground() == Ground.CONSENT) {
                demandNoSuchConsent(sameConsents(sql, terms.client(), terms), terms);
            }
            try {
                store.add(id, terms, change);
            } catch (SQLException e) {
                if (Transactions.isDuplicate(e)) {
                    throw Refusal.conflict("number-taken", "There is a basis with this number already.")
                            .at("number");
                }
                throw e;
            }
            return id;
        });
    }

    /** Sets the last day of a basis: once, and never later than was foreseen. The last day itself still counts. */
    public Known<RecordedBasis> end(TenantId tenant, UUID id, LocalDate lastDay, Change change) {
        return bases.act(tenant, id, (sql, basis) -> {
            BasisRules.demandEnd(basis, lastDay);
            bases.change(sql, id, change, "last_day = ?, ended_at = ?", lastDay, change.at());
        });
    }

    /** Records the balancing test of a legitimate interest: once. Who weighs again, records a new basis. */
    public Known<RecordedBasis> balance(TenantId tenant, UUID id, BalancingTest test, Change change) {
        return bases.act(tenant, id, (sql, basis) -> {
            BasisRules.demandBalancing(basis, test, change);
            bases.change(
                    sql,
                    id,
                    change,
                    "balancing_outcome = ?, balanced_on = ?, child_weighed = ?",
                    test.outcome(),
                    test.decidedOn(),
                    test.childWeighed());
        });
    }

    /**
     * Takes a consent back, from an instant on (GDPR 7(3)): as easy as it was given.
     *
     * @param at when the client said so; absent means now
     */
    public Known<RecordedBasis> withdraw(TenantId tenant, UUID id, ConsentBy by, @Nullable Instant at, Change change) {
        return bases.act(tenant, id, (sql, basis) -> {
            var withdrawal = new Withdrawal(at == null ? change.at() : at, by);
            var client = basis.terms().client();
            var person =
                    client == null ? null : new BasisStore(sql).client(client).orElse(null);
            BasisRules.demandWithdrawal(basis, person, withdrawal, change);
            bases.change(sql, id, change, "withdrawn_at = ?, withdrawn_by = ?", withdrawal.at(), withdrawal.by());
        });
    }

    public Known<RecordedBasis> get(TenantId tenant, UUID id) {
        return bases.get(tenant, id);
    }

    /** Every state that a basis had, the oldest first. */
    public List<Known<RecordedBasis>> history(TenantId tenant, UUID id) {
        return bases.history(tenant, id);
    }

    /**
     * The bases of a tenant, by number; of one client or one commission alone, if that is asked.
     *
     * @param after the number where the page before ended
     */
    public Page<Known<RecordedBasis>, String> list(
            TenantId tenant, @Nullable UUID client, @Nullable UUID commission, @Nullable String after, int limit) {
        return bases.page(
                tenant,
                limit,
                basis -> basis.terms().number(),
                "number > ? and (? is null or client_id = ?) and (? is null or commission_id = ?) order by number",
                after == null ? "" : after,
                client,
                client,
                commission,
                commission);
    }

    /** Consents of a client for exactly the same, that were not withdrawn. */
    private List<Known<RecordedBasis>> sameConsents(Sql sql, UUID client, BasisTerms terms) throws SQLException {
        return bases.where(
                sql,
                "client_id = ? and letter = ? and withdrawn_at is null and purposes = ? and categories = ?",
                client,
                String.valueOf(terms.ground().letter()),
                Sql.set(terms.purposes()),
                Sql.set(terms.categories()));
    }

    private static BasisRules.Reach reach(BasisStore store, BasisTerms terms) throws SQLException {
        if (terms.client() != null) {
            var person = store.lockClient(terms.client())
                    .orElseThrow(() -> Refusal.unknown("client", "There is no such client.")
                            .at("client"));
            return new BasisRules.Reach(store.recipientsOfClient(terms.client()), person);
        }
        var recipients = store.recipientsOfCommission(Objects.requireNonNull(terms.commission()));
        if (recipients.isEmpty()) {
            throw Refusal.unknown("commission", "There is no such commission.").at("commission");
        }
        return new BasisRules.Reach(recipients, null);
    }

    private static void demandNoSuchConsent(List<Known<RecordedBasis>> same, BasisTerms terms) {
        var asked = Period.ofDays(terms.firstDay(), terms.lastDay());
        for (var known : same) {
            var basis = known.fact().terms();
            var other = Period.ofDays(basis.firstDay(), basis.lastDay());
            if (!other.isOver(asked.from()) && !asked.isOver(other.from())) {
                throw Refusal.conflict(
                        "already-consented", "The client consented to the same for a part of this period already.");
            }
        }
    }

    /** Every basis for a commission as a whole, and every basis for one of these clients, in the order of their numbers. */
    public static List<LegalBasis> covering(Sql sql, UUID commission, Collection<UUID> clients) throws SQLException {
        return sql.query(
                COVERING + "(commission_id = ? or client_id in (?)) order by number",
                LegalBases::read,
                commission,
                clients);
    }

    /** Every basis that covers a client: of the client alone, or of a commission that the client has a trajectory in. */
    public static List<LegalBasis> ofClient(Sql sql, UUID client) throws SQLException {
        return sql.query(
                COVERING + "(client_id = ? or commission_id in (select t.commission_id from trajectory t"
                        + " where t.tenant_id = :tenant and t.client_id = ?)) order by number",
                LegalBases::read,
                client,
                client);
    }

    private static LegalBasis read(Sql.Row row) throws SQLException {
        var client = row.uuidOrNull("client_id");
        return new LegalBasis(
                row.text("number"),
                Ground.ofLetter(row.text("letter")).orElseThrow(),
                client != null,
                client == null ? row.uuid("commission_id") : client,
                row.set("purposes", Purpose.class),
                row.set("categories", DataCategory.class),
                Period.ofDays(row.day("first_day"), row.dayOrNull("last_day")),
                balancing(row.textOrNull("balancing_outcome"), row.dayOrNull("balanced_on"), row.flag("child_weighed")),
                consent(row.dayOrNull("consent_on"), row.instantOrNull("withdrawn_at")));
    }

    private static LegalBasis.@Nullable Balancing balancing(
            @Nullable String outcome, @Nullable LocalDate decided, boolean childWeighed) {
        return outcome == null || decided == null
                ? null
                : new LegalBasis.Balancing(outcome.equals("FAVOUR"), Period.startOf(decided), childWeighed);
    }

    private static LegalBasis.@Nullable Consent consent(@Nullable LocalDate given, @Nullable Instant withdrawn) {
        return given == null ? null : new LegalBasis.Consent(Period.startOf(given), withdrawn);
    }
}
