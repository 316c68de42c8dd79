package nl.werkvlak.platform.subjectrights;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where the objections of one tenant are kept, every state of them. */
final class ObjectionStore {

    private static final String SELECT =
            "select id, client_id, purposes, received_at, decided_at, outcome, " + Known.COLUMNS + " from objection ";
    private static final String ONE = "where tenant_id = :tenant and id = ?";

    private final Sql sql;

    ObjectionStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Known<RecordedObjection>> find(UUID id) throws SQLException {
        return sql.query(SELECT + ONE, ObjectionStore::known, id).stream().findFirst();
    }

    /** As it stands after whoever else was changing it; nobody changes it until this transaction ends. */
    Optional<RecordedObjection> lock(UUID id) throws SQLException {
        return sql.query(SELECT + ONE + " for update", ObjectionStore::known, id).stream()
                .map(Known::fact)
                .findFirst();
    }

    List<Known<RecordedObjection>> history(UUID id) throws SQLException {
        return sql.query(SELECT + "for system_time all " + ONE + " order by row_start", ObjectionStore::known, id);
    }

    List<Known<RecordedObjection>> list(
            @Nullable UUID client, @Nullable UUID commission, @Nullable Place after, int limit) throws SQLException {
        var at = after == null ? null : after.at();
        return sql.query(
                SELECT + "where tenant_id = :tenant" + Clients.FILTER
                        + " and (? is null or received_at < ? or (received_at = ? and id > ?))"
                        + " order by received_at desc, id limit ?",
                ObjectionStore::known,
                client,
                client,
                commission,
                commission,
                at,
                at,
                at,
                after == null ? null : after.id(),
                limit);
    }

    boolean has(UUID client, Set<Purpose> purposes, Instant receivedAt) throws SQLException {
        return sql.query(
                        "select purposes from objection where tenant_id = :tenant and client_id = ? and received_at = ?",
                        row -> row.set("purposes", Purpose.class),
                        client,
                        receivedAt)
                .contains(purposes);
    }

    void add(UUID id, UUID client, Set<Purpose> purposes, Instant receivedAt, Change change) throws SQLException {
        sql.update(
                "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                        + " values (:tenant, ?, ?, ?, ?, ?, ?)",
                id,
                client,
                purposes.isEmpty() ? null : Sql.set(purposes),
                receivedAt,
                change.by(),
                change.reason());
    }

    void decide(UUID id, Objection.Outcome outcome, Instant at, Change change) throws SQLException {
        sql.update(
                "update objection set outcome = ?, decided_at = ?, changed_by = ?, change_reason = ? " + ONE,
                outcome,
                at,
                change.by(),
                change.reason(),
                id);
    }

    private static Known<RecordedObjection> known(Sql.Row row) throws SQLException {
        return Known.read(row, one -> new RecordedObjection(one.uuid("id"), SubjectRights.objection(one)));
    }
}
