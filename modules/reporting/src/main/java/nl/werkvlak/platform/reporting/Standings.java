package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Where it is kept whether a report may be given out: over which facts, and until when, the gate said yes to it; or
 * since when it is withdrawn.
 */
final class Standings {

    /**
     * The versions of all facts that a report rests on, now; each is found by its key. The order is told: without, the
     * optimiser goes through all people of a tenant's reports where there are few.
     */
    private static final String FACTS = "(select version from reference_version where id = 1)"
            + " + (select coalesce(sum(v.version), 0) from fact_version v"
            + " where v.tenant_id = r.tenant_id and v.id = r.commission_id)"
            + " + (select coalesce(sum(v.version), 0) from report_person p force index (primary)"
            + " straight_join fact_version v force index (primary) on v.tenant_id = p.tenant_id and v.id = p.client_id"
            + " where p.tenant_id = r.tenant_id and p.report_id = r.id)";

    private static final String CURRENT =
            "(s.facts = " + FACTS + " and (s.valid_through is null or s.valid_through > ?))";

    private static final String STANDING = " from report r straight_join report_standing s"
            + " on s.tenant_id = r.tenant_id and s.report_id = r.id and s.withdrawn_at is null"
            + " where r.tenant_id = :tenant";

    private static final String NOT_REPLACED =
            " and not exists" + " (select 1 from report n where n.tenant_id = r.tenant_id and n.replaces = r.id)";

    private final Sql sql;

    Standings(Connection connection, TenantId tenant) {
        this.sql = Sql.ofTenant(connection, tenant);
    }

    /**
     * A report that is not withdrawn.
     *
     * @param isCurrent the last yes still holds: no fact was changed since, and its time is not over
     */
    record Standing(UUID report, Instant issuedAt, boolean isCurrent) {

        Reports.Place place() {
            return new Reports.Place(issuedAt, report);
        }
    }

    /** Whom a report tells of or counts. */
    record Person(UUID trajectory, UUID client, Set<DataCategory> categories) {}

    /** A report as it is judged. */
    record Judged(UUID id, UUID commission, YearMonth period, ReportKind kind, String trace, List<Person> people) {

        boolean isOfOne() {
            return kind != ReportKind.ACCOUNTABILITY;
        }
    }

    /** Nothing for a report that does not exist, is another tenant's, or is withdrawn: the three are never told apart. */
    List<Standing> find(UUID report, Instant now) throws SQLException {
        return sql.query(
                "select r.id, r.issued_at, " + CURRENT + " is_current" + STANDING + " and r.id = ?",
                Standings::standing,
                now,
                report);
    }

    /** The sealed PDF of a report. */
    byte[] pdf(UUID report) throws SQLException {
        return sealed("select pdf sealed from report_content where tenant_id = :tenant and report_id = ?", report);
    }

    /** What was released, sealed. */
    byte[] document(UUID report) throws SQLException {
        return sealed("select document sealed from report_content where tenant_id = :tenant and report_id = ?", report);
    }

    /** What was released, sealed; those of these reports that keep it. */
    Map<UUID, byte[]> documents(Collection<UUID> reports) throws SQLException {
        var documents = new HashMap<UUID, byte[]>();
        sql.stream(
                "select report_id, document from report_content where tenant_id = :tenant and report_id in (?)"
                        + " and document is not null",
                row -> documents.put(row.uuid("report_id"), Objects.requireNonNull(row.bytes("document"), "document")),
                reports);
        return documents;
    }

    private byte[] sealed(String select, UUID report) throws SQLException {
        return sql.query(select, row -> Objects.requireNonNull(row.bytes("sealed"), "sealed"), report)
                .get(0);
    }

    /**
     * Of these, those that are not withdrawn as it is committed by now; nobody withdraws one until this transaction ends. Who
     * withdraws waits, and a correction that follows sees who was registered here: so nobody is left without a notice.
     */
    Set<UUID> hold(Collection<UUID> reports) throws SQLException {
        return new HashSet<>(sql.query(
                "select report_id from report_standing where tenant_id = :tenant and report_id in (?)"
                        + " and withdrawn_at is null order by report_id lock in share mode",
                row -> row.uuid("report_id"),
                reports));
    }

    /** Newest first, in one statement, however many. */
    List<Standing> list(Reports.Query query, int limit, Instant now) throws SQLException {
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(now);
        var select = new StringBuilder("select r.id, r.issued_at, " + CURRENT + " is_current" + STANDING);
        if (query.period() != null) {
            select.append(" and r.period = ?");
            arguments.add(query.period().toString());
        }
        if (query.kind() != null) {
            select.append(" and r.kind = ?");
            arguments.add(query.kind());
        }
        if (query.run() != null) {
            select.append(" and r.run_id = ?");
            arguments.add(query.run());
        }
        var after = query.after();
        if (after != null) {
            select.append(" and (r.issued_at < ? or (r.issued_at = ? and r.id > ?))");
            arguments.addAll(List.of(after.issuedAt(), after.issuedAt(), after.id()));
        }
        arguments.add(limit);
        return sql.query(select + " order by r.issued_at desc, r.id limit ?", Standings::standing, arguments.toArray());
    }

    private static Standing standing(Sql.Row row) throws SQLException {
        return new Standing(row.uuid("id"), row.instant("issued_at"), row.flag("is_current"));
    }

    /** Those of these that are not withdrawn, with what the gate has to be asked about them. */
    List<Judged> toJudge(Collection<UUID> reports) throws SQLException {
        Map<UUID, List<Person>> people = sql
                .query(
                        "select report_id, trajectory_id, client_id, categories from report_person"
                                + " where tenant_id = :tenant and report_id in (?)",
                        row -> Map.entry(
                                row.uuid("report_id"),
                                new Person(
                                        row.uuid("trajectory_id"),
                                        row.uuid("client_id"),
                                        row.set("categories", DataCategory.class))),
                        reports)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return sql.query(
                "select r.id, r.commission_id, r.period, r.kind, r.decisions" + STANDING + " and r.id in (?)",
                row -> new Judged(
                        row.uuid("id"),
                        row.uuid("commission_id"),
                        YearMonth.parse(row.text("period")),
                        ReportKind.valueOf(row.text("kind")),
                        row.text("decisions"),
                        people.getOrDefault(row.uuid("id"), List.of())),
                reports);
    }

    /** The first yes, given with the report itself. */
    void add(Collection<IssuedReport> reports, UUID commission, FactVersions facts, Instant now) throws SQLException {
        sql.batch(
                "insert into report_standing (tenant_id, report_id, facts, valid_through, judged_at)"
                        + " values (:tenant, ?, ?, ?, ?)",
                reports.stream()
                        .map(report -> new @Nullable Object[] {
                            report.id(), facts.sum(report.restsOn(commission)), report.validThrough(), now
                        })
                        .toList());
        sql.batch(
                "insert into report_person (tenant_id, report_id, trajectory_id, client_id, categories)"
                        + " values (:tenant, ?, ?, ?, ?)",
                reports.stream()
                        .flatMap(report -> report.people().stream().map(person -> new @Nullable Object[] {
                            report.id(),
                            person.trajectory(),
                            person.client(),
                            person.categories().stream().map(Enum::name).collect(Collectors.joining(","))
                        }))
                        .toList());
    }

    /**
     * What a report was judged to be.
     *
     * @param validThrough until when the yes holds if no fact is changed; null: as long as that
     * @param cause why it may not be given out any more; null for a yes
     */
    record Judgement(
            UUID report,
            long facts,
            @Nullable Instant validThrough,
            @Nullable String cause) {

        boolean isNo() {
            return cause != null;
        }
    }

    /** A no is for good: what takes the report's place is another one. */
    void keep(Collection<Judgement> judgements, Instant now) throws SQLException {
        sql.batch(
                "update report_standing set facts = ?, valid_through = ?, judged_at = ?, withdrawn_at = ?, cause = ?"
                        + " where tenant_id = :tenant and report_id = ? and withdrawn_at is null",
                judgements.stream()
                        // In one order, so that two who judge the same reports never wait for each other.
                        .sorted(Comparator.comparing(Judgement::report))
                        .map(each -> new @Nullable Object[] {
                            each.facts(),
                            each.isNo() ? null : each.validThrough(),
                            now,
                            each.isNo() ? now : null,
                            each.cause(),
                            each.report()
                        })
                        .toList());
    }

    /** What kind of report it is; that never changes. */
    Optional<ReportKind> kind(UUID report) throws SQLException {
        return sql
                .query(
                        "select kind from report where tenant_id = :tenant and id = ?",
                        row -> ReportKind.valueOf(row.text("kind")),
                        report)
                .stream()
                .findFirst();
    }

    /** A withdrawn report whose place nothing has taken, held until the transaction ends; once it is replaced, nothing. */
    List<Withdrawn> holdWithdrawn(UUID report) throws SQLException {
        sql.query(
                "select report_id from report_standing where tenant_id = :tenant and report_id = ? for update",
                row -> row.uuid("report_id"),
                report);
        return sql.query(
                "select r.id, r.number, r.version, r.kind, r.run_id, r.commission_id, r.subject_id from report r"
                        + " join report_standing s on s.tenant_id = r.tenant_id and s.report_id = r.id"
                        + " where r.tenant_id = :tenant and r.id = ? and s.withdrawn_at is not null" + NOT_REPLACED,
                row -> new Withdrawn(
                        new Edition(row.text("number"), row.number("version") + 1, row.uuid("id")),
                        ReportKind.valueOf(row.text("kind")),
                        row.uuid("run_id"),
                        row.uuid("commission_id"),
                        row.uuid("subject_id")),
                report);
    }

    /** @param next what takes its place is called */
    record Withdrawn(Edition next, ReportKind kind, UUID run, UUID commission, UUID subject) {}

    /** When a withdrawn report is to be looked at again, because time alone may permit it then; null: never. */
    void lookAgain(UUID report, @Nullable Instant at) throws SQLException {
        sql.update(
                "update report_standing set valid_through = ? where tenant_id = :tenant and report_id = ?", at, report);
    }

    /** All reports that rest on facts about these clients or commissions. */
    List<UUID> restingOn(Collection<UUID> subjects) throws SQLException {
        return sql.query(
                "select report_id id from report_person where tenant_id = :tenant and client_id in (?)"
                        + " union select id from report where tenant_id = :tenant and commission_id in (?)",
                row -> row.uuid("id"),
                subjects,
                subjects);
    }

    List<UUID> all() throws SQLException {
        return sql.query("select id from report where tenant_id = :tenant", row -> row.uuid("id"));
    }

    /** Of these, those that may be given out now. */
    List<UUID> current(Collection<UUID> reports, Instant now) throws SQLException {
        return sql.query(
                "select r.id" + STANDING + " and r.id in (?) and " + CURRENT, row -> row.uuid("id"), reports, now);
    }

    /** Of these, the standing ones that have to be judged, since their yes may not hold any more. */
    List<UUID> notCurrent(Collection<UUID> reports, Instant now) throws SQLException {
        return sql.query(
                "select r.id" + STANDING + " and r.id in (?) and not " + CURRENT, row -> row.uuid("id"), reports, now);
    }

    /** Of these, the withdrawn ones whose place nothing has taken. */
    List<UUID> vacant(Collection<UUID> reports) throws SQLException {
        return sql.query(
                "select r.id from report r join report_standing s on s.tenant_id = r.tenant_id and s.report_id = r.id"
                        + " where r.tenant_id = :tenant and r.id in (?) and s.withdrawn_at is not null" + NOT_REPLACED,
                row -> row.uuid("id"),
                reports);
    }
}
