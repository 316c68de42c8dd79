package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.rendering.AccountabilityDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The desk for accountability over more than one report: all commissions of a tenant, a quarter, a year; and for its numbers
 * as rows. It adds up the accountability reports of single commissions and months that the tenant may have at that moment,
 * and nothing else, so that it can tell nothing that those do not.
 */
@Dependent
public class AccountabilityOverviews {

    private static final int PAGE = 100;

    private final DataSource database;
    private final Vault vault;
    private final Renderer renderer;
    private final Reports reports;
    private final Clock clock;

    @Inject
    public AccountabilityOverviews(DataSource database, Vault vault, Renderer renderer, Reports reports, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.renderer = renderer;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * What a tenant can choose from.
     *
     * @param periods those over whose last month there is a report, the latest first
     * @param commissions the numbers of those that have one
     */
    public record Choice(List<ReportingPeriod> periods, List<String> commissions) {}

    /** Looked up only, and not judged: whether there is something to give out shows when it is asked for. */
    public Choice choice() {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, CurrentTenant.required());
            var months = sql.query(
                    "select distinct period from report where tenant_id = :tenant and kind = 'ACCOUNTABILITY'"
                            + " order by period desc",
                    row -> YearMonth.parse(row.text("period")));
            var commissions = sql.query(
                    "select distinct c.number from report r join commission c on c.tenant_id = r.tenant_id"
                            + " and c.id = r.commission_id where r.tenant_id = :tenant and r.kind = 'ACCOUNTABILITY'"
                            + " order by c.number",
                    row -> row.text("number"));
            return new Choice(
                    months.stream().flatMap(ReportingPeriod::endingWith).toList(), commissions);
        });
    }

    /** An overview that is given out. */
    public static final class Overview {

        private final String number;
        private final Form form;
        private final byte[] content;

        private Overview(String number, Form form, byte[] content) {
            this.number = number;
            this.form = form;
            this.content = content;
        }

        public Form form() {
            return form;
        }

        /** Safe to show and to log. */
        public String fileName() {
            return form.fileName(number);
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /**
     * Gives an overview out. Each report whose numbers are in it is opened by that, and stands so in the disclosure register
     * before anything leaves.
     *
     * @param commission the number of one commission; all of the tenant without it
     * @param recipient who pulls it: the id of a portal client or of an account, never a name
     * @throws Refusal when there is no report over the last month of the period, or no such commission
     */
    public Overview give(
            ReportingPeriod period, @Nullable String commission, Form form, Locale language, String recipient) {
        var found = new ArrayList<Report>();
        for (var month : OverviewFigures.months(period)) {
            for (var page = page(month, null, recipient); ; page = page(month, page.next(), recipient)) {
                found.addAll(page.reports());
                if (page.next() == null) {
                    break;
                }
            }
        }
        var made = Transactions.in(
                database,
                connection -> new OverviewMaker(connection, CurrentTenant.required(), vault)
                        .make(
                                period,
                                commission,
                                found.stream().map(OverviewMaker.Given::of).toList(),
                                recipient,
                                clock.instant()));
        var released = made.orElseThrow(() -> Refusal.unknown("report", "There is no such report."));
        return new Overview(released.document().head().reportNumber(), form, content(released, form, language));
    }

    private Reports.Page page(YearMonth month, Reports.@Nullable Place after, String recipient) {
        return reports.list(new Reports.Query(month, ReportKind.ACCOUNTABILITY, null, after, PAGE), recipient);
    }

    private byte[] content(Released<AccountabilityDocument> released, Form form, Locale language) {
        return form == Form.PDF
                ? renderer.pdf(released, language)
                : form.of(renderer.json(released), released.document().head().letterhead(), renderer, language);
    }
}
