package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The desk for issued reports, of the tenant in context only. Each report is judged again at the moment it is asked
 * for: one that the rule no longer permits does not exist for the tenant, and no reason is given.
 */
@Dependent
@Transactional
public class Reports {

    @PersistenceContext(unitName = "werkvlak")
    private EntityManager entities;

    private final DataSource database;
    private final Vault vault;
    private final Clock clock;

    @Inject
    public Reports(DataSource database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What to list; an absent filter lets everything through.
     *
     * @param run the one that made the report
     * @param after the place of the last report of the page before
     */
    public record Query(
            @Nullable YearMonth period,
            @Nullable ReportKind kind,
            @Nullable UUID run,
            @Nullable Place after,
            int limit) {}

    /** Where a report stands in the list: newest first, then by id. */
    public record Place(Instant issuedAt, UUID id) {

        static Place of(Report report) {
            return new Place(report.issuedAt(), report.id());
        }
    }

    /**
     * A page of a list.
     *
     * @param next where the next page begins; null when this is the last one
     */
    public record Page(List<Report> reports, @Nullable Place next) {}

    /**
     * A run as far as a tenant knows of it: that it made reports for that tenant, and no counts, since what was withheld
     * or is no longer permitted could be reckoned from those.
     *
     * @param decidedAt the instant of its decisions (UTC)
     */
    public record Run(UUID id, YearMonth period, Instant decidedAt) {}

    /** A report that is given out, with its PDF. */
    public static final class Pulled {

        private final Report report;
        private final byte[] pdf;

        private Pulled(Report report, byte[] pdf) {
            this.report = report;
            this.pdf = pdf;
        }

        public Report report() {
            return report;
        }

        public byte[] pdf() {
            return pdf.clone();
        }
    }

    /**
     * What a recipient is shown: newest first; a page may hold fewer than asked while there are more. The first time that
     * a report is shown to somebody stands in the disclosure register before it is.
     *
     * @param recipient who looks: the id of a portal client or of an account, never a name
     */
    public Page list(Query query, String recipient) {
        var page = lookOn(query);
        registerListed(page.reports(), recipient);
        return page;
    }

    /** The same, for who watches over it and receives nothing. */
    public Page lookOn(Query query) {
        var found = select(query).setMaxResults(query.limit() + 1).getResultList();
        var page = found.subList(0, Math.min(found.size(), query.limit()));
        var next = found.size() > query.limit() ? Place.of(page.get(page.size() - 1)) : null;
        var permitted = permitted(page);
        return new Page(
                page.stream().filter(report -> permitted.contains(report.id())).toList(), next);
    }

    /** The latest runs that made reports, newest first. */
    public List<Run> runs(int limit) {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, CurrentTenant.required())
                    .query(
                            "select run_id, period, min(decided_at) as decided_at from report"
                                    + " where tenant_id = :tenant group by run_id, period order by 3 desc, 1 limit ?",
                            row -> new Run(
                                    row.uuid("run_id"), YearMonth.parse(row.text("period")), row.instant("decided_at")),
                            limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The runs could not be read", e);
        }
    }

    private TypedQuery<Report> select(Query query) {
        var filters = new LinkedHashMap<String, Object>();
        var where = new StringBuilder("select r from Report r where 1 = 1");
        if (query.period() != null) {
            where.append(" and r.period = :period");
            filters.put("period", query.period().toString());
        }
        if (query.kind() != null) {
            where.append(" and r.kind = :kind");
            filters.put("kind", query.kind().name());
        }
        if (query.run() != null) {
            where.append(" and r.runId = :run");
            filters.put("run", query.run());
        }
        if (query.after() != null) {
            where.append(" and (r.issuedAt < :before or (r.issuedAt = :before and r.id > :id))");
            filters.put("before", query.after().issuedAt());
            filters.put("id", query.after().id());
        }
        var select = entities.createQuery(where + " order by r.issuedAt desc, r.id", Report.class);
        filters.forEach(select::setParameter);
        return select;
    }

    /** One report, without its contents; a report of another tenant does not exist. Registered like {@link #list}. */
    public Report get(UUID id, String recipient) {
        var report = find(id);
        registerListed(List.of(report), recipient);
        return report;
    }

    private Report find(UUID id) {
        var report = entities.find(Report.class, id);
        if (report == null || !permitted(List.of(report)).contains(id)) {
            throw Refusal.unknown("report", "There is no such report.");
        }
        return report;
    }

    /**
     * Gives a report out. The disclosure register is written first, in the same transaction: when that fails, nothing
     * leaves.
     *
     * @param recipient who pulls it: the id of a portal client or of an account, never a name
     */
    public Pulled pull(UUID id, String recipient) {
        var report = find(id);
        var content = entities.find(ReportContent.class, id);
        if (content == null) {
            throw Refusal.unknown("report", "There is no such report.");
        }
        try (var connection = database.getConnection()) {
            var tenant = CurrentTenant.required();
            var owner = ReportOwner.of(connection, tenant, report);
            var key =
                    vault.existingKeys(connection, tenant, Set.of(owner.key())).get(owner.key());
            if (key == null) {
                // The client's key was erased, and the report with it.
                throw Refusal.unknown("report", "There is no such report.");
            }
            var pdf = SealedPdf.open(content.sealed(), key, id);
            DisclosureRegister.append(
                    connection,
                    vault,
                    tenant,
                    List.of(new DisclosureRegister.Entry(
                            DisclosureRegister.Event.OPENED,
                            id,
                            owner.client(),
                            recipient,
                            report.categories(),
                            owner.bases(),
                            clock.instant())));
            return new Pulled(report, pdf);
        } catch (SQLException e) {
            throw new IllegalStateException("The disclosure could not be registered, so nothing left", e);
        }
    }

    private void registerListed(List<Report> reports, String recipient) {
        try (var connection = database.getConnection()) {
            var ids = reports.stream().map(Report::id).toList();
            DisclosureRegister.list(connection, vault, CurrentTenant.required(), ids, recipient, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("The disclosure could not be registered, so nothing left", e);
        }
    }

    private Set<UUID> permitted(List<Report> reports) {
        if (reports.isEmpty()) {
            return Set.of();
        }
        try (var connection = database.getConnection()) {
            return new Recheck(connection, CurrentTenant.required()).stillPermitted(reports, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("The rule could not be asked, so nothing left", e);
        }
    }
}
