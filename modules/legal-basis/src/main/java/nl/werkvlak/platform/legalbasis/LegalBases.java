package nl.werkvlak.platform.legalbasis;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where legal bases are read, in sets: one statement for a whole commission. */
public final class LegalBases {

    private LegalBases() {}

    /** Every basis for a commission as a whole, and every basis for one of these clients, in the order of their numbers. */
    public static List<LegalBasis> covering(Sql sql, UUID commission, Collection<UUID> clients) throws SQLException {
        return sql.query(
                "select number, letter, commission_id, client_id, purposes, categories, first_day, last_day,"
                        + " balancing_outcome, balanced_on, child_weighed, consent_on, withdrawn_at"
                        + " from legal_basis where tenant_id = :tenant and (commission_id = ? or client_id in (?))"
                        + " order by number",
                LegalBases::read,
                commission,
                clients);
    }

    private static LegalBasis read(Sql.Row row) throws SQLException {
        var client = row.uuidOrNull("client_id");
        return new LegalBasis(
                row.text("number"),
                Ground.ofLetter(row.text("letter")).orElseThrow(),
                client != null,
                client == null ? row.uuid("commission_id") : client,
                row.set("purposes", Purpose.class),
                row.set("categories", DataCategory.class),
                Period.ofDays(row.day("first_day"), row.dayOrNull("last_day")),
                balancing(row.textOrNull("balancing_outcome"), row.dayOrNull("balanced_on"), row.flag("child_weighed")),
                consent(row.dayOrNull("consent_on"), row.instantOrNull("withdrawn_at")));
    }

    private static LegalBasis.@Nullable Balancing balancing(
            @Nullable String outcome, @Nullable LocalDate decided, boolean childWeighed) {
        return outcome == null || decided == null
                ? null
                : new LegalBasis.Balancing(outcome.equals("FAVOUR"), Period.startOf(decided), childWeighed);
    }

    private static LegalBasis.@Nullable Consent consent(@Nullable LocalDate given, @Nullable Instant withdrawn) {
        return given == null ? null : new LegalBasis.Consent(Period.startOf(given), withdrawn);
    }
}
