package nl.werkvlak.platform.onboarding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The right to import, of which there is one over all nodes, and the book in which the import that holds it is kept.
 *
 * <p>The right is a lock of the database that lives as long as this connection: a node that dies gives it back. Each
 * entry is visible to everyone at once.
 */
final class ImportLedger implements AutoCloseable {

    static final String LOCK = "concat(schema(), '.import')";

    private final Connection connection;
    private final Sql sql;
    private final Clock clock;

    private ImportLedger(Connection connection, Clock clock) {
        this.connection = connection;
        this.sql = Sql.ofPlatform(connection);
        this.clock = clock;
    }

    /** Nothing when another import is running, on whatever node. */
    static Optional<ImportLedger> open(DataSource database, Clock clock) throws SQLException {
        var connection = database.getConnection();
        var ours = false;
        try {
            connection.setAutoCommit(true);
            var ledger = new ImportLedger(connection, clock);
            ours = ledger.sql
                            .query("select get_lock(" + LOCK + ", 0) as taken", row -> row.number("taken"))
                            .get(0)
                    == 1;
            if (ours) {
                ledger.endTheDead();
            }
            return ours ? Optional.of(ledger) : Optional.empty();
        } finally {
            if (!ours) {
                connection.close();
            }
        }
    }

    /** Who holds the lock is the only one alive: what else seems to be running died with its node. */
    private void endTheDead() throws SQLException {
        sql.update(
                "update import_job set state = 'FAILED', failure = 'interrupted', phase = null, ended_at = ?"
                        + " where state in ('CHECKING', 'WRITING')",
                clock.instant());
        while (sql.update("delete from import_row limit 10000") > 0) {
            // In portions, so that no transaction grows with the size of an export.
        }
    }

    void begin(UUID id, boolean partial, String requestedBy) throws SQLException {
        sql.update(
                "insert into import_job (id, state, partial, requested_by, requested_at)"
                        + " values (?, 'CHECKING', ?, ?, ?)",
                id,
                partial,
                requestedBy.substring(0, Math.min(requestedBy.length(), 120)),
                clock.instant());
        var files = new ArrayList<@Nullable Object[]>();
        for (var file : ExportFile.values()) {
            files.add(new @Nullable Object[] {id, file.fileName()});
        }
        sql.batch("insert into import_count (import_id, file) values (?, ?)", files);
    }

    void at(UUID id, ImportReport.State state, ExportFile file) throws SQLException {
        sql.update("update import_job set state = ?, phase = ? where id = ?", state, file.fileName(), id);
    }

    void counts(UUID id, Map<ExportFile, Tally> tallies, long refusals) throws SQLException {
        var rows = new ArrayList<@Nullable Object[]>();
        tallies.forEach((file, tally) -> rows.add(new @Nullable Object[] {
            tally.read, tally.added, tally.changed, tally.unchanged, tally.refused, id, file.fileName()
        }));
        sql.batch(
                "update import_count set rows_read = ?, rows_new = ?, rows_changed = ?, rows_unchanged = ?,"
                        + " rows_refused = ? where import_id = ? and file = ?",
                rows);
        sql.update("update import_job set refusals = ? where id = ?", refusals, id);
    }

    void findings(UUID id, List<Finding> findings, boolean notices) throws SQLException {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var finding : findings) {
            rows.add(new @Nullable Object[] {
                id, notices, finding.file(), finding.line(), finding.column(), finding.code()
            });
        }
        sql.batch(
                "insert into import_refusal (import_id, notice, file, line, column_name, code)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    void end(UUID id, ImportReport.State state, @Nullable String failure) throws SQLException {
        while (sql.update("delete from import_row where import_id = ? limit 10000", id) > 0) {
            // In portions, so that no transaction grows with the size of an export.
        }
        sql.update(
                "update import_job set state = ?, failure = ?, phase = null, ended_at = ? where id = ?",
                state,
                failure,
                clock.instant(),
                id);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            sql.query("select release_lock(" + LOCK + ") as given", row -> row.number("given"));
        }
    }
}
