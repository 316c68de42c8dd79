package nl.werkvlak.platform.legalbasis;

import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.BasisRules.Person;
import nl.werkvlak.platform.legalbasis.BasisTerms.ConsentGiven;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;
import nl.werkvlak.platform.legalbasis.RecordedBasis.Withdrawal;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** How legal bases are kept, and what of others has to be known to record one. */
final class BasisStore {

    private static final String COLUMNS =
            "id, number, client_id, commission_id, letter, purposes, categories, first_day,"
                    + " last_day, ended_at, evidence, balancing_outcome, balanced_on, child_weighed, consent_text, consent_on,"
                    + " consent_by, withdrawn_at, withdrawn_by";

    private final Sql sql;

    BasisStore(Sql sql) {
        this.sql = sql;
    }

    static FactTable<RecordedBasis> in(DataSource database) {
        return new FactTable<>(
                database,
                "legal_basis",
                COLUMNS,
                BasisStore::read,
                () -> Refusal.unknown("legal-basis", "There is no such legal basis."));
    }

    /** Nothing for a client that this tenant does not have. */
    Optional<Person> client(UUID client) throws SQLException {
        return person(client, "");
    }

    /** The same, and nobody else records anything new about the client until this transaction ends. */
    Optional<Person> lockClient(UUID client) throws SQLException {
        return person(client, " for update");
    }

    private Optional<Person> person(UUID client, String lock) throws SQLException {
        return sql
                .query(
                        "select birth_date, representative is not null represented from client where tenant_id = :tenant and id = ?"
                                + lock,
                        row -> new Person(row.day("birth_date"), row.flag("represented")),
                        client)
                .stream()
                .findFirst();
    }

    /** Who receives reports about a client: of each of the client's trajectories the commission says. */
    Set<RecipientKind> recipientsOfClient(UUID client) throws SQLException {
        return kinds(sql.query(
                "select distinct c.recipient_kind from trajectory t"
                        + " join commission c on c.tenant_id = t.tenant_id and c.id = t.commission_id"
                        + " where t.tenant_id = :tenant and t.client_id = ?",
                row -> RecipientKind.valueOf(row.text("recipient_kind")),
                client));
    }

    /** Nothing for a commission that this tenant does not have. */
    Set<RecipientKind> recipientsOfCommission(UUID commission) throws SQLException {
        return kinds(sql.query(
                "select recipient_kind from commission where tenant_id = :tenant and id = ?",
                row -> RecipientKind.valueOf(row.text("recipient_kind")),
                commission));
    }

    private static Set<RecipientKind> kinds(Collection<RecipientKind> kinds) {
        return kinds.isEmpty() ? EnumSet.noneOf(RecipientKind.class) : EnumSet.copyOf(kinds);
    }

    void add(UUID id, BasisTerms terms, Change change) throws SQLException {
        var consent = terms.consent();
        sql.update(
                "insert into legal_basis (tenant_id, id, number, client_id, commission_id, letter, purposes, categories,"
                        + " first_day, last_day, evidence, consent_text, consent_on, consent_by, changed_by,"
                        + " change_reason) values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                terms.number(),
                terms.client(),
                terms.commission(),
                String.valueOf(terms.ground().letter()),
                Sql.set(terms.purposes()),
                Sql.set(terms.categories()),
                terms.firstDay(),
                terms.lastDay(),
                terms.evidence(),
                consent == null ? null : consent.text(),
                consent == null ? null : consent.givenOn(),
                consent == null ? null : consent.by(),
                change.by(),
                change.reason());
    }

    private static RecordedBasis read(Sql.Row row) throws SQLException {
        var terms = new BasisTerms(
                row.text("number"),
                row.uuidOrNull("client_id"),
                row.uuidOrNull("commission_id"),
                Ground.ofLetter(row.text("letter")).orElseThrow(),
                row.set("purposes", Purpose.class),
                row.set("categories", DataCategory.class),
                row.day("first_day"),
                row.dayOrNull("last_day"),
                row.text("evidence"),
                consent(row));
        return new RecordedBasis(row.uuid("id"), terms, row.instantOrNull("ended_at"), balancing(row), withdrawal(row));
    }

    private static @Nullable ConsentGiven consent(Sql.Row row) throws SQLException {
        var givenOn = row.dayOrNull("consent_on");
        return givenOn == null
                ? null
                : new ConsentGiven(row.textOrNull("consent_text"), givenOn, ConsentBy.valueOf(row.text("consent_by")));
    }

    private static @Nullable BalancingTest balancing(Sql.Row row) throws SQLException {
        var outcome = row.textOrNull("balancing_outcome");
        return outcome == null
                ? null
                : new BalancingTest(
                        BalancingTest.Outcome.valueOf(outcome), row.day("balanced_on"), row.flag("child_weighed"));
    }

    private static @Nullable Withdrawal withdrawal(Sql.Row row) throws SQLException {
        var at = row.instantOrNull("withdrawn_at");
        var by = row.textOrNull("withdrawn_by");
        return at == null ? null : new Withdrawal(at, by == null ? null : ConsentBy.valueOf(by));
    }
}
