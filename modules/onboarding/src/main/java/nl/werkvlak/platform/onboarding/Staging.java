package nl.werkvlak.platform.onboarding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every row between the two readings: digests and ids, in the database, so that an export of any
 * size fits and sets of rows are compared there.
 */
final class Staging {

    private final Connection connection;
    private final Sql sql;
    private final UUID importId;

    Staging(Connection connection, UUID importId) {
        this.connection = connection;
        this.sql = Sql.ofPlatform(connection);
        this.importId = importId;
    }

    /** A row that others may refer to. */
    record Target(
            @Nullable TenantId tenant,
            @Nullable UUID id,
            @Nullable UUID client,
            boolean refused) {}

    /** What the first reading found out about a row. */
    record Known(boolean refused, String content, int nth, Links links) {}

    void add(List<Row> rows) throws SQLException {
        var staged = new ArrayList<@Nullable Object[]>(rows.size());
        for (var row : rows) {
            var tenant = row.links().tenant();
            var ownName = row.ownName();
            var isOwned = tenant != null || !row.file().isOfTenant();
            var name = row.name();
            var to = row.links().all();
            staged.add(new @Nullable Object[] {
                importId,
                row.file().spec().table(),
                row.line(),
                row.isRefused(),
                Row.digest(row.canonical()),
                isOwned && ownName != null ? Row.digest(tenant + ":" + ownName) : null,
                name == null ? null : Row.digest(name),
                tenant,
                name == null ? null : row.id(1),
                to[0],
                to[1],
                to[2],
                to[3]
            });
        }
        sql.batch(
                "insert into import_row (import_id, file, line, refused, content, own_key, name, tenant_id, id,"
                        + " commission_id, client_id, trajectory_id, coach_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                staged);
        connection.commit();
    }

    interface LineVisitor {
        void line(long line, boolean wasRefused);
    }

    /** Refuses every row whose key, or name, stands in the file more than once: which one is right is not ours to say. */
    void refuseDuplicates(ExportFile file, String keyColumn, LineVisitor visitor) throws SQLException {
        var twice = "select %1$s as k from import_row where import_id = ? and file = ? and %1$s is not null"
                        .formatted(keyColumn)
                + " group by 1 having count(*) > 1";
        sql.stream(
                "select r.line, r.refused from import_row r join (" + twice + ") twice on twice.k = r." + keyColumn
                        + " where r.import_id = ? and r.file = ? order by r.line",
                row -> visitor.line(row.count("line"), row.flag("refused")),
                importId,
                file.spec().table(),
                importId,
                file.spec().table());
        sql.update(
                "update import_row r join (" + twice + ") twice on twice.k = r." + keyColumn
                        + " set r.refused = true where r.import_id = ? and r.file = ?",
                importId,
                file.spec().table(),
                importId,
                file.spec().table());
        connection.commit();
    }

    /** Tells rows with the same key apart by their turn in the file. */
    void countTurns(ExportFile file) throws SQLException {
        sql.update(
                "update import_row r join (select line, turn from (select line, row_number() over (partition by own_key"
                        + " order by line) as turn from import_row where import_id = ? and file = ?"
                        + " and own_key is not null) turns where turn > 1) later on later.line = r.line"
                        + " set r.nth = later.turn where r.import_id = ? and r.file = ?",
                importId,
                file.spec().table(),
                importId,
                file.spec().table());
        connection.commit();
    }

    /** The rows of a file by the names that others call them. */
    Map<String, List<Target>> find(ExportFile file, Collection<String> names) throws SQLException {
        var found = new HashMap<String, List<Target>>();
        if (names.isEmpty()) {
            return found;
        }
        var digests = new HashMap<String, String>();
        var marks = new ArrayList<byte[]>();
        for (var name : names) {
            var digest = Row.digest(name);
            digests.put(hex(digest), name);
            marks.add(digest);
        }
        sql.stream(
                "select name, tenant_id, id, client_id, max(refused) as refused from import_row"
                        + " force index (ix_import_row_name) where import_id = ? and file = ? and name in (?) group by name, tenant_id, id, client_id",
                row -> {
                    var name = digests.get(hex(row.bytes("name")));
                    var target = new Target(
                            tenantOf(row), row.uuidOrNull("id"), row.uuidOrNull("client_id"), row.flag("refused"));
                    if (name != null) {
                        found.computeIfAbsent(name, any -> new ArrayList<>()).add(target);
                    }
                },
                importId,
                file.spec().table(),
                marks);
        return found;
    }

    private static String hex(byte @Nullable [] digest) {
        return digest == null ? "" : HexFormat.of().formatHex(digest);
    }

    private static @Nullable TenantId tenantOf(Sql.Row row) throws SQLException {
        var tenant = row.uuidOrNull("tenant_id");
        return tenant == null ? null : new TenantId(tenant);
    }

    /** In which commissions clients have a trajectory, of those that are not refused. */
    Map<UUID, Set<UUID>> commissionsOf(Collection<UUID> clients) throws SQLException {
        var found = new HashMap<UUID, Set<UUID>>();
        if (clients.isEmpty()) {
            return found;
        }
        sql.stream(
                "select distinct client_id, commission_id from import_row where import_id = ? and file = ?"
                        + " and client_id in (?) and not refused",
                row -> found.computeIfAbsent(row.uuid("client_id"), any -> new HashSet<>())
                        .add(row.uuid("commission_id")),
                importId,
                ExportFile.TRAJECTORIES.spec().table(),
                clients);
        return found;
    }

    /** What is known of the rows between two lines, both included. */
    Map<Long, Known> between(ExportFile file, long first, long last) throws SQLException {
        var known = new HashMap<Long, Known>();
        sql.stream(
                "select * from import_row force index (primary) where import_id = ? and file = ? and line between ? and ?",
                row -> {
                    var links = new Links();
                    links.tenant(tenantOf(row));
                    for (var link : Link.values()) {
                        links.put(link, row.uuidOrNull(link.column()));
                    }
                    known.put(
                            row.count("line"),
                            new Known(row.flag("refused"), hex(row.bytes("content")), row.number("nth"), links));
                },
                importId,
                file.spec().table(),
                first,
                last);
        return known;
    }

    /** The tenants that this export brings trajectories of. */
    List<TenantId> tenants() throws SQLException {
        return sql.query(
                "select distinct tenant_id from import_row where import_id = ? and file = ? and not refused",
                row -> new TenantId(row.uuid("tenant_id")),
                importId,
                ExportFile.TRAJECTORIES.spec().table());
    }
}
