package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Bsn;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.ProgressDocument;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * Fills the documents about trajectories with what is recorded.
 *
 * <p>What it makes is not released yet. It unseals only what the gate will let through, so that a sealed value that
 * stays inside is never even opened.
 */
final class TrajectoryFiles {

    private final Sql sql;
    private final YearMonth period;
    private final Map<UUID, Release> releases;
    private final Map<UUID, DataKey> keys;
    private final TrajectoryRecords records;

    private TrajectoryFiles(
            Connection connection,
            TenantId tenant,
            YearMonth period,
            Period span,
            Instant at,
            Map<UUID, Release> releases,
            Map<UUID, DataKey> keys)
            throws SQLException {
        this.sql = Sql.ofTenant(connection, tenant);
        this.period = period;
        this.releases = releases;
        this.keys = keys;
        records = new TrajectoryRecords(sql, period, span, at, releases, keys);
    }

    /**
     * Over a month; for a final report over the whole course of each trajectory, until the end of that month.
     *
     * @param keys of the clients, to unseal with
     */
    static TrajectoryFiles of(
            ReportKind kind,
            Connection connection,
            TenantId tenant,
            YearMonth period,
            Instant at,
            Map<UUID, Release> releases,
            Map<UUID, DataKey> keys)
            throws SQLException {
        var month = Period.ofMonth(period);
        var span = kind == ReportKind.FINAL ? new Period(Instant.EPOCH, month.until()) : month;
        return new TrajectoryFiles(connection, tenant, period, span, at, releases, keys);
    }

    /** Makes the head of the report of one trajectory. */
    interface Heads {
        DocumentHead of(UUID trajectory);
    }

    /** The whole document of every trajectory, still to be projected by its release. */
    Map<UUID, ProgressDocument> documents(String commissionNumber, Heads heads) throws SQLException {
        var documents = new HashMap<UUID, ProgressDocument>();
        sql.stream(
                "select t.id, t.product, t.legal_frame, t.phase, t.registered_on, t.intake_on, t.started_on,"
                        + " t.first_planned_end, t.planned_end, t.ended_on, t.end_reason, t.satisfaction_asked_on,"
                        + " t.staff_number, t.job_title, t.contract_hours, t.first_sick_day, t.main_goal, t.education,"
                        + " t.experience, t.preference, c.id client_id, c.number, c.first_name, c.last_name, c.birth_date,"
                        + " c.bsn, h.name coach, h.phone, h.deputy, o.lot, o.hourly_rate, n.contact_name"
                        + " from trajectory t"
                        + " join tenant n on n.id = t.tenant_id"
                        + " join coach h on h.id = t.coach_id"
                        + " join commission o on o.tenant_id = t.tenant_id and o.id = t.commission_id"
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
        var judgement = records.judgements.getOrDefault(id, TrajectoryRecords.Judgement.NONE);
        var preview = records.previews.getOrDefault(id, TrajectoryRecords.Preview.NONE);
        return new ProgressDocument(
                heads.of(id),
                commissionNumber,
                row.text("coach"),
                row.textOrNull("phone"),
                row.textOrNull("deputy"),
                row.textOrNull("contact_name"),
                new ProgressDocument.Candidate(
                        row.text("first_name") + " " + row.text("last_name"),
                        row.text("number"),
                        row.textOrNull("staff_number"),
                        row.day("birth_date"),
                        maskedBsn(id, row.uuid("client_id"), row.bytes("bsn"))),
                new ProgressDocument.Employment(
                        row.textOrNull("job_title"),
                        row.amountOrNull("contract_hours"),
                        judgement.resumedHours(),
                        judgement.wageValue(),
                        row.dayOrNull("first_sick_day")),
                new ProgressDocument.Plan(
                        row.text("product"),
                        row.textOrNull("lot"),
                        row.textOrNull("legal_frame"),
                        row.textOrNull("phase"),
                        row.dayOrNull("registered_on"),
                        row.dayOrNull("intake_on"),
                        row.day("started_on"),
                        row.dayOrNull("first_planned_end"),
                        row.dayOrNull("planned_end"),
                        hasEnded ? endedOn : null,
                        records.agreements.getOrDefault(id, List.of()),
                        judgement.advice(),
                        hasEnded ? null : RunCalendar.dueDay(period.plusMonths(1)),
                        row.dayOrNull("satisfaction_asked_on"),
                        preview.shownOn(),
                        preview.reaction()),
                new ProgressDocument.Standing(
                        judgement.status(),
                        judgement.explanation(),
                        judgement.outlook(),
                        judgement.prognosis(),
                        judgement.obstacles(),
                        records.measurements.getOrDefault(id, List.of())),
                row.textOrNull("main_goal"),
                records.goals.getOrDefault(id, List.of()),
                records.contacts.getOrDefault(id, List.of()),
                records.applications.getOrDefault(id, List.of()),
                records.attendance.getOrDefault(id, new ProgressDocument.Attendance(0, 0, 0)),
                new ProgressDocument.Background(
                        row.textOrNull("education"), row.textOrNull("experience"), row.textOrNull("preference")),
                records.strengths.getOrDefault(id, List.of()),
                records.improvements.getOrDefault(id, List.of()),
                records.capacity.getOrDefault(id, List.of()),
                new ProgressDocument.Result(
                        records.placements.getOrDefault(id, List.of()), hasEnded ? row.textOrNull("end_reason") : null),
                records.hours.getOrDefault(id, TrajectoryRecords.Spent.NONE).at(row.amountOrNull("hourly_rate")),
                records.annexes.getOrDefault(id, List.of()));
    }

    private @Nullable String maskedBsn(UUID trajectory, UUID client, byte @Nullable [] sealed) {
        var key = keys.get(client);
        if (key == null || sealed == null || !TrajectoryRecords.isReleased(releases, trajectory, DataCategory.BSN)) {
            return null;
        }
        var digits = key.openText(sealed, "client.bsn");
        return digits == null ? null : new Bsn(digits).masked();
    }
}
