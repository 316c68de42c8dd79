package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.RecordedText;
import org.jspecify.annotations.Nullable;

/** The first reading: finds everything that is wrong with an export, and writes nothing that anyone else can see. */
final class Checker {

    private final Connection connection;
    private final Staging staging;
    private final Progress progress;
    private final References references;
    private final BasisCheck bases;
    private final Set<ExportFile> broken = EnumSet.noneOf(ExportFile.class);
    private final LocalDate today;
    private @Nullable LocalDate lastProgress;
    private @Nullable LocalDate lastRecord;

    Checker(Connection connection, Staging staging, Progress progress, boolean partial, Clock clock) {
        this.connection = connection;
        this.staging = staging;
        this.progress = progress;
        this.references = new References(staging, broken, partial);
        this.bases = new BasisCheck(staging);
        this.today = Period.dayOf(clock.instant());
    }

    void check(Export export) throws IOException, SQLException {
        if (export.hasUnknownFiles()) {
            progress.notice(new Finding("export", null, null, Fault.UNKNOWN_FILES.code()));
        }
        for (var file : ExportFile.values()) {
            progress.at(State.CHECKING, file);
            check(export, file);
        }
        progress.tell();
    }

    /** Files that could not be read to their end. */
    Set<ExportFile> broken() {
        return broken;
    }

    /**
     * The last day of the latest month that the export covers: the month of its latest progress, and if it has none, of
     * the latest that coaches recorded. What lies after today covers nothing, or a slip of the pen would sign off years.
     */
    @Nullable
    LocalDate coveredThrough() {
        var last = lastProgress == null ? lastRecord : lastProgress;
        return last == null ? null : YearMonth.from(last).atEndOfMonth();
    }

    private void check(Export export, ExportFile file) throws IOException, SQLException {
        var portion = new Portion(this::take);
        var tally = progress.tally(file);
        try (var in = export.open(file)) {
            RowReader.read(file, in, new RowReader.Visitor() {
                @Override
                public void row(Row row) throws IOException, SQLException {
                    tally.read++;
                    portion.add(row);
                }

                @Override
                public void note(Finding finding, boolean ignored) {
                    if (ignored) {
                        progress.notice(finding);
                    } else {
                        progress.refuse(finding);
                    }
                }
            });
        } catch (BrokenFile e) {
            if (e.fault() == Fault.MISSING_FILE && file.spec().canLack()) {
                return;
            }
            broken.add(file);
            // A missing column has been named already.
            if (e.fault() != Fault.MISSING_COLUMN) {
                progress.refuse(Finding.of(file, e.line(), null, e.fault()));
            }
        }
        portion.flush();
        compare(file);
    }

    private void take(List<Row> rows) throws SQLException {
        var file = rows.get(0).file();
        references.link(file, rows);
        if (file == ExportFile.CLIENTS) {
            refuseErased(rows);
        } else if (file == ExportFile.COMMISSIONS) {
            bases.learn(rows);
        } else if (file == ExportFile.LEGAL_BASES) {
            bases.check(rows);
        }
        for (var row : rows) {
            row.findings().forEach(progress::refuse);
            if (row.findings().isEmpty()) {
                remember(row);
                mark(row);
            } else {
                progress.tally(file).refused++;
            }
        }
        staging.add(rows);
        progress.step();
    }

    /** Whose key was erased stays erased: an old export does not bring that person back (GDPR 17). */
    private void refuseErased(List<Row> rows) throws SQLException {
        var clients = new HashMap<TenantId, List<UUID>>();
        for (var row : rows) {
            var tenant = row.links().tenant();
            var id = row.id(1);
            if (tenant != null && id != null) {
                clients.computeIfAbsent(tenant, any -> new ArrayList<>()).add(id);
            }
        }
        var erased = new HashSet<UUID>();
        for (var one : clients.entrySet()) {
            erased.addAll(Sql.ofTenant(connection, one.getKey())
                    .query(
                            "select id from data_key force index (primary) where tenant_id = :tenant and id in (?) and erased_at is not null",
                            row -> row.uuid("id"),
                            one.getValue()));
        }
        for (var row : rows) {
            if (erased.contains(row.id(1))) {
                row.refuse(null, Fault.CLIENT_ERASED);
            }
        }
    }

    /** Tells where a text stands that somebody has to look at. It comes in all the same: it only does not leave. */
    private void mark(Row row) {
        var columns = row.file().spec().columns();
        for (var at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            if (row.value(at) instanceof String text
                    && RecordedText.in(row.file().spec().table(), column.stored())
                            .isPresent()
                    && TextGuard.shipped().isMarked(text)) {
                progress.mark(Finding.of(row.file(), row.line(), column.name(), Fault.MARKED_TEXT));
            }
        }
    }

    private void remember(Row row) {
        var field = row.file().spec().date();
        if (field == null) {
            return;
        }
        var value = row.value(field);
        var day = value instanceof Instant instant ? Period.dayOf(instant) : (LocalDate) value;
        if (day == null || day.isAfter(today)) {
            return;
        }
        if (lastRecord == null || day.isAfter(lastRecord)) {
            lastRecord = day;
        }
        if (row.file() == ExportFile.PROGRESS && (lastProgress == null || day.isAfter(lastProgress))) {
            lastProgress = day;
        }
    }

    private void compare(ExportFile file) throws SQLException {
        if (file.spec().repeats()) {
            staging.countTurns(file);
            return;
        }
        refuseDuplicates(file, "own_key", file.spec().key().get(0));
        if (file == ExportFile.COACHES) {
            // A coach is the same person by e-mail, and is called by a code that means something within one export.
            refuseDuplicates(file, "name", "code");
        }
    }

    private void refuseDuplicates(ExportFile file, String keyColumn, String shown) throws SQLException {
        staging.refuseDuplicates(file, keyColumn, (line, wasRefused) -> {
            progress.refuse(Finding.of(file, line, shown, Fault.DUPLICATE_KEY));
            if (!wasRefused) {
                progress.tally(file).refused++;
            }
        });
    }
}
