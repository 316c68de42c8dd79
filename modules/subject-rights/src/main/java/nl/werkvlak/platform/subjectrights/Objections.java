package nl.werkvlak.platform.subjectrights;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.LegalBases;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk for objections (bezwaar, regulation art. 14.1.c, GDPR 21). From its receipt on an objection stops what it is
 * about, until it is decided; nobody has to do anything for that.
 */
@Dependent
public class Objections {

    private final DataSource database;

    @Inject
    public Objections(DataSource database) {
        this.database = database;
    }

    /** A page of a list, the latest first; {@code next} is null when it is the last one. */
    public record Page(
            List<Known<RecordedObjection>> objections,
            @Nullable Place next) {}

    /**
     * Records an objection.
     *
     * @param purposes what it is about; none means all
     * @throws Refusal when there is nothing to object to: only a public task and a legitimate interest (letters a and d) can
     *     be objected to, and no such basis covers this client for these purposes
     */
    public Known<RecordedObjection> receive(
            TenantId tenant, UUID client, Set<Purpose> purposes, Instant receivedAt, Change change) {
        change.demandPast("receivedAt", receivedAt);
        var id = UUID.randomUUID();
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            var store = new ObjectionStore(sql);
            Clients.lock(sql, client);
            if (LegalBases.ofClient(sql, client).stream()
                    .noneMatch(basis -> allowsObjection(basis, purposes, receivedAt))) {
                throw Refusal.rule(
                                "objection-not-applicable",
                                "Nothing is processed on a public task or a legitimate interest (letters a and d) for"
                                        + " this client and purpose: refuse the objection, and tell the client why.")
                        .at("purposes");
            }
            if (store.has(client, purposes, receivedAt)) {
                throw Refusal.conflict("already-received", "This objection is on record already.");
            }
            store.add(id, client, purposes, receivedAt, change);
            return found(store, id);
        });
    }

    private static boolean allowsObjection(LegalBasis basis, Set<Purpose> purposes, Instant receivedAt) {
        return basis.ground().allowsObjection()
                && !basis.period().isOver(receivedAt)
                && (purposes.isEmpty() || !Collections.disjoint(basis.purposes(), purposes));
    }

    /**
     * Decides an objection: once, with the reason of the change as the reason of the decision.
     *
     * @param at when it was decided; absent means now
     */
    public Known<RecordedObjection> decide(
            TenantId tenant, UUID id, Objection.Outcome outcome, @Nullable Instant at, Change change) {
        var decidedAt = at == null ? change.at() : at;
        change.demandPast("decidedAt", decidedAt);
        return Transactions.in(database, connection -> {
            var store = store(connection, tenant);
            var objection = store.lock(id).orElseThrow(Objections::unknown).objection();
            if (objection.outcome() != null) {
                throw Refusal.conflict("objection-decided", "This objection was decided already.");
            }
            if (decidedAt.isBefore(objection.receivedAt())) {
                throw Refusal.rule("decided-before-received", "An objection cannot be decided before it was received.")
                        .at("decidedAt");
            }
            store.decide(id, outcome, decidedAt, change);
            return found(store, id);
        });
    }

    public Known<RecordedObjection> get(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> found(store(connection, tenant), id));
    }

    /** Every state that an objection had, the oldest first. */
    public List<Known<RecordedObjection>> history(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> {
            var states = store(connection, tenant).history(id);
            if (states.isEmpty()) {
                throw unknown();
            }
            return states;
        });
    }

    /** The objections of a tenant; of one client, or of the clients of one commission, if that is asked. */
    public Page list(
            TenantId tenant, @Nullable UUID client, @Nullable UUID commission, @Nullable Place after, int limit) {
        return Transactions.in(database, connection -> {
            var found = store(connection, tenant).list(client, commission, after, limit + 1);
            var page = found.subList(0, Math.min(found.size(), limit));
            return new Page(
                    page,
                    found.size() > limit ? placeOf(page.get(page.size() - 1).fact()) : null);
        });
    }

    private static Place placeOf(RecordedObjection last) {
        return new Place(last.objection().receivedAt(), last.id());
    }

    private static ObjectionStore store(Connection connection, TenantId tenant) {
        return new ObjectionStore(Sql.ofTenant(connection, tenant));
    }

    private static Known<RecordedObjection> found(ObjectionStore store, UUID id) throws SQLException {
        return store.find(id).orElseThrow(Objections::unknown);
    }

    private static Refusal unknown() {
        return Refusal.unknown("objection", "There is no such objection.");
    }
}
