package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister.Event;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk that answers a client who asks who was told (GDPR 15(1)(c) and 19, regulation art. 14.1.a and e): in which reports
 * the client stands, who of the tenant saw or opened which of them, when and in which form, and what the tenant was told of
 * them since. For who watches over it; it only reads, and of one tenant.
 */
@Dependent
public class ReceivedReports {

    private final DataSource database;

    @Inject
    public ReceivedReports(DataSource database) {
        this.database = database;
    }

    /**
     * An issued report in which the client stands, whether or not it still does.
     *
     * @param isOverMany the client is counted in it, or named by a reference only
     * @param categories what it holds of this client
     * @param withdrawnAt null as long as it stands (UTC)
     */
    public record ReceivedReport(
            UUID id,
            ReportKind kind,
            String number,
            int version,
            YearMonth period,
            boolean isOverMany,
            Set<DataCategory> categories,
            Instant issuedAt,
            @Nullable Instant withdrawnAt,
            List<Receipt> receipts,
            List<Notices.Notice> notices) {

        Reports.Place place() {
            return new Reports.Place(issuedAt, id);
        }
    }

    /**
     * That somebody of the tenant saw in a list that there is a report, or opened it.
     *
     * @param recipient the id of a portal client or of an account, never a name
     * @param form in which it was opened; null for a listing, and for what was opened before that was kept
     * @param times how often, from the first time to the last (UTC)
     */
    public record Receipt(
            Event event, String recipient, @Nullable Form form, int times, Instant firstAt, Instant lastAt) {}

    /**
     * The answer.
     *
     * @param client by number, as the tenant knows that client
     * @param recipient the tenant by name: whom the client has a right to hear of (Court of Justice, C-154/21)
     * @param reports the latest first
     */
    public record Answer(String client, String recipient, Page<ReceivedReport, Reports.Place> reports) {}

    /**
     * Which client it is about, by the number that people know.
     *
     * @throws Refusal when this tenant has no such client, which includes every client of another one
     */
    public UUID client(TenantId tenant, String number) {
        return Transactions.in(
                        database,
                        connection -> Sql.ofTenant(connection, tenant)
                                .query(
                                        "select id from client where tenant_id = :tenant and number = ?",
                                        row -> row.uuid("id"),
                                        number))
                .stream()
                .findFirst()
                .orElseThrow(ReceivedReports::unknown);
    }

    private static Refusal unknown() {
        return Refusal.unknown("client", "There is no such client.");
    }

    /**
     * Answers for one client of one tenant.
     *
     * @throws Refusal when this tenant has no such client, which includes every client of another one
     */
    public Answer about(TenantId tenant, UUID client, Reports.@Nullable Place after, int limit) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            var of = sql
                    .query(
                            "select c.number, t.name from tenant t join client c on c.tenant_id = t.id"
                                    + " where t.id = :tenant and c.id = ?",
                            row -> Map.entry(row.text("number"), row.text("name")),
                            client)
                    .stream()
                    .findFirst()
                    .orElseThrow(ReceivedReports::unknown);
            var page = Page.of(reports(sql, client, after, limit + 1), limit, ReceivedReport::place);
            return new Answer(
                    of.getKey(), of.getValue(), new Page<>(told(connection, tenant, page.items()), page.next()));
        });
    }

    private static List<ReceivedReport> reports(Sql sql, UUID client, Reports.@Nullable Place after, int limit)
            throws SQLException {
        var at = after == null ? null : after.issuedAt();
        return sql.query(
                "select r.id, r.kind, r.number, r.version, r.period, r.trajectory_id is null is_over_many,"
                        + " group_concat(p.categories) categories, r.issued_at, s.withdrawn_at from report_person p"
                        + " join report r on r.tenant_id = p.tenant_id and r.id = p.report_id"
                        + " left join report_standing s on s.tenant_id = r.tenant_id and s.report_id = r.id"
                        + " where p.tenant_id = :tenant and p.client_id = ?"
                        + " and (? is null or r.issued_at < ? or (r.issued_at = ? and r.id > ?))"
                        + " group by r.id order by r.issued_at desc, r.id limit ?",
                row -> new ReceivedReport(
                        row.uuid("id"),
                        ReportKind.valueOf(row.text("kind")),
                        row.text("number"),
                        row.number("version"),
                        YearMonth.parse(row.text("period")),
                        row.flag("is_over_many"),
                        row.set("categories", DataCategory.class),
                        row.instant("issued_at"),
                        row.instantOrNull("withdrawn_at"),
                        List.of(),
                        List.of()),
                client,
                at,
                at,
                at,
                after == null ? null : after.id(),
                limit);
    }

    /** With who received them, and what was told of them: two statements, however many. */
    private static List<ReceivedReport> told(Connection connection, TenantId tenant, List<ReceivedReport> reports)
            throws SQLException {
        if (reports.isEmpty()) {
            return reports;
        }
        var ids = reports.stream().map(ReceivedReport::id).toList();
        var receipts = Sql.ofTenant(connection, tenant)
                .query(
                        "select report_id, event, recipient, form, count(*) times, min(disclosed_at) first_at,"
                                + " max(disclosed_at) last_at from disclosure where tenant_id = :tenant"
                                + " and report_id in (?) and event <> 'ISSUED'"
                                + " group by report_id, event, recipient, form order by first_at, recipient, form",
                        row -> Map.entry(row.uuid("report_id"), receipt(row)),
                        ids)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var notices = new NoticeStore(connection, tenant)
                .about(ids).stream().collect(Collectors.groupingBy(each -> each.number() + " " + each.version()));
        var told = new ArrayList<ReceivedReport>();
        for (var report : reports) {
            told.add(new ReceivedReport(
                    report.id(),
                    report.kind(),
                    report.number(),
                    report.version(),
                    report.period(),
                    report.isOverMany(),
                    report.categories(),
                    report.issuedAt(),
                    report.withdrawnAt(),
                    receipts.getOrDefault(report.id(), List.of()),
                    notices.getOrDefault(report.number() + " " + report.version(), List.of())));
        }
        return told;
    }

    private static Receipt receipt(Sql.Row row) throws SQLException {
        var form = row.textOrNull("form");
        return new Receipt(
                Event.valueOf(row.text("event")),
                row.text("recipient"),
                form == null ? null : Form.valueOf(form),
                row.number("times"),
                row.instant("first_at"),
                row.instant("last_at"));
    }
}
