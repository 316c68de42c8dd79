package nl.werkvlak.platform.subjectrights;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Exemption;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Ground;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** The desk for restrictions (beperking, regulation art. 14.1.d, GDPR 18): data are kept, and otherwise left alone. */
@Dependent
public class Restrictions {

    private final DataSource database;

    @Inject
    public Restrictions(DataSource database) {
        this.database = database;
    }

    /**
     * A restriction to be imposed.
     *
     * @param categories what it covers; none means all
     * @param exemptions the purposes that may go on, each with its ground
     * @param imposedAt from when on; absent means now
     */
    public record Imposition(
            UUID client,
            Set<DataCategory> categories,
            Ground ground,
            Map<Purpose, Exemption> exemptions,
            @Nullable Instant imposedAt) {}

    /** A page of a list, the latest first; {@code next} is null when it is the last one. */
    public record Page(
            List<Known<RecordedRestriction>> restrictions,
            @Nullable Place next) {}

    /**
     * Restricts the processing of a client.
     *
     * @throws Refusal when the same is restricted already, or there is no such client
     */
    public Known<RecordedRestriction> impose(TenantId tenant, Imposition asked, Change change) {
        var imposedAt = asked.imposedAt() == null ? change.at() : asked.imposedAt();
        change.demandPast("imposedAt", imposedAt);
        var id = UUID.randomUUID();
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            var store = new RestrictionStore(sql);
            Clients.lock(sql, asked.client());
            if (store.hasOpen(asked.client(), asked.categories(), asked.ground())) {
                throw Refusal.conflict(
                        "already-restricted", "The same is restricted already, and was not lifted since.");
            }
            store.add(id, asked, imposedAt, change);
            return found(store, id);
        });
    }

    /**
     * Lifts a restriction: once, and only after the client was told so (GDPR 18(3)).
     *
     * @param at from when on processing goes on; absent means now
     */
    public Known<RecordedRestriction> lift(
            TenantId tenant, UUID id, Instant informedAt, @Nullable Instant at, Change change) {
        var liftedAt = at == null ? change.at() : at;
        change.demandPast("liftedAt", liftedAt);
        return Transactions.in(database, connection -> {
            var store = store(connection, tenant);
            var restriction = store.lock(id).orElseThrow(Restrictions::unknown);
            if (restriction.liftedAt() != null) {
                throw Refusal.conflict("already-lifted", "This restriction was lifted already.");
            }
            if (liftedAt.isBefore(restriction.imposedAt())) {
                throw Refusal.rule("lifted-before-imposed", "A restriction cannot be lifted before it was imposed.")
                        .at("liftedAt");
            }
            if (informedAt.isAfter(liftedAt)) {
                throw Refusal.rule(
                                "not-informed",
                                "Tell the client first; only then a restriction is lifted (GDPR 18(3)).")
                        .at("informedAt");
            }
            store.lift(id, informedAt, liftedAt, change);
            return found(store, id);
        });
    }

    public Known<RecordedRestriction> get(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> found(store(connection, tenant), id));
    }

    /** Every state that a restriction had, the oldest first. */
    public List<Known<RecordedRestriction>> history(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> {
            var states = store(connection, tenant).history(id);
            if (states.isEmpty()) {
                throw unknown();
            }
            return states;
        });
    }

    /** The restrictions of a tenant; of one client, or of the clients of one commission, if that is asked. */
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

    private static Place placeOf(RecordedRestriction last) {
        return new Place(last.imposedAt(), last.id());
    }

    private static RestrictionStore store(Connection connection, TenantId tenant) {
        return new RestrictionStore(Sql.ofTenant(connection, tenant));
    }

    private static Known<RecordedRestriction> found(RestrictionStore store, UUID id) throws SQLException {
        return store.find(id).orElseThrow(Restrictions::unknown);
    }

    private static Refusal unknown() {
        return Refusal.unknown("restriction", "There is no such restriction.");
    }
}
