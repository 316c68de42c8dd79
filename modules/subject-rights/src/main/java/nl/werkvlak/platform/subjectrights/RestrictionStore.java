package nl.werkvlak.platform.subjectrights;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Exemption;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Ground;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where the restrictions of one tenant are kept, every state of them. */
final class RestrictionStore {

    private static final String SELECT = "select id, client_id, categories, ground, exempted_by_consent,"
            + " exempted_for_claim, exempted_for_others, exempted_for_importance, imposed_at, lifted_at, informed_at, "
            + Known.COLUMNS + " from restriction ";
    private static final String ONE = "where tenant_id = :tenant and id = ?";

    private static final Map<Exemption, String> COLUMNS = new EnumMap<>(Map.of(
            Exemption.CONSENT, "exempted_by_consent",
            Exemption.LEGAL_CLAIM, "exempted_for_claim",
            Exemption.RIGHTS_OF_ANOTHER, "exempted_for_others",
            Exemption.IMPORTANT_REASONS, "exempted_for_importance"));

    private final Sql sql;

    RestrictionStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Known<RecordedRestriction>> find(UUID id) throws SQLException {
        return sql.query(SELECT + ONE, RestrictionStore::known, id).stream().findFirst();
    }

    /** As it stands after whoever else was changing it; nobody changes it until this transaction ends. */
    Optional<RecordedRestriction> lock(UUID id) throws SQLException {
        return sql.query(SELECT + ONE + " for update", RestrictionStore::known, id).stream()
                .map(Known::fact)
                .findFirst();
    }

    List<Known<RecordedRestriction>> history(UUID id) throws SQLException {
        return sql.query(SELECT + "for system_time all " + ONE + " order by row_start", RestrictionStore::known, id);
    }

    List<Known<RecordedRestriction>> list(
            @Nullable UUID client, @Nullable UUID commission, @Nullable Place after, int limit) throws SQLException {
        var at = after == null ? null : after.at();
        return sql.query(
                SELECT + "where tenant_id = :tenant" + Clients.FILTER
                        + " and (? is null or imposed_at < ? or (imposed_at = ? and id > ?))"
                        + " order by imposed_at desc, id limit ?",
                RestrictionStore::known,
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

    boolean hasOpen(UUID client, Set<DataCategory> categories, Ground ground) throws SQLException {
        return sql.query(
                        "select categories from restriction where tenant_id = :tenant and client_id = ? and ground = ?"
                                + " and lifted_at is null",
                        row -> row.set("categories", DataCategory.class),
                        client,
                        ground)
                .contains(categories);
    }

    void add(UUID id, Restrictions.Imposition asked, Instant imposedAt, Change change) throws SQLException {
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
    }

    private static String exempted(Restrictions.Imposition asked, Exemption ground) {
        return Sql.set(asked.exemptions().entrySet().stream()
                .filter(exemption -> exemption.getValue() == ground)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    void lift(UUID id, Instant informedAt, Instant liftedAt, Change change) throws SQLException {
        sql.update(
                "update restriction set informed_at = ?, lifted_at = ?, changed_by = ?, change_reason = ? " + ONE,
                informedAt,
                liftedAt,
                change.by(),
                change.reason(),
                id);
    }

    private static Known<RecordedRestriction> known(Sql.Row row) throws SQLException {
        return Known.read(row, RestrictionStore::read);
    }

    private static RecordedRestriction read(Sql.Row row) throws SQLException {
        var exemptions = new EnumMap<Purpose, Exemption>(Purpose.class);
        for (var column : COLUMNS.entrySet()) {
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
