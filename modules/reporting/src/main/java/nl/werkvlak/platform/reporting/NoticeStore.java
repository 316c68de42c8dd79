package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.mail.MailQueue;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where it is kept what a tenant was told of its reports, in the transaction of what it tells; once per event. */
final class NoticeStore {

    /** The tenant opened the report, saw it in a list, or was told that it took the place of another. */
    private static final String KNOWN_TO_TENANT = " and (exists (select 1 from disclosure d"
            + " where d.tenant_id = r.tenant_id and d.report_id = r.id and d.event in ('LISTED', 'OPENED'))"
            + " or exists (select 1 from notice n where n.tenant_id = r.tenant_id and n.successor = r.id))";

    private static final String NOT_TOLD = " and not exists (select 1 from notice t"
            + " where t.tenant_id = r.tenant_id and t.report_id = r.id and t.what = ?)";

    private final Connection connection;
    private final TenantId tenant;
    private final Sql sql;

    NoticeStore(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
        this.sql = Sql.ofTenant(connection, tenant);
    }

    private record Told(UUID report, @Nullable UUID successor) {}

    /** Tells of those of these that are withdrawn. */
    void withdrawn(Collection<UUID> reports, Instant at) throws SQLException {
        tell(
                Notices.What.WITHDRAWN,
                "select r.id, null successor from report r join report_standing s on s.tenant_id = r.tenant_id"
                        + " and s.report_id = r.id and s.withdrawn_at is not null",
                reports,
                at);
    }

    /** Tells of those of these whose place a corrected version has taken. */
    void corrected(Collection<UUID> reports, Instant at) throws SQLException {
        tell(
                Notices.What.CORRECTED,
                "select r.id, c.id successor from report r join report c on c.tenant_id = r.tenant_id"
                        + " and c.replaces = r.id",
                reports,
                at);
    }

    /** Looks first and writes then: a look within the write would lock what it reads of the disclosure register. */
    private void tell(Notices.What what, String which, Collection<UUID> reports, Instant at) throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        var told = sql.query(
                which + " where r.tenant_id = :tenant and r.id in (?)" + KNOWN_TO_TENANT + NOT_TOLD + " order by r.id",
                row -> new Told(row.uuid("id"), row.uuidOrNull("successor")),
                reports,
                what);
        sql.batch(
                "insert into notice (tenant_id, id, report_id, what, successor, noticed_at)"
                        + " values (:tenant, ?, ?, ?, ?, ?) on duplicate key update id = id",
                told.stream()
                        .map(each ->
                                new @Nullable Object[] {UUID.randomUUID(), each.report(), what, each.successor(), at})
                        .toList());
        MailQueue.ofNotices(connection, tenant, told.size(), at);
    }

    /** The latest first. */
    List<Notices.Notice> list(Notices.Query query, int limit) throws SQLException {
        var arguments = new ArrayList<@Nullable Object>();
        var where = new StringBuilder();
        var isAcknowledged = query.acknowledged();
        if (isAcknowledged != null) {
            where.append(isAcknowledged ? " and n.acknowledged_at is not null" : " and n.acknowledged_at is null");
        }
        var after = query.after();
        if (after != null) {
            where.append(" and (n.noticed_at < ? or (n.noticed_at = ? and n.id > ?))");
            arguments.addAll(List.of(after.at(), after.at(), after.id()));
        }
        arguments.add(limit);
        return find(where + " order by n.noticed_at desc, n.id limit ?", arguments.toArray());
    }

    List<Notices.Notice> find(UUID id) throws SQLException {
        return find(" and n.id = ?", id);
    }

    /** What was told of these reports, in order. */
    List<Notices.Notice> about(Collection<UUID> reports) throws SQLException {
        return find(" and n.report_id in (?) order by n.noticed_at, n.id", reports);
    }

    private List<Notices.Notice> find(String which, @Nullable Object... arguments) throws SQLException {
        return sql.query(
                "select n.id, n.what, n.noticed_at, n.acknowledged_at, r.number, r.version, c.version next_version"
                        + " from notice n join report r on r.tenant_id = n.tenant_id and r.id = n.report_id"
                        + " left join report c on c.tenant_id = n.tenant_id and c.id = n.successor"
                        + " where n.tenant_id = :tenant" + which,
                row -> new Notices.Notice(
                        row.uuid("id"),
                        Notices.What.valueOf(row.text("what")),
                        row.text("number"),
                        row.number("version"),
                        row.numberOrNull("next_version"),
                        row.instant("noticed_at"),
                        row.instantOrNull("acknowledged_at")),
                arguments);
    }

    /** Only the first time counts. */
    void acknowledge(UUID id, String by, Instant at) throws SQLException {
        sql.update(
                "update notice set acknowledged_at = ?, acknowledged_by = ?"
                        + " where tenant_id = :tenant and id = ? and acknowledged_at is null",
                at,
                by,
                id);
    }
}
