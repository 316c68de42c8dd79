package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.ProgressDocument;
import nl.werkvlak.platform.rendering.ProgressDocument.Agreement;
import nl.werkvlak.platform.rendering.ProgressDocument.Annex;
import nl.werkvlak.platform.rendering.ProgressDocument.Application;
import nl.werkvlak.platform.rendering.ProgressDocument.CapacityStatement;
import nl.werkvlak.platform.rendering.ProgressDocument.Contact;
import nl.werkvlak.platform.rendering.ProgressDocument.Goal;
import nl.werkvlak.platform.rendering.ProgressDocument.Measurement;
import nl.werkvlak.platform.rendering.ProgressDocument.Placement;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.Commissions;
import nl.werkvlak.platform.trajectory.ContactTopic;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.DoesNotOpen;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is recorded about trajectories up to the end of a month, in sets: a statement per table, however many
 * trajectories. What has no entry for a trajectory was not recorded.
 */
final class TrajectoryRecords {

    final Map<UUID, List<Goal>> goals;
    final Map<UUID, List<Agreement>> agreements;
    final Map<UUID, List<Contact>> contacts;
    final Map<UUID, List<Application>> applications;
    final Map<UUID, ProgressDocument.Attendance> attendance;
    final Map<UUID, List<Measurement>> measurements;
    final Map<UUID, Judgement> judgements = new HashMap<>();
    final Map<UUID, List<String>> strengths;
    final Map<UUID, List<String>> improvements;
    final Map<UUID, List<CapacityStatement>> capacity;
    final Map<UUID, List<Placement>> placements;
    final Map<UUID, Spent> hours;
    final Map<UUID, Preview> previews;
    final Map<UUID, List<Annex>> annexes;

    private final Sql sql;
    private final YearMonth period;
    private final Period span;
    private final Instant at;
    private final Map<UUID, Release> releases;
    private final Map<UUID, DataKey> keys;

    /**
     * Reads.
     *
     * @param span over which contacts are told and the coach judged last; it ends with the month
     */
    TrajectoryRecords(
            Sql sql, YearMonth period, Period span, Instant at, Map<UUID, Release> releases, Map<UUID, DataKey> keys)
            throws SQLException {
        this.sql = sql;
        this.period = period;
        this.span = span;
        this.at = at;
        this.releases = releases;
        this.keys = keys;
        goals = goals();
        agreements = agreements();
        contacts = contacts();
        applications = applications();
        attendance = attendance();
        measurements = measurements();
        var views = views();
        strengths = views.getOrDefault("STERK", Map.of());
        improvements = views.getOrDefault("VERBETER", Map.of());
        capacity = capacity();
        placements = placements();
        hours = hours();
        previews = previews();
        annexes = annexes();
    }

    /** How the coach judged last in the span. */
    record Judgement(
            @Nullable String status,
            @Nullable String explanation,
            @Nullable String outlook,
            @Nullable String prognosis,
            @Nullable String obstacles,
            @Nullable String advice,
            @Nullable BigDecimal resumedHours,
            @Nullable BigDecimal wageValue) {

        static final Judgement NONE = new Judgement(null, null, null, null, null, null, null, null);
    }

    /** Hours, in the period and since the beginning. */
    record Spent(BigDecimal inPeriod, BigDecimal total) {

        static final Spent NONE = new Spent(BigDecimal.ZERO, BigDecimal.ZERO);

        ProgressDocument.Hours at(@Nullable BigDecimal rate) {
            return new ProgressDocument.Hours(inPeriod, total, rate == null ? null : total.multiply(rate));
        }
    }

    /** That the concept of this period was shown, and what was said to it. */
    record Preview(@Nullable LocalDate shownOn, @Nullable String reaction) {

        static final Preview NONE = new Preview(null, null);
    }

    static boolean isReleased(Map<UUID, Release> releases, UUID trajectory, DataCategory category) {
        var release = releases.get(trajectory);
        return release != null && release.permitted().contains(category);
    }

    private Map<UUID, List<Goal>> goals() throws SQLException {
        return grouped(
                "select trajectory_id, description, due, status, note from goal"
                        + " where tenant_id = :tenant and trajectory_id in (?) order by trajectory_id, position",
                row -> new Goal(
                        row.text("description"), row.dayOrNull("due"), row.text("status"), row.textOrNull("note")),
                releases.keySet());
    }

    /** As they stood at the end of the month: still to be done, or done in the span; what was dropped by then is left out. */
    private Map<UUID, List<Agreement>> agreements() throws SQLException {
        return grouped(
                "select trajectory_id, action, actor, due, case when done_on <= ? then done_on end done_by_then"
                        + " from agreement where tenant_id = :tenant and trajectory_id in (?) and agreed_on <= ?"
                        + " and (done_on is null or done_on >= ?) and (dropped_on is null or dropped_on > ?)"
                        + " order by trajectory_id, agreed_on, number, id",
                row -> new Agreement(
                        row.text("action"), row.text("actor"), row.dayOrNull("due"), row.dayOrNull("done_by_then")),
                period.atEndOfMonth(),
                releases.keySet(),
                period.atEndOfMonth(),
                Period.dayOf(span.from()),
                period.atEndOfMonth());
    }

    private Map<UUID, List<Contact>> contacts() throws SQLException {
        return grouped(
                "select trajectory_id, held_at, kind, minutes, subject from contact_moment"
                        + " where tenant_id = :tenant and trajectory_id in (?) and held_at >= ? and held_at < ?"
                        + " and attendance = 'AANWEZIG' order by trajectory_id, held_at",
                row -> new Contact(
                        Period.dayOf(row.instant("held_at")),
                        row.text("kind"),
                        row.number("minutes"),
                        ContactTopic.of(row.textOrNull("subject"))
                                .map(ContactTopic::name)
                                .orElse(null),
                        row.textOrNull("subject")),
                releases.keySet(),
                span.from(),
                span.until());
    }

    private Map<UUID, List<Application>> applications() throws SQLException {
        return grouped(
                "select trajectory_id, applied_on, kind, job, response from job_application"
                        + " where tenant_id = :tenant and trajectory_id in (?) and applied_on >= ? and applied_on <= ?"
                        + " order by trajectory_id, applied_on, id",
                row -> new Application(row.day("applied_on"), row.text("kind"), row.text("job"), row.text("response")),
                releases.keySet(),
                Period.dayOf(span.from()),
                period.atEndOfMonth());
    }

    private Map<UUID, ProgressDocument.Attendance> attendance() throws SQLException {
        var counts = new HashMap<UUID, ProgressDocument.Attendance>();
        sql.stream(
                "select trajectory_id, sum(attendance = 'AANWEZIG') held, sum(attendance = 'AFGEMELD') cancelled,"
                        + " sum(attendance = 'NIET_VERSCHENEN') missed from contact_moment"
                        + " where tenant_id = :tenant and trajectory_id in (?) and held_at >= ? and held_at < ?"
                        + " group by trajectory_id",
                row -> counts.put(
                        row.uuid("trajectory_id"),
                        new ProgressDocument.Attendance(
                                row.number("held"), row.number("cancelled"), row.number("missed"))),
                releases.keySet(),
                span.from(),
                span.until());
        return counts;
    }

    /** The latest judgement of the span stands at the head; all until then make the history. */
    private Map<UUID, List<Measurement>> measurements() throws SQLException {
        return grouped(
                "select trajectory_id, measured_on, status, ladder, score, explanation, outlook, prognosis, obstacles,"
                        + " advice, resumed_hours, wage_value from progress"
                        + " where tenant_id = :tenant and trajectory_id in (?) and measured_on <= ?"
                        + " order by trajectory_id, measured_on",
                row -> {
                    if (!span.isBefore(Period.startOf(row.day("measured_on")))) {
                        judgements.put(
                                row.uuid("trajectory_id"),
                                new Judgement(
                                        row.text("status"),
                                        row.textOrNull("explanation"),
                                        row.textOrNull("outlook"),
                                        row.textOrNull("prognosis"),
                                        row.textOrNull("obstacles"),
                                        row.textOrNull("advice"),
                                        row.amountOrNull("resumed_hours"),
                                        row.amountOrNull("wage_value")));
                    }
                    return new Measurement(
                            row.day("measured_on"), row.numberOrNull("ladder"), row.numberOrNull("score"));
                },
                releases.keySet(),
                period.atEndOfMonth());
    }

    /** What goes well and what could go better, by kind. */
    private Map<String, Map<UUID, List<String>>> views() throws SQLException {
        var views = new HashMap<String, Map<UUID, List<String>>>();
        sql.stream(
                "select trajectory_id, kind, description from strength"
                        + " where tenant_id = :tenant and trajectory_id in (?) order by trajectory_id, description",
                row -> views.computeIfAbsent(row.text("kind"), kind -> new HashMap<>())
                        .computeIfAbsent(row.uuid("trajectory_id"), id -> new ArrayList<>())
                        .add(row.text("description")),
                releases.keySet());
        return views;
    }

    /** Condition K3: only the statements that the gate let through, one by one. */
    private Map<UUID, List<CapacityStatement>> capacity() throws SQLException {
        var clients = new HashMap<UUID, UUID>();
        releases.forEach((trajectory, release) -> clients.put(trajectory, release.client()));
        return grouped(
                "select trajectory_id, rubric, limitation, source_role, source_date, valid_through, source_document"
                        + " from capacity_statement where tenant_id = :tenant and id in (?)"
                        + " order by trajectory_id, source_date, id",
                row -> {
                    var key = keys.get(clients.get(row.uuid("trajectory_id")));
                    if (key == null) {
                        throw new DoesNotOpen("capacity_statement");
                    }
                    return new CapacityStatement(
                            key.openText(row.bytes("rubric"), "capacity_statement.rubric"),
                            key.openText(row.bytes("limitation"), "capacity_statement.limitation"),
                            row.text("source_role"),
                            row.day("source_date"),
                            row.dayOrNull("valid_through"),
                            key.openText(row.bytes("source_document"), "capacity_statement.source_document"));
                },
                pieces(DataCategory.CAPACITY));
    }

    private Set<UUID> pieces(DataCategory category) {
        return releases.values().stream()
                .flatMap(release -> release.pieces(category).stream())
                .collect(Collectors.toSet());
    }

    /** Condition K12: the name of a new employer is not even read unless the gate let it through. */
    private Map<UUID, List<Placement>> placements() throws SQLException {
        return grouped(
                "select trajectory_id, started_on, contract, hours_per_week, months,"
                        + " case when id in (?) then employer end employer from placement"
                        + " where tenant_id = :tenant and trajectory_id in (?) and started_on <= ?"
                        + " order by trajectory_id, started_on",
                row -> new Placement(
                        row.day("started_on"),
                        row.text("contract"),
                        row.amountOrNull("hours_per_week"),
                        row.numberOrNull("months"),
                        row.textOrNull("employer")),
                pieces(DataCategory.RESULT),
                releases.keySet(),
                period.atEndOfMonth());
    }

    private Map<UUID, Spent> hours() throws SQLException {
        var sums = new HashMap<UUID, Spent>();
        sql.stream(
                "select trajectory_id, sum(case when worked_on >= ? then hours else 0 end) in_period, sum(hours) total"
                        + " from hours_worked where tenant_id = :tenant and trajectory_id in (?) and worked_on <= ?"
                        + " group by trajectory_id",
                row -> sums.put(
                        row.uuid("trajectory_id"),
                        new Spent(
                                Objects.requireNonNull(row.amountOrNull("in_period")),
                                Objects.requireNonNull(row.amountOrNull("total")))),
                period.atDay(1),
                releases.keySet(),
                period.atEndOfMonth());
        return sums;
    }

    private Map<UUID, Preview> previews() throws SQLException {
        var previews = new HashMap<UUID, Preview>();
        sql.stream(
                "select trajectory_id, shown_at, reaction from concept_preview"
                        + " where tenant_id = :tenant and trajectory_id in (?) and period = ?",
                row -> {
                    var shownAt = row.instantOrNull("shown_at");
                    previews.put(
                            row.uuid("trajectory_id"),
                            new Preview(
                                    shownAt == null || shownAt.isAfter(at) ? null : Period.dayOf(shownAt),
                                    row.textOrNull("reaction")));
                },
                releases.keySet(),
                period.toString());
        return previews;
    }

    /** Condition K11: only the documents that the gate let through, one by one. */
    private Map<UUID, List<Annex>> annexes() throws SQLException {
        var annexes = new HashMap<UUID, List<Annex>>();
        var released = pieces(DataCategory.DOC);
        if (released.isEmpty()) {
            return annexes;
        }
        Commissions.documents(sql, releases.keySet()).forEach((trajectory, documents) -> {
            var mayLeave = documents.stream()
                    .filter(document -> released.contains(document.id()))
                    .flatMap(document -> Stream.ofNullable(document.releasedAt())
                            .map(moment -> new Annex(document.type().name(), Period.dayOf(moment))))
                    .sorted(Comparator.comparing(Annex::releasedOn).thenComparing(Annex::type))
                    .toList();
            annexes.put(trajectory, mayLeave);
        });
        return annexes;
    }

    private <T> Map<UUID, List<T>> grouped(String statement, Sql.Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        var groups = new HashMap<UUID, List<T>>();
        sql.stream(
                statement,
                row -> groups.computeIfAbsent(row.uuid("trajectory_id"), id -> new ArrayList<>())
                        .add(reader.read(row)),
                arguments);
        return groups;
    }
}
