package nl.werkvlak.platform.reporting;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.LinesRelease;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.FinalDocument;
import nl.werkvlak.platform.rendering.InvoiceDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.TextClearances;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.DoesNotOpen;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Whether what reports showed of people still stands there: a value that was rectified since (GDPR 16 and 19, regulation art.
 * 14.1.b and e) is found by reading the record anew, and holding it against the document that was released.
 *
 * <p>A report does not grow: what came beside what it showed is no reason for another version, and neither is what goes on by
 * itself ({@link #COURSE}, and a goal that was {@link #OPEN}). In sets: the statements are counted by commission, month and
 * kind.
 */
final class ShownValues {

    /** A value that the report showed was changed, or is gone. */
    static final String RECTIFIED = "RECTIFIED";

    /** What was released, or the record, does not open any more: nobody can tell whether it still stands. */
    static final String UNREADABLE = "UNREADABLE";

    /** How far something was by then, who wrote it down, and what it cost by the agreements of then: none of it was wrong. */
    private static final Set<String> COURSE = Set.of(
            ".head",
            ".coach",
            ".coachPhone",
            ".deputy",
            ".contactPerson",
            ".plan.phase",
            ".plan.firstPlannedEnd",
            ".plan.plannedEnd",
            ".plan.agreements.due",
            ".plan.nextReportOn",
            ".plan.satisfactionAskedOn",
            ".goals.due",
            ".goals.note",
            ".applications.response",
            ".hours.costs",
            ".hourlyRate",
            ".vat",
            ".lines.amount",
            ".total.net",
            ".total.tax",
            ".total.gross");

    private static final String STATE_OF_GOAL = ".goals.status";

    /** A goal is so until it is reached or given up; one that was, and is not any more, never was. */
    private static final String OPEN = "OPEN";

    private final Connection connection;
    private final TenantId tenant;
    private final Vault vault;
    private final Renderer renderer;

    ShownValues(Connection connection, TenantId tenant, Vault vault, Renderer renderer) {
        this.connection = connection;
        this.tenant = tenant;
        this.vault = vault;
        this.renderer = renderer;
    }

    /** What reports of one commission, month and kind are held against. */
    private record Known(
            CommissionCard commission,
            ReportKind kind,
            DocumentHead head,
            Map<UUID, Release> releases,
            Map<UUID, byte[]> shown,
            Map<UUID, DataKey> keys) {}

    /**
     * Of these reports of one commission, month and kind those that showed what does not stand there any more, or of which that
     * cannot be told, each with its cause. A report over many shows nobody's values; one of before its document was kept stays.
     *
     * @throws DoesNotOpen when a key does not open: a server that was given another master key withdraws nothing
     */
    Map<UUID, String> changed(
            CommissionCard commission,
            ReportKind kind,
            List<Standings.Judged> reports,
            Map<UUID, Release> releases,
            Gate.Versions versions)
            throws SQLException {
        var shown = kind == ReportKind.ACCOUNTABILITY || reports.isEmpty()
                ? Map.<UUID, byte[]>of()
                : new Standings(connection, tenant)
                        .documents(reports.stream().map(Standings.Judged::id).toList());
        if (shown.isEmpty()) {
            return Map.of();
        }
        var owners = reports.stream()
                .flatMap(report -> report.people().stream())
                .map(Standings.Person::client)
                .collect(Collectors.toSet());
        owners.add(tenant.value());
        return causes(
                new Known(
                        commission,
                        kind,
                        commission.head(Edition.concept(), new Trace("{}", ""), versions),
                        releases,
                        shown,
                        vault.existingKeys(connection, tenant, owners)),
                reports);
    }

    /** Where something in the record does not open, one by one tells of whom, and keeps no other waiting. */
    private Map<UUID, String> causes(Known known, List<Standings.Judged> reports) throws SQLException {
        try {
            return known.kind() == ReportKind.INVOICE ? invoices(known, reports) : files(known, reports);
        } catch (DoesNotOpen e) {
            if (reports.size() == 1) {
                return Map.of(reports.get(0).id(), UNREADABLE);
            }
            var causes = new HashMap<UUID, String>();
            for (var report : reports) {
                causes.putAll(causes(known, List.of(report)));
            }
            return causes;
        }
    }

    private Map<UUID, String> files(Known known, List<Standings.Judged> reports) throws SQLException {
        var told = new HashMap<UUID, Release>();
        for (var report : reports) {
            var trajectory = report.people().get(0).trajectory();
            var release = known.releases().get(trajectory);
            if (release != null) {
                told.put(trajectory, release);
            }
        }
        var commission = known.commission();
        var isFinal = known.kind() == ReportKind.FINAL;
        var documents = TrajectoryFiles.of(
                        known.kind(),
                        connection,
                        tenant,
                        commission.period(),
                        commission.decidedAt(),
                        told,
                        known.keys())
                .documents(commission.number(), any -> known.head());
        var cleared = TextClearances.of(Sql.ofTenant(connection, tenant), vault, told.keySet());
        var causes = new HashMap<UUID, String>();
        for (var report : reports) {
            var person = report.people().get(0);
            var document = documents.get(person.trajectory());
            var release = told.get(person.trajectory());
            var key = known.keys().get(person.client());
            var sealed = known.shown().get(report.id());
            if (document != null && release != null && key != null && sealed != null) {
                var now = isFinal
                        ? renderer.json(release.project(FinalDocument.of(document), cleared))
                        : renderer.json(release.project(document, cleared));
                var cause = cause(report.id(), sealed, key, now);
                if (cause != null) {
                    causes.put(report.id(), cause);
                }
            }
        }
        return causes;
    }

    private Map<UUID, String> invoices(Known known, List<Standings.Judged> reports) throws SQLException {
        var commission = known.commission();
        var rate = commission.hourlyRate();
        var key = known.keys().get(tenant.value());
        if (rate == null || key == null) {
            return Map.of();
        }
        var lines = InvoiceLines.read(Sql.ofTenant(connection, tenant), commission.id(), commission.period(), rate);
        var causes = new HashMap<UUID, String>();
        for (var report : reports) {
            var sealed = known.shown().get(report.id());
            var told = new HashMap<UUID, Release>();
            report.people().forEach(person -> told.computeIfAbsent(person.trajectory(), known.releases()::get));
            if (sealed != null && !told.isEmpty()) {
                var now = renderer.json(new LinesRelease(told)
                        .project(
                                lines,
                                ofThem -> InvoiceDocument.of(
                                        known.head(),
                                        commission.number(),
                                        commission.product(),
                                        rate,
                                        InvoiceLines.VAT,
                                        ofThem)));
                var cause = cause(report.id(), sealed, key, now);
                if (cause != null) {
                    causes.put(report.id(), cause);
                }
            }
        }
        return causes;
    }

    /** Why a report cannot stay; nothing where all that it showed stands there now. One that does not open keeps no other waiting. */
    private static @Nullable String cause(UUID report, byte[] sealed, DataKey key, byte[] now) {
        JsonObject shown;
        try {
            shown = read(SealedDocument.open(sealed, key, report));
        } catch (DoesNotOpen | UncheckedIOException | JsonException e) {
            return UNREADABLE;
        }
        return stands("", shown, read(now)) ? null : RECTIFIED;
    }

    /** Everything that the first document says of somebody, the second one says as well. */
    static boolean stands(byte[] shown, byte[] now) {
        return stands("", read(shown), read(now));
    }

    private static boolean goesOn(String place, JsonValue shown) {
        return COURSE.contains(place)
                || (place.equals(STATE_OF_GOAL)
                        && shown instanceof JsonString state
                        && state.getString().equals(OPEN));
    }

    private static JsonObject read(byte[] json) {
        try (var reader = Trace.JSON.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }

    private static boolean stands(String place, JsonValue shown, JsonValue now) {
        if (shown instanceof JsonObject parts && now instanceof JsonObject others) {
            return parts.entrySet().stream().allMatch(part -> {
                var at = place + "." + part.getKey();
                return goesOn(at, part.getValue())
                        || (others.containsKey(part.getKey())
                                && stands(at, part.getValue(), others.get(part.getKey())));
            });
        }
        if (shown instanceof JsonArray rows && now instanceof JsonArray others) {
            return rows.stream().allMatch(row -> others.stream().anyMatch(other -> stands(place, row, other)));
        }
        return shown.equals(now);
    }
}
