package nl.werkvlak.platform.onboarding;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.onboarding.ImportReport.FileCounts;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import nl.werkvlak.platform.tenancy.Sql;

/** Where the reports of imports are read. */
final class ImportReports {

    private final DataSource database;
    private final Clock clock;

    ImportReports(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<ImportReport> find(UUID id) {
        return read("where id = ?", id).stream().findFirst();
    }

    List<ImportReport> recent(int most) {
        return read("order by requested_at desc, id limit ?", most);
    }

    private List<ImportReport> read(String which, Object argument) {
        try (var connection = database.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            var reports = sql.query("select * from import_job " + which, row -> report(sql, row), argument);
            if (reports.stream().allMatch(report -> report.state().isEnded()) || !endTheDead(sql)) {
                return reports;
            }
            return sql.query("select * from import_job " + which, row -> report(sql, row), argument);
        } catch (SQLException e) {
            throw new IllegalStateException("The imports could not be read", e);
        }
    }

    /** What runs holds the lock; what only seems to run, died with its node. */
    private boolean endTheDead(Sql sql) throws SQLException {
        return sql.update(
                        "update import_job set state = 'FAILED', failure = 'interrupted', phase = null, ended_at = ?"
                                + " where state in ('CHECKING', 'WRITING') and is_free_lock(" + ImportLedger.LOCK + ")",
                        clock.instant())
                > 0;
    }

    private static ImportReport report(Sql sql, Sql.Row row) throws SQLException {
        var id = row.uuid("id");
        return new ImportReport(
                id,
                State.valueOf(row.text("state")),
                row.textOrNull("phase"),
                row.flag("partial"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.instantOrNull("ended_at"),
                row.textOrNull("failure"),
                counts(sql, id),
                findings(sql, id, false),
                row.count("refusals"),
                findings(sql, id, true));
    }

    private static List<FileCounts> counts(Sql sql, UUID id) throws SQLException {
        return sql.query(
                "select * from import_count where import_id = ? order by field(file, ?)",
                row -> new FileCounts(
                        row.text("file"),
                        row.count("rows_read"),
                        row.count("rows_new"),
                        row.count("rows_changed"),
                        row.count("rows_unchanged"),
                        row.count("rows_refused")),
                id,
                FILES);
    }

    private static List<Finding> findings(Sql sql, UUID id, boolean notices) throws SQLException {
        return sql.query(
                "select * from import_refusal where import_id = ? and notice = ?"
                        + " order by field(file, ?), line, sequence",
                row -> new Finding(
                        row.text("file"),
                        row.textOrNull("line") == null ? null : row.count("line"),
                        row.textOrNull("column_name"),
                        row.text("code")),
                id,
                notices,
                FILES);
    }

    private static final List<String> FILES =
            Arrays.stream(ExportFile.values()).map(ExportFile::fileName).toList();
}
