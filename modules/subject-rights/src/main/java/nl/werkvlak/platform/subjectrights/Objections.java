package nl.werkvlak.platform.subjectrights;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The desk for objections (bezwaar, regulation art. 14.1.c, GDPR 21). From its receipt on an objection stops what it is
 * about, until it is decided; nobody has to do anything for that.
 */
@Dependent
public class Objections {

    private final FactTable<RecordedObjection> objections;

    @Inject
    public Objections(DataSource database) {
        this.objections = new FactTable<>(
                database,
                "objection",
                "id, client_id, purposes, received_at, decided_at, outcome",
                row -> new RecordedObjection(row.uuid("id"), SubjectRights.objection(row)),
                () -> Refusal.unknown("objection", "There is no such objection."));
    }

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
        return objections.record(tenant, sql -> {
            Clients.lock(sql, client);
            if (LegalBases.ofClient(sql, client).stream()
                    .noneMatch(basis -> allowsObjection(basis, purposes, receivedAt))) {
                throw Refusal.rule(
                                "objection-not-applicable",
                                "Nothing is processed on a public task or a legitimate interest (letters a and d) for"
                                        + " this client and purpose: refuse the objection, and tell the client why.")
                        .at("purposes");
            }
            if (objections.where(sql, "client_id = ? and received_at = ?", client, receivedAt).stream()
                    .anyMatch(known -> known.fact().objection().purposes().equals(purposes))) {
                throw Refusal.conflict("already-received", "This objection is on record already.");
            }
            var id = UUID.randomUUID();
            sql.update(
                    "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                            + " values (:tenant, ?, ?, ?, ?, ?, ?)",
                    id,
                    client,
                    purposes.isEmpty() ? null : Sql.set(purposes),
                    receivedAt,
                    change.by(),
                    change.reason());
            return id;
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
        return objections.act(tenant, id, (sql, recorded) -> {
            if (recorded.objection().outcome() != null) {
                throw Refusal.conflict("objection-decided", "This objection was decided already.");
            }
            if (decidedAt.isBefore(recorded.objection().receivedAt())) {
                throw Refusal.rule("decided-before-received", "An objection cannot be decided before it was received.")
                        .at("decidedAt");
            }
            objections.change(sql, id, change, "outcome = ?, decided_at = ?", outcome, decidedAt);
        });
    }

    public Known<RecordedObjection> get(TenantId tenant, UUID id) {
        return objections.get(tenant, id);
    }

    /** Every state that an objection had, the oldest first. */
    public List<Known<RecordedObjection>> history(TenantId tenant, UUID id) {
        return objections.history(tenant, id);
    }

    /** The objections of a tenant, the latest first; of one client, or of the clients of one commission, if asked. */
    public Page<Known<RecordedObjection>, Place> list(
            TenantId tenant, @Nullable UUID client, @Nullable UUID commission, @Nullable Place after, int limit) {
        return Clients.page(
                objections,
                tenant,
                "received_at",
                last -> new Place(last.objection().receivedAt(), last.id()),
                client,
                commission,
                after,
                limit);
    }
}
