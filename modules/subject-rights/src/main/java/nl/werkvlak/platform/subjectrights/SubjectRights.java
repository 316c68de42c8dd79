package nl.werkvlak.platform.subjectrights;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.tenancy.Sql;

/** Where objections and restrictions are read, in sets. */
public final class SubjectRights {

    private SubjectRights() {}

    public static List<Objection> objectionsOf(Sql sql, Collection<UUID> clients) throws SQLException {
        return sql.query(
                "select client_id, purposes, received_at, decided_at, outcome from objection"
                        + " where tenant_id = :tenant and client_id in (?)",
                SubjectRights::objection,
                clients);
    }

    static Objection objection(Sql.Row row) throws SQLException {
        var outcome = row.textOrNull("outcome");
        return new Objection(
                row.uuid("client_id"),
                row.set("purposes", Purpose.class),
                row.instant("received_at"),
                row.instantOrNull("decided_at"),
                outcome == null ? null : Objection.Outcome.valueOf(outcome));
    }

    public static List<Restriction> restrictionsOf(Sql sql, Collection<UUID> clients) throws SQLException {
        return sql.query(
                "select client_id, categories, imposed_at, lifted_at, exempted_purposes from restriction"
                        + " where tenant_id = :tenant and client_id in (?)",
                row -> new Restriction(
                        row.uuid("client_id"),
                        row.set("categories", DataCategory.class),
                        new Period(row.instant("imposed_at"), row.instantOrNull("lifted_at")),
                        row.set("exempted_purposes", Purpose.class)),
                clients);
    }
}
