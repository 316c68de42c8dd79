package nl.werkvlak.platform.trajectory;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return sql
                .query(
                        "select id, recipient_kind, product, data_scope, sickness_related, special_ground,"
                                + " secrecy_signed_on from commission where tenant_id = :tenant and id = ?",
                        row -> {
                            var ground = row.textOrNull("special_ground");
                            var signed = row.dayOrNull("secrecy_signed_on");
                            return new CommissionFacts(
                                    row.uuid("id"),
                                    RecipientKind.valueOf(row.text("recipient_kind")),
                                    Product.valueOf(row.text("product")),
                                    row.set("data_scope", DataCategory.class),
                                    row.flag("sickness_related"),
                                    ground == null ? null : SpecialGround.valueOf(ground),
                                    signed == null ? null : Period.startOf(signed));
                        },
                        commission)
                .stream()
                .findFirst();
    }

    /** The facts of these trajectories of one commission, for a report over a period: two statements, however many. */
    public static List<TrajectoryFacts> trajectoryFacts(
            Sql sql, UUID commission, Collection<UUID> trajectories, YearMonth period) throws SQLException {
        var statements = capacityPeriods(sql, trajectories);
        return sql.query(
                "select t.id, t.client_id, c.birth_date, t.ended_on, p.shown_at from trajectory t"
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
                        statements.getOrDefault(row.uuid("id"), List.of())),
                period.toString(),
                commission,
                trajectories);
    }

    private static Map<UUID, List<Period>> capacityPeriods(Sql sql, Collection<UUID> trajectories) throws SQLException {
        var periods = new HashMap<UUID, List<Period>>();
        sql.stream(
                "select trajectory_id, source_date, valid_through from capacity_statement"
                        + " where tenant_id = :tenant and trajectory_id in (?)",
                row -> periods.computeIfAbsent(row.uuid("trajectory_id"), id -> new ArrayList<>())
                        .add(Period.ofDays(row.day("source_date"), row.dayOrNull("valid_through"))),
                trajectories);
        return periods;
    }
}
