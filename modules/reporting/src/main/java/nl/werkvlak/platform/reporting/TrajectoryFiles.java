package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.kernel.Bsn;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.ProgressDocument;
import nl.werkvlak.platform.rendering.ProgressDocument.CapacityStatement;
import nl.werkvlak.platform.rendering.ProgressDocument.Contact;
import nl.werkvlak.platform.rendering.ProgressDocument.Goal;
import nl.werkvlak.platform.rendering.ProgressDocument.Measurement;
import nl.werkvlak.platform.rendering.ProgressDocument.Placement;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is recorded about trajectories over a month, in sets: a statement per table, however many trajectories.
 *
 * <p>What it makes is not released yet. It unseals only what the gate will let through, so that a sealed value that
 * stays inside is never even opened.
 */
final class TrajectoryFiles {

    private final Sql sql;
    private final YearMonth period;
    private final Instant at;
    private final Map<UUID, Release> releases;
    private final Map<UUID, DataKey> keys;

    private final Map<UUID, List<Goal>> goals;
    private final Map<UUID, List<Contact>> contacts;
    private final Map<UUID, ProgressDocument.Attendance> attendance;
    private final Map<UUID, List<Measurement>> measurements;
    private final Map<UUID, String[]> latest = new HashMap<>();
    private final Map<UUID, List<String>> strengths;
    private final Map<UUID, List<String>> improvements;
    private final Map<UUID, List<CapacityStatement>> capacity;
    private final Map<UUID, List<Placement>> placements;
    private final Map<UUID, ProgressDocument.Hours> hours;
    private final Map<UUID, String> reactions;

    /** @param keys of the clients, to unseal with */
    TrajectoryFiles(
            Connection connection,
            TenantId tenant,
            YearMonth period,
            Instant at,
            Map<UUID, Release> releases,
            Map<UUID, DataKey> keys)
            throws SQLException {
        this.sql = Sql.ofTenant(connection, tenant);
        this.period = period;
        this.at = at;
        this.releases = releases;
        this.keys = keys;
        goals = goals();
        contacts = contacts();
        attendance = attendance();
        measurements = measurements();
        strengths = strengths("STERK");
        improvements = strengths("VERBETER");
        capacity = capacity();
        placements = placements();
        hours = hours();
        reactions = reactions();
    }

    /** Makes the head of the report of one trajectory. */
    interface Heads {
        DocumentHead of(UUID trajectory);
    }

    /** The whole document of every trajectory, still to be projected by its release. */
    Map<UUID, ProgressDocument> documents(String commissionNumber, Heads heads) throws SQLException {
        var documents = new HashMap<UUID, ProgressDocument>();
        sql.stream(
                "select t.id, t.product, t.started_on, t.planned_end, t.ended_on, t.end_reason, t.job_title,"
                        + " t.contract_hours, t.first_sick_day, t.main_goal, t.education, t.experience, t.preference,"
                        + " c.id client_id, c.number, c.first_name, c.last_name, c.birth_date, c.bsn"
                        + " from trajectory t"
                        + " join client c on c.tenant_id = t.tenant_id and c.id = t.client_id"
                        + " where t.tenant_id = :tenant and t.id in (?)",
                row -> documents.put(row.uuid("id"), document(row, commissionNumber, heads)),
                releases.keySet());
        return documents;
    }

    private ProgressDocument document(Sql.Row row, String commissionNumber, Heads heads) throws SQLException {
        var id = row.uuid("id");
        var endedOn = row.dayOrNull("ended_on");
        var hasEnded = endedOn != null && !endedOn.isAfter(period.atEndOfMonth());
        var standing = latest.getOrDefault(id, new String[3]);
        return new ProgressDocument(
                heads.of(id),
                commissionNumber,
                new ProgressDocument.Candidate(
                        row.text("first_name") + " " + row.text("last_name"),
                        row.text("number"),
                        row.day("birth_date"),
                        maskedBsn(id, row.uuid("client_id"), row.bytes("bsn"))),
                new ProgressDocument.Employment(
                        row.textOrNull("job_title"),
                        row.amountOrNull("contract_hours"),
                        row.dayOrNull("first_sick_day")),
                new ProgressDocument.Plan(
                        row.text("product"),
                        row.day("started_on"),
                        row.dayOrNull("planned_end"),
                        hasEnded ? endedOn : null,
                        List.of(),
                        reactions.get(id)),
                new ProgressDocument.Standing(
                        standing[0], standing[1], standing[2], measurements.getOrDefault(id, List.of())),
                row.textOrNull("main_goal"),
                goals.getOrDefault(id, List.of()),
                contacts.getOrDefault(id, List.of()),
                attendance.getOrDefault(id, new ProgressDocument.Attendance(0, 0, 0)),
                new ProgressDocument.Background(
                        row.textOrNull("education"), row.textOrNull("experience"), row.textOrNull("preference")),
                strengths.getOrDefault(id, List.of()),
                improvements.getOrDefault(id, List.of()),
                capacity.getOrDefault(id, List.of()),
                new ProgressDocument.Result(
                        placements.getOrDefault(id, List.of()), hasEnded ? row.textOrNull("end_reason") : null),
                hours.getOrDefault(id, new ProgressDocument.Hours(BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    private boolean isReleased(UUID trajectory, DataCategory category) {
        var release = releases.get(trajectory);
        return release != null && release.permitted().contains(category);
    }

    private @Nullable String maskedBsn(UUID trajectory, UUID client, byte @Nullable [] sealed) {
        var key = keys.get(client);
        if (key == null || sealed == null || !isReleased(trajectory, DataCategory.BSN)) {
            return null;
        }
        var digits = key.openText(sealed, "client.bsn");
        return digits == null ? null : new Bsn(digits).masked();
    }

    private Map<UUID, List<Goal>> goals() throws SQLException {
        return grouped(
                "select trajectory_id, description, due, status from goal"
                        + " where tenant_id = :tenant and trajectory_id in (?) order by trajectory_id, position",
                row -> new Goal(row.text("description"), row.dayOrNull("due"), row.text("status")),
                releases.keySet());
    }

    private Map<UUID, List<Contact>> contacts() throws SQLException {
        var month = Period.ofMonth(period);
        return grouped(
                "select trajectory_id, held_at, kind, minutes, subject from contact_moment"
                        + " where tenant_id = :tenant and trajectory_id in (?) and held_at >= ? and held_at < ?"
                        + " and attendance = 'AANWEZIG' order by trajectory_id, held_at",
                row -> new Contact(
                        Period.dayOf(row.instant("held_at")),
                        row.text("kind"),
                        row.number("minutes"),
                        row.textOrNull("subject")),
                releases.keySet(),
                month.from(),
                month.until());
    }

    private Map<UUID, ProgressDocument.Attendance> attendance() throws SQLException {
        var month = Period.ofMonth(period);
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
                month.from(),
                month.until());
        return counts;
    }

    /** The latest judgement of the period stands at the head; all until then make the history. */
    private Map<UUID, List<Measurement>> measurements() throws SQLException {
        return grouped(
                "select trajectory_id, measured_on, status, ladder, score, explanation, prognosis from progress"
                        + " where tenant_id = :tenant and trajectory_id in (?) and measured_on <= ?"
                        + " order by trajectory_id, measured_on",
                row -> {
                    if (YearMonth.from(row.day("measured_on")).equals(period)) {
                        latest.put(row.uuid("trajectory_id"), new String[] {
                            row.text("status"), row.textOrNull("explanation"), row.textOrNull("prognosis")
                        });
                    }
                    return new Measurement(
                            row.day("measured_on"), row.numberOrNull("ladder"), row.numberOrNull("score"));
                },
                releases.keySet(),
                period.atEndOfMonth());
    }

    private Map<UUID, List<String>> strengths(String kind) throws SQLException {
        return grouped(
                "select trajectory_id, description from strength where tenant_id = :tenant and trajectory_id in (?)"
                        + " and kind = ? order by trajectory_id, description",
                row -> row.text("description"),
                releases.keySet(),
                kind);
    }

    /** Condition K3: only statements dated at or before the decision, and still valid at it. */
    private Map<UUID, List<CapacityStatement>> capacity() throws SQLException {
        var released = new ArrayList<UUID>();
        var clients = new HashMap<UUID, UUID>();
        releases.forEach((trajectory, release) -> {
            if (isReleased(trajectory, DataCategory.CAPACITY)) {
                released.add(trajectory);
                clients.put(trajectory, release.client());
            }
        });
        var day = Period.dayOf(at);
        return grouped(
                "select trajectory_id, rubric, limitation, source_role, source_date, valid_through, source_document"
                        + " from capacity_statement where tenant_id = :tenant and trajectory_id in (?)"
                        + " and source_date <= ? and (valid_through is null or valid_through >= ?)"
                        + " order by trajectory_id, source_date, id",
                row -> {
                    var key = keys.get(clients.get(row.uuid("trajectory_id")));
                    if (key == null) {
                        throw new IllegalStateException("A released value whose key is gone");
                    }
                    return new CapacityStatement(
                            key.openText(row.bytes("rubric"), "capacity_statement.rubric"),
                            key.openText(row.bytes("limitation"), "capacity_statement.limitation"),
                            row.text("source_role"),
                            row.day("source_date"),
                            row.dayOrNull("valid_through"),
                            key.openText(row.bytes("source_document"), "capacity_statement.source_document"));
                },
                released,
                day,
                day);
    }

    /** Condition K12: the name of the new employer is not even read unless the client was informed. */
    private Map<UUID, List<Placement>> placements() throws SQLException {
        return grouped(
                "select trajectory_id, started_on, contract, hours_per_week, months,"
                        + " case when client_informed then employer end employer from placement"
                        + " where tenant_id = :tenant and trajectory_id in (?) and started_on <= ?"
                        + " order by trajectory_id, started_on",
                row -> new Placement(
                        row.day("started_on"),
                        row.text("contract"),
                        row.amountOrNull("hours_per_week"),
                        row.numberOrNull("months"),
                        row.textOrNull("employer")),
                releases.keySet(),
                period.atEndOfMonth());
    }

    private Map<UUID, ProgressDocument.Hours> hours() throws SQLException {
        var sums = new HashMap<UUID, ProgressDocument.Hours>();
        sql.stream(
                "select trajectory_id, sum(case when worked_on >= ? then hours else 0 end) in_period, sum(hours) total"
                        + " from hours_worked where tenant_id = :tenant and trajectory_id in (?) and worked_on <= ?"
                        + " group by trajectory_id",
                row -> sums.put(
                        row.uuid("trajectory_id"),
                        new ProgressDocument.Hours(row.amountOrNull("in_period"), row.amountOrNull("total"))),
                period.atDay(1),
                releases.keySet(),
                period.atEndOfMonth());
        return sums;
    }

    private Map<UUID, String> reactions() throws SQLException {
        var reactions = new HashMap<UUID, String>();
        sql.stream(
                "select trajectory_id, reaction from concept_preview"
                        + " where tenant_id = :tenant and trajectory_id in (?) and period = ? and reaction is not null",
                row -> reactions.put(row.uuid("trajectory_id"), row.text("reaction")),
                releases.keySet(),
                period.toString());
        return reactions;
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
