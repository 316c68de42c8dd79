package nl.werkvlak.platform.trajectory;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;

/** Where the facts of commissions and their trajectories are read for the gate, in sets. */
public final class Commissions {

    private Commissions() {}

    /** Nothing for a commission that does not exist, or is another tenant's. */
    public static Optional<CommissionFacts> factsOf(Sql sql, UUID commission) throws SQLException {
        var later = sql.query(
                "select in_force_from, data_scope, sickness_related, special_ground, secrecy_signed_on"
                        + " from commission_terms where tenant_id = :tenant and commission_id = ?",
                row -> terms(row, row.instant("in_force_from")),
                commission);
        return sql
                .query(
                        "select id, recipient_kind, product, data_scope, sickness_related, special_ground,"
                                + " secrecy_signed_on from commission where tenant_id = :tenant and id = ?",
                        row -> {
                            var terms = new ArrayList<>(later);
                            terms.add(terms(row, Instant.MIN));
                            return new CommissionFacts(
                                    row.uuid("id"),
                                    RecipientKind.valueOf(row.text("recipient_kind")),
                                    Product.valueOf(row.text("product")),
                                    terms);
                        },
                        commission)
                .stream()
                .findFirst();
    }

    private static CommissionTerms terms(Sql.Row row, Instant inForceFrom) throws SQLException {
        var ground = row.textOrNull("special_ground");
        var signed = row.dayOrNull("secrecy_signed_on");
        return new CommissionTerms(
                inForceFrom,
                row.set("data_scope", DataCategory.class),
                row.flag("sickness_related"),
                ground == null ? null : SpecialGround.valueOf(ground),
                signed == null ? null : Period.startOf(signed));
    }

    /** Whose trajectory this is; nothing for one that does not exist, or is another tenant's. */
    public static Optional<UUID> clientOf(Sql sql, UUID trajectory) throws SQLException {
        return sql
                .query(
                        "select client_id from trajectory where tenant_id = :tenant and id = ?",
                        row -> row.uuid("client_id"),
                        trajectory)
                .stream()
                .findFirst();
    }

    /** The facts of these trajectories of one commission, for a report over a period: four statements, however many. */
    public static List<TrajectoryFacts> trajectoryFacts(
            Sql sql, UUID commission, Collection<UUID> trajectories, YearMonth period) throws SQLException {
        var statements = capacityPeriods(sql, trajectories);
        var documents = documents(sql, trajectories);
        var placements = informedPlacements(sql, trajectories);
        return sql.query(
                "select t.id, t.client_id, c.birth_date, t.ended_on, p.shown_at, p.reason_recorded_at from trajectory t"
                        + " join client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                        + " left join concept_preview p on p.tenant_id = t.tenant_id and p.trajectory_id = t.id"
                        + " and p.period = ?"
                        + " where t.tenant_id = :tenant and t.commission_id = ? and t.id in (?)",
                row -> new TrajectoryFacts(
                        row.uuid("id"),
                        row.uuid("client_id"),
                        row.day("birth_date"),
                        row.dayOrNull("ended_on"),
                        row.instantOrNull("shown_at"),
                        row.instantOrNull("reason_recorded_at"),
                        statements.getOrDefault(row.uuid("id"), Map.of()),
                        documents.getOrDefault(row.uuid("id"), List.of()),
                        placements.getOrDefault(row.uuid("id"), Set.of())),
                period.toString(),
                commission,
                trajectories);
    }

    /** What recipients asked for by law, about these clients. */
    public static List<StatutoryRequest> statutoryRequests(Sql sql, Collection<UUID> clients) throws SQLException {
        return sql.query(
                "select client_id, categories, reference, received_at from statutory_request"
                        + " where tenant_id = :tenant and client_id in (?)",
                row -> new StatutoryRequest(
                        row.uuid("client_id"),
                        row.set("categories", DataCategory.class),
                        row.text("reference"),
                        row.instant("received_at")),
                clients);
    }

    /** The documents in the files of these trajectories. */
    public static Map<UUID, List<FileDocument>> documents(Sql sql, Collection<UUID> trajectories) throws SQLException {
        var documents = new HashMap<UUID, List<FileDocument>>();
        sql.stream(
                "select id, trajectory_id, type, released_at, scanned_at, scan_outcome from document"
                        + " where tenant_id = :tenant and trajectory_id in (?)",
                row -> documents
                        .computeIfAbsent(row.uuid("trajectory_id"), id -> new ArrayList<>())
                        .add(document(row)),
                trajectories);
        return documents;
    }

    static FileDocument document(Sql.Row row) throws SQLException {
        var outcome = row.textOrNull("scan_outcome");
        return new FileDocument(
                row.uuid("id"),
                DocumentType.valueOf(row.text("type")),
                row.instantOrNull("released_at"),
                row.instantOrNull("scanned_at"),
                outcome == null ? null : FileDocument.ScanOutcome.valueOf(outcome));
    }

    private static Map<UUID, Set<UUID>> informedPlacements(Sql sql, Collection<UUID> trajectories) throws SQLException {
        var placements = new HashMap<UUID, Set<UUID>>();
        sql.stream(
                "select id, trajectory_id from placement where tenant_id = :tenant and client_informed"
                        + " and trajectory_id in (?)",
                row -> placements
                        .computeIfAbsent(row.uuid("trajectory_id"), id -> new HashSet<>())
                        .add(row.uuid("id")),
                trajectories);
        return placements;
    }

    private static Map<UUID, Map<UUID, Period>> capacityPeriods(Sql sql, Collection<UUID> trajectories)
            throws SQLException {
        var periods = new HashMap<UUID, Map<UUID, Period>>();
        sql.stream(
                "select id, trajectory_id, source_date, valid_through from capacity_statement"
                        + " where tenant_id = :tenant and trajectory_id in (?) order by trajectory_id, source_date, id",
                row -> periods.computeIfAbsent(row.uuid("trajectory_id"), id -> new LinkedHashMap<>())
                        .put(row.uuid("id"), Period.ofDays(row.day("source_date"), row.dayOrNull("valid_through"))),
                trajectories);
        return periods;
    }
}
