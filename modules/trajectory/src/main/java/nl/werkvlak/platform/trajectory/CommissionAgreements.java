package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk of what is agreed with a tenant per commission: data scope, secrecy, special ground. Nothing is overwritten:
 * new terms hold from an instant on, and the earlier ones still answer for the time before.
 *
 * <p>It works for the tenant that it is asked for; who may ask for which, the edge decides.
 */
@Dependent
public class CommissionAgreements {

    private static final String COMMISSIONS =
            "select id, number, recipient_kind, product, first_day, last_day, data_scope, sickness_related,"
                    + " special_ground, secrecy_signed_on from commission where tenant_id = :tenant";

    private static final String LATER =
            "select commission_id, in_force_from, data_scope, sickness_related, special_ground, secrecy_signed_on,"
                    + " recorded_at, recorded_by, reason from commission_terms where tenant_id = :tenant";

    private final DataSource database;
    private final Clock clock;

    @Inject
    public CommissionAgreements(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The commissions of a tenant, by number.
     *
     * @param after the number where the page before ended
     */
    public Page<Commission, String> list(TenantId tenant, @Nullable String after, int limit) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            if (sql.query("select id from tenant where id = :tenant", row -> row.uuid("id"))
                    .isEmpty()) {
                throw Refusal.unknown("tenant", "There is no such tenant.");
            }
            return Page.of(
                    read(sql, "number > ? order by number limit ?", after == null ? "" : after, limit + 1),
                    limit,
                    Commission::number);
        });
    }

    public Commission get(TenantId tenant, UUID commission) {
        return Transactions.in(database, connection -> find(Sql.ofTenant(connection, tenant), commission));
    }

    /** All terms of a commission, the first ones first. */
    public List<RecordedTerms> history(TenantId tenant, UUID commission) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            return terms(sql, lock(sql, commission, ""));
        });
    }

    /**
     * Records new terms.
     *
     * @throws Refusal when the commission is not the tenant's, a field cannot hold, or later terms are known
     */
    public RecordedTerms record(TenantId tenant, UUID commission, NewTerms terms, String by, String reason) {
        var change = new Change(by, clock.instant(), reason);
        var given = terms.inForceFrom();
        var from = given == null ? change.at() : given;
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            var of = lock(sql, commission, " for update");
            check(terms, of.recipient(), from, change.at());
            for (var other : terms(sql, of)) {
                var start = other.inForceFrom();
                if (start != null && !start.isBefore(from)) {
                    throw Refusal.conflict(
                            "later-terms-exist", "Terms are known that hold from then on or later; begin after those.");
                }
            }
            sql.update(
                    "insert into commission_terms (tenant_id, id, commission_id, in_force_from, data_scope,"
                            + " sickness_related, special_ground, secrecy_signed_on, recorded_at, recorded_by, reason)"
                            + " values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    commission,
                    from,
                    Sql.set(terms.dataScope()),
                    terms.isSicknessRelated(),
                    terms.specialGround(),
                    terms.secrecySignedOn(),
                    change.at(),
                    change.by(),
                    change.reason());
            return new RecordedTerms(
                    from,
                    terms.dataScope(),
                    terms.isSicknessRelated(),
                    terms.specialGround(),
                    terms.secrecySignedOn(),
                    change);
        });
    }

    /** What cannot hold, whoever agreed to it. */
    static void check(NewTerms terms, RecipientKind recipient, Instant from, Instant now) {
        var wrong = new TreeMap<String, String>();
        if (from.isBefore(now)) {
            wrong.put("inForceFrom", "in-the-past");
        }
        if (terms.specialGround() == SpecialGround.H2 && recipient != RecipientKind.V) {
            wrong.put("specialGround", "only-for-insurers");
        }
        if (terms.specialGround() == SpecialGround.H1 && !terms.isSicknessRelated()) {
            wrong.put("specialGround", "only-with-sickness");
        }
        var signed = terms.secrecySignedOn();
        if (signed != null && signed.isAfter(Period.dayOf(now))) {
            wrong.put("secrecySignedOn", "in-the-future");
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
    }

    private Commission find(Sql sql, UUID commission) throws SQLException {
        return read(sql, "id = ?", commission).stream().findFirst().orElseThrow(CommissionAgreements::unknown);
    }

    /** Two statements, however many commissions. */
    private List<Commission> read(Sql sql, String condition, Object... arguments) throws SQLException {
        var now = clock.instant();
        var found = sql.query(COMMISSIONS + " and " + condition, CommissionAgreements::commission, arguments);
        var later = new HashMap<UUID, List<RecordedTerms>>();
        sql.stream(
                LATER + " and commission_id in (?) order by in_force_from",
                row -> later.computeIfAbsent(row.uuid("commission_id"), id -> new ArrayList<>())
                        .add(laterTerms(row)),
                found.stream().map(Commission::id).toList());
        var commissions = new ArrayList<Commission>();
        for (var first : found) {
            var terms = first.terms();
            for (var next : later.getOrDefault(first.id(), List.of())) {
                terms = next.isInForce(now) ? next : terms;
            }
            commissions.add(first.with(terms));
        }
        return commissions;
    }

    private static List<RecordedTerms> terms(Sql sql, Commission commission) throws SQLException {
        var terms = new ArrayList<RecordedTerms>();
        terms.add(commission.terms());
        terms.addAll(sql.query(
                LATER + " and commission_id = ? order by in_force_from",
                CommissionAgreements::laterTerms,
                commission.id()));
        return terms;
    }

    /** The commission with its first terms; with a lock, two that record at once come one after the other. */
    private static Commission lock(Sql sql, UUID commission, String lock) throws SQLException {
        return sql.query(COMMISSIONS + " and id = ?" + lock, CommissionAgreements::commission, commission).stream()
                .findFirst()
                .orElseThrow(CommissionAgreements::unknown);
    }

    private static Commission commission(Sql.Row row) throws SQLException {
        return new Commission(
                row.uuid("id"),
                row.text("number"),
                RecipientKind.valueOf(row.text("recipient_kind")),
                Product.valueOf(row.text("product")),
                row.day("first_day"),
                row.dayOrNull("last_day"),
                terms(row, null, null));
    }

    private static RecordedTerms laterTerms(Sql.Row row) throws SQLException {
        return terms(
                row,
                row.instant("in_force_from"),
                new Change(row.text("recorded_by"), row.instant("recorded_at"), row.text("reason")));
    }

    private static RecordedTerms terms(Sql.Row row, @Nullable Instant from, @Nullable Change change)
            throws SQLException {
        var ground = row.textOrNull("special_ground");
        return new RecordedTerms(
                from,
                row.set("data_scope", DataCategory.class),
                row.flag("sickness_related"),
                ground == null ? null : SpecialGround.valueOf(ground),
                row.dayOrNull("secrecy_signed_on"),
                change);
    }

    private static Refusal unknown() {
        return Refusal.unknown("commission", "There is no such commission.");
    }
}
