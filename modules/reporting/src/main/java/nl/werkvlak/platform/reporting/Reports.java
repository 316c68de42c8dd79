package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.Standings.Standing;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Letterhead;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The desk for issued reports, of the tenant in context only. Each report is judged again at the moment it is asked
 * for: one that the rule no longer permits does not exist for the tenant, and no reason is given.
 *
 * <p>In the usual case that takes one look: no fact was changed since the last yes, and its time is not over. Otherwise
 * the rule is asked, and the look is taken again. Each look is a transaction that begins here, whatever the caller has
 * read before, so that a withdrawal that was committed before somebody asked is honoured, on every node.
 */
@Dependent
@Transactional(TxType.NOT_SUPPORTED)
public class Reports {

    /** How often the rule is asked when the facts keep changing; after that, nothing is given out. */
    private static final int LOOKS = 4;

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final DataSource database;
    private final ReportShelf shelf;
    private final Vault vault;
    private final Renderer renderer;
    private final Corrector corrector;
    private final RunScheduler scheduler;
    private final Clock clock;

    @Inject
    public Reports(
            DataSource database,
            ReportShelf shelf,
            Vault vault,
            Renderer renderer,
            Corrector corrector,
            RunScheduler scheduler,
            Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.vault = vault;
        this.renderer = renderer;
        this.corrector = corrector;
        this.scheduler = scheduler;
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
    public record Place(Instant issuedAt, UUID id) {}

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

    /** A report that is given out, with what it says. */
    public static final class Pulled {

        private final Report report;
        private final Form form;
        private final byte[] content;

        private Pulled(Report report, Form form, byte[] content) {
            this.report = report;
            this.form = form;
            this.content = content;
        }

        public Report report() {
            return report;
        }

        public Form form() {
            return form;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /**
     * What a recipient is shown: newest first. The first time that a report is shown to somebody stands in the disclosure
     * register before it is.
     *
     * @param recipient who looks: the id of a portal client or of an account, never a name
     */
    public Page list(Query query, String recipient) {
        var page = lookOn(query);
        var shown = registerListed(page.reports(), recipient);
        return new Page(shown, page.next());
    }

    /** The same, for who watches over it and receives nothing. */
    public Page lookOn(Query query) {
        var found = looked(connection -> standings(connection).list(query, query.limit() + 1, clock.instant()));
        var page = found.subList(0, Math.min(found.size(), query.limit()));
        var next = found.size() > query.limit() ? page.get(page.size() - 1).place() : null;
        return new Page(shelf.find(current(page)), next);
    }

    /** The latest runs that made reports, newest first. */
    public List<Run> runs(int limit) {
        return Transactions.in(
                database,
                connection -> Sql.ofTenant(connection, CurrentTenant.required())
                        .query(
                                "select run_id, period, min(decided_at) as decided_at from report where tenant_id = :tenant"
                                        + " and version = 1 group by run_id, period order by 3 desc, 1 limit ?",
                                row -> new Run(
                                        row.uuid("run_id"),
                                        YearMonth.parse(row.text("period")),
                                        row.instant("decided_at")),
                                limit));
    }

    /** One report, without its contents; a report of another tenant does not exist. Registered like {@link #list}. */
    public Report get(UUID id, String recipient) {
        var found = looked(connection -> standings(connection).find(id, clock.instant()));
        return registerListed(shelf.find(current(found)), recipient).stream()
                .findFirst()
                .orElseThrow(Reports::unknown);
    }

    /** Those of these that were not withdrawn meanwhile: they are registered, and may be shown. */
    private List<Report> registerListed(List<Report> reports, String recipient) {
        if (reports.isEmpty()) {
            return reports;
        }
        // Who withdraws some of the same reports may hold them in another order.
        return Transactions.inAnew(database, connection -> {
            var held =
                    standings(connection).hold(reports.stream().map(Report::id).toList());
            DisclosureRegister.list(connection, vault, CurrentTenant.required(), held, recipient, clock.instant());
            return reports.stream().filter(report -> held.contains(report.id())).toList();
        });
    }

    /**
     * Gives a report out. The disclosure register is written first, in the same transaction: when that fails, nothing
     * leaves.
     *
     * @param recipient who pulls it: the id of a portal client or of an account, never a name
     * @throws Refusal where the report has no such form: see {@link Report#forms}
     */
    public Pulled pull(UUID id, Form form, String recipient) {
        var report = shelf.find(List.of(id)).stream().findFirst().orElseThrow(Reports::unknown);
        var opened = new AtomicReference<byte[]>();
        looked(connection -> {
            var standing = standings(connection).find(id, clock.instant());
            if (standing.stream().anyMatch(Standing::isCurrent)
                    && !standings(connection).hold(List.of(id)).isEmpty()) {
                opened.set(open(connection, report, form, recipient));
            }
            return standing;
        });
        var content = opened.get();
        if (content == null) {
            throw unknown();
        }
        return new Pulled(report, form, content);
    }

    /** Opens a report that may be given out, in the transaction that found that. */
    private byte[] open(Connection connection, Report report, Form form, String recipient) throws SQLException {
        if (!report.forms().contains(form)) {
            throw Refusal.rule("no-such-form", "This report does not exist in this form.");
        }
        var tenant = CurrentTenant.required();
        var owner = ReportOwner.of(connection, tenant, report);
        var key = vault.existingKeys(connection, tenant, Set.of(owner.key())).get(owner.key());
        if (key == null) {
            // The client's key was erased, and the report with it.
            throw unknown();
        }
        var content = content(connection, report, form, key);
        DisclosureRegister.append(
                connection,
                vault,
                tenant,
                List.of(new DisclosureRegister.Entry(
                        DisclosureRegister.Event.OPENED,
                        report.id(),
                        owner.client(),
                        recipient,
                        report.categories(),
                        owner.bases(),
                        clock.instant(),
                        form.name())));
        return content;
    }

    private byte[] content(Connection connection, Report report, Form form, DataKey key) throws SQLException {
        var standings = standings(connection);
        if (form == Form.PDF) {
            return SealedPdf.open(standings.pdf(report.id()), key, report.id());
        }
        var document = SealedDocument.open(standings.document(report.id()), key, report.id());
        return form.of(document, Letterhead.of(connection, CurrentTenant.required()), renderer, DUTCH);
    }

    /** Looks, has judged what is not current, and looks again: what is given out was current in the look that found it. */
    private List<Standing> looked(Transactions.Work<List<Standing>> look) {
        var found = Transactions.in(database, look);
        for (var looks = 1; looks < LOOKS && !found.stream().allMatch(Standing::isCurrent); looks++) {
            corrector.recheck(
                    CurrentTenant.required(),
                    found.stream()
                            .filter(standing -> !standing.isCurrent())
                            .map(Standing::report)
                            .toList());
            scheduler.wake();
            found = Transactions.in(database, look);
        }
        return found;
    }

    /** What is still not current after all looks is not given out. */
    private static List<UUID> current(List<Standing> found) {
        return found.stream().filter(Standing::isCurrent).map(Standing::report).toList();
    }

    private static Standings standings(Connection connection) {
        return new Standings(connection, CurrentTenant.required());
    }

    private static Refusal unknown() {
        return Refusal.unknown("report", "There is no such report.");
    }
}
