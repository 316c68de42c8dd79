package nl.werkvlak.platform.disclosure.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.Anchor.Point;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Anchors where each register ends. It looks every second at what was committed, so that nobody who writes
 * has to wait for it or can forget it, and a node that died in between is made good by the next look of any node.
 *
 * <p>It never anchors over a contradiction: when the register does not hold what was anchored last, it says so and leaves the
 * anchor as it is.
 */
@Singleton
public class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final DataSource database;
    private final Anchor anchor;
    private final Clock clock;
    private final Map<TenantId, Long> anchored = new ConcurrentHashMap<>();
    private final Map<TenantId, Trouble> troubles = new ConcurrentHashMap<>();

    private volatile @Nullable Trouble blind;

    @Inject
    public Witness(DataSource database, Anchor anchor, Clock clock) {
        this.database = database;
        this.anchor = anchor;
        this.clock = clock;
    }

    /** Since when something keeps the anchor from following the register. */
    public record Trouble(Instant since, String what) {}

    /** Looks once at all tenants. Never throws: the next look may go better. */
    public synchronized void look() {
        try (var connection = database.getConnection()) {
            var ends = Sql.ofPlatform(connection)
                    .query(
                            "select tenant_id, seal from disclosure_head where seal > 0",
                            row -> Map.entry(new TenantId(row.uuid("tenant_id")), row.count("seal")));
            for (var end : ends) {
                var tenant = end.getKey();
                if (!Objects.equals(anchored.get(tenant), end.getValue())) {
                    follow(connection, tenant);
                }
            }
            blind = null;
        } catch (SQLException | RuntimeException e) {
            if (blind == null) {
                LOG.error("No register could be looked at, so none is anchored", e);
                blind = new Trouble(clock.instant(), "database");
            }
        }
    }

    /** The trouble that lasts longest, of whichever tenant; none when every register is anchored. */
    public Optional<Trouble> trouble() {
        var longest = blind;
        for (var trouble : troubles.values()) {
            if (longest == null || trouble.since().isBefore(longest.since())) {
                longest = trouble;
            }
        }
        return Optional.ofNullable(longest);
    }

    private void follow(Connection connection, TenantId tenant) {
        try {
            // The anchor first: another node adds only what is committed, so the register cannot be behind it.
            var last = anchor.last(tenant).orElse(null);
            var head = new RegisterStore(connection, tenant).head().orElse(Head.OF_AN_EMPTY_REGISTER);
            if (last != null && !holds(connection, tenant, last)) {
                trouble(tenant, "contradiction", null);
                return;
            }
            if (last == null && head.seal() > 1) {
                LOG.warn(
                        "The anchor of tenant {} begins at seal {}: nothing vouches for what is before",
                        tenant,
                        head.seal());
            }
            if (last == null || last.seal() < head.seal()) {
                anchor.add(
                        tenant,
                        new Point(head.seal(), head.sequence(), head.sealHash().hex()));
            }
            anchored.put(tenant, head.seal());
            if (troubles.remove(tenant) != null) {
                LOG.info("The register of tenant {} is anchored again", tenant);
            }
        } catch (SQLException | RuntimeException e) {
            trouble(tenant, "anchor", e);
        }
    }

    private static boolean holds(Connection connection, TenantId tenant, Point point) throws SQLException {
        return new RegisterStore(connection, tenant)
                .seal(point.seal())
                .filter(seal -> seal.hash().hex().equals(point.hash()) && seal.last() == point.sequence())
                .isPresent();
    }

    /** Loud when it begins or changes, and not every second. */
    private void trouble(TenantId tenant, String what, @Nullable Exception cause) {
        var known = troubles.get(tenant);
        if (known != null && known.what().equals(what)) {
            return;
        }
        troubles.put(tenant, new Trouble(known == null ? clock.instant() : known.since(), what));
        if (cause == null) {
            LOG.error(
                    "The register of tenant {} does not hold what its anchor holds, and is not anchored: verify it",
                    tenant);
        } else {
            LOG.error("The register of tenant {} could not be anchored", tenant, cause);
        }
    }
}
