package nl.werkvlak.platform.subjectrights;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Exemption;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Ground;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The desk for restrictions (beperking, regulation art. 14.1.d, GDPR 18): data are kept, and otherwise left alone. */
@Dependent
public class Restrictions {

    private static final Map<Exemption, String> EXEMPTED = new EnumMap<>(Map.of(
            Exemption.CONSENT, "exempted_by_consent",
            Exemption.LEGAL_CLAIM, "exempted_for_claim",
            Exemption.RIGHTS_OF_ANOTHER, "exempted_for_others",
            Exemption.IMPORTANT_REASONS, "exempted_for_importance"));

    private final FactTable<RecordedRestriction> restrictions;

    @Inject
    public Restrictions(DataSource database) {
        this.restrictions = new FactTable<>(
                database,
                "restriction",
                "id, client_id, categories, ground, imposed_at, lifted_at, informed_at, "
                        + String.join(", ", EXEMPTED.values()),
                Restrictions::read,
                () -> Refusal.unknown("restriction", "There is no such restriction."));
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

    /**
     * Restricts the processing of a client.
     *
     * @throws Refusal when the same is restricted already, or there is no such client
     */
    public Known<RecordedRestriction> impose(TenantId tenant, Imposition asked, Change change) {
        var imposedAt = asked.imposedAt() == null ? change.at() : asked.imposedAt();
        change.demandPast("imposedAt", imposedAt);
        return restrictions.record(tenant, sql -> {
            Clients.lock(sql, asked.client());
            if (restrictions
                    .where(sql, "client_id = ? and ground = ? and lifted_at is null", asked.client(), asked.ground())
                    .stream()
                    .anyMatch(known -> known.fact().categories().equals(asked.categories()))) {
                throw Refusal.conflict(
                        "already-restricted", "The same is restricted already, and was not lifted since.");
            }
            var id = UUID.randomUUID();
            sql.update(
                    "insert into restriction (tenant_id, id, client_id, categories, ground, exempted_purposes,"
                            + " exempted_by_consent, exempted_for_claim, exempted_for_others, exempted_for_importance,"
                            + " imposed_at, changed_by, change_reason)"
                            + " values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    asked.client(),
                    asked.categories().isEmpty() ? null : Sql.set(asked.categories()),
                    asked.ground(),
                    Sql.set(asked.exemptions().keySet()),
                    exempted(asked, Exemption.CONSENT),
                    exempted(asked, Exemption.LEGAL_CLAIM),
                    exempted(asked, Exemption.RIGHTS_OF_ANOTHER),
                    exempted(asked, Exemption.IMPORTANT_REASONS),
                    imposedAt,
                    change.by(),
                    change.reason());
            return id;
        });
    }

    private static String exempted(Imposition asked, Exemption ground) {
        return Sql.set(asked.exemptions().entrySet().stream()
                .filter(exemption -> exemption.getValue() == ground)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
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
        return restrictions.act(tenant, id, (sql, restriction) -> {
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
            restrictions.change(sql, id, change, "informed_at = ?, lifted_at = ?", informedAt, liftedAt);
        });
    }

    public Known<RecordedRestriction> get(TenantId tenant, UUID id) {
        return restrictions.get(tenant, id);
    }

    /** Every state that a restriction had, the oldest first. */
    public List<Known<RecordedRestriction>> history(TenantId tenant, UUID id) {
        return restrictions.history(tenant, id);
    }

    /** The restrictions of a tenant, the latest first; of one client, or of the clients of one commission, if asked. */
    public Page<Known<RecordedRestriction>, Place> list(
            TenantId tenant, @Nullable UUID client, @Nullable UUID commission, @Nullable Place after, int limit) {
        return Clients.page(
                restrictions,
                tenant,
                "imposed_at",
                last -> new Place(last.imposedAt(), last.id()),
                client,
                commission,
                after,
                limit);
    }

    private static RecordedRestriction read(Sql.Row row) throws SQLException {
        var exemptions = new EnumMap<Purpose, Exemption>(Purpose.class);
        for (var column : EXEMPTED.entrySet()) {
            row.set(column.getValue(), Purpose.class).forEach(purpose -> exemptions.put(purpose, column.getKey()));
        }
        return new RecordedRestriction(
                row.uuid("id"),
                row.uuid("client_id"),
                row.set("categories", DataCategory.class),
                Ground.valueOf(row.text("ground")),
                exemptions,
                row.instant("imposed_at"),
                row.instantOrNull("lifted_at"),
                row.instantOrNull("informed_at"));
    }
}
