package nl.werkvlak.platform.subjectrights;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.PublicHolidays;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.LegalBases;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;

/** The desk that says what a request of a client comes to (GDPR 12-22). It advises: nothing is recorded, or changed. */
@Dependent
public class Assessments {

    private final DataSource database;

    @Inject
    public Assessments(DataSource database) {
        this.database = database;
    }

    /**
     * Assesses a request on what is recorded now about this client, as this tenant knows that person.
     *
     * @param holidays which days are no working days
     * @throws Refusal when this tenant has no such client
     */
    public Assessment assess(TenantId tenant, UUID client, Assessment.Request request, PublicHolidays holidays) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            var birthDate = sql
                    .query(
                            "select birth_date from client where tenant_id = :tenant and id = ?",
                            row -> row.day("birth_date"),
                            client)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown("client", "There is no such client.")
                            .at("client"));
            return RequestRules.assess(
                    request,
                    birthDate,
                    LegalBases.ofClient(sql, client),
                    SubjectRights.objectionsOf(sql, List.of(client)),
                    holidays);
        });
    }
}
