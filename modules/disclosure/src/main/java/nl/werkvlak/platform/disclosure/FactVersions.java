package nl.werkvlak.platform.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * How often the facts were changed that decisions rest on: those about a client, those about a commission, and what all
 * decisions share (matrix, processing register, retention). A recorded value that a report may show counts as one about its
 * client when it is changed or removed. The database counts, whoever changes them.
 *
 * <p>Each of them only grows, and belongs to one transaction until that is committed. So the sum over the same clients
 * and commissions is the same exactly when none of their facts was changed.
 */
public final class FactVersions {

    private final Map<UUID, Long> versions;
    private final long reference;

    private FactVersions(Map<UUID, Long> versions, long reference) {
        this.versions = versions;
        this.reference = reference;
    }

    /**
     * Those of a commission and of the clients of these trajectories. Read them before the facts: a change in between
     * then makes what was decided look old, and never new.
     */
    public static FactVersions of(
            Connection connection, TenantId tenant, UUID commission, Collection<UUID> trajectories)
            throws SQLException {
        var versions = new HashMap<UUID, Long>();
        Sql.ofTenant(connection, tenant).stream(
                "select id, version from fact_version where tenant_id = :tenant and id = ?"
                        + " union select v.id, v.version from trajectory t"
                        + " join fact_version v on v.tenant_id = t.tenant_id and v.id = t.client_id"
                        + " where t.tenant_id = :tenant and t.id in (?)",
                row -> versions.put(row.uuid("id"), row.count("version")),
                commission,
                trajectories);
        return new FactVersions(versions, reference(connection, ""));
    }

    /**
     * Those of these clients and commissions as they are committed by now, whatever this transaction saw before; and
     * until it ends nobody changes a fact about them. Who is changing one right now is not waited for, and that subject is
     * left out: so whoever holds versions never stands in the way of an import, nor in a circle with it.
     */
    public static FactVersions held(Connection connection, TenantId tenant, Collection<UUID> subjects)
            throws SQLException {
        var reference = reference(connection, " lock in share mode");
        var versions = new HashMap<UUID, Long>();
        Sql.ofTenant(connection, tenant).stream(
                "select id, version from fact_version where tenant_id = :tenant and id in (?)"
                        + " lock in share mode skip locked",
                row -> versions.put(row.uuid("id"), row.count("version")),
                subjects);
        return new FactVersions(versions, reference);
    }

    private static long reference(Connection connection, String held) throws SQLException {
        return Sql.ofPlatform(connection)
                .query("select version from reference_version where id = 1" + held, row -> row.count("version"))
                .get(0);
    }

    /** A client or commission about whom a fact was changed, and up to which version. */
    public record News(TenantId tenant, UUID subject, long version) {}

    /** What was changed and not yet followed, over all tenants. */
    public static List<News> news(Connection connection, int limit) throws SQLException {
        return Sql.ofPlatform(connection)
                .query(
                        "select tenant_id, id, version from fact_version where is_news limit ?",
                        row -> new News(new TenantId(row.uuid("tenant_id")), row.uuid("id"), row.count("version")),
                        limit);
    }

    /** Waits until nobody is changing a fact about this client or commission. In a transaction that holds nothing else. */
    public static void await(Connection connection, TenantId tenant, UUID subject) throws SQLException {
        Sql.ofTenant(connection, tenant)
                .query(
                        "select version from fact_version where tenant_id = :tenant and id = ? lock in share mode",
                        row -> row.count("version"),
                        subject);
    }

    /**
     * These of one tenant were followed; what was changed since then stays news, and so does what somebody is changing right
     * now: who only looks on waits for nobody.
     *
     * @return how many are no news any more
     */
    public static int seen(Connection connection, TenantId tenant, Collection<News> news) throws SQLException {
        var sql = Sql.ofTenant(connection, tenant);
        var free = new HashSet<>(sql.query(
                "select id from fact_version where tenant_id = :tenant and id in (?) for update skip locked",
                row -> row.uuid("id"),
                news.stream().map(News::subject).toList()));
        // Most are of the same few versions; a batch would be one statement for each subject.
        var byVersion = news.stream()
                .filter(each -> free.contains(each.subject()))
                .collect(Collectors.groupingBy(News::version, Collectors.mapping(News::subject, Collectors.toList())));
        for (var ofVersion : byVersion.entrySet()) {
            sql.update(
                    "update fact_version set seen = ? where tenant_id = :tenant and id in (?)",
                    ofVersion.getKey(),
                    ofVersion.getValue());
        }
        return free.size();
    }

    /** The version of what all decisions share, when it was changed and not yet followed. */
    public static Optional<Long> sharedNews(Connection connection) throws SQLException {
        return Sql.ofPlatform(connection)
                .query("select version from reference_version where version <> seen", row -> row.count("version"))
                .stream()
                .findFirst();
    }

    public static void sharedSeen(Connection connection, long version) throws SQLException {
        Sql.ofPlatform(connection).update("update reference_version set seen = ?", version);
    }

    /** Nothing that these rest on was changed between the two. */
    public boolean areThoseOf(FactVersions other, Collection<UUID> subjects) {
        return reference == other.reference
                && subjects.stream()
                        .allMatch(subject -> Objects.equals(versions.get(subject), other.versions.get(subject)));
    }

    /** One of these that was left out because somebody is changing a fact about it. */
    public Optional<UUID> leftOut(Collection<UUID> subjects) {
        return subjects.stream()
                .filter(subject -> !versions.containsKey(subject))
                .findFirst();
    }

    /** The sum over these clients and commissions, with what all decisions share. */
    public long sum(Collection<UUID> subjects) {
        return reference
                + subjects.stream()
                        .mapToLong(subject -> versions.getOrDefault(subject, 0L))
                        .sum();
    }
}
