package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one export in, from the first check to the report. It needs no container. */
final class Importer {

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final DataSource database;
    private final Vault vault;
    private final Clock clock;

    Importer(DataSource database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Runs an import that the ledger has begun, and ends it there, whatever happens. */
    void run(ImportLedger ledger, UUID id, Path place, boolean partial) throws SQLException {
        var progress = new Progress(ledger, id);
        try {
            var state = run(progress, place, partial);
            progress.tell();
            ledger.end(id, state, null);
        } catch (ImportStopped e) {
            ledger.end(id, State.FAILED, e.code());
        } catch (SQLException e) {
            // Its message may quote a row.
            LOG.error("Import {} failed: SQL state {}, error {}", id, e.getSQLState(), e.getErrorCode());
            ledger.end(id, State.FAILED, "database-error");
        } catch (IOException e) {
            LOG.error("Import {} failed: {}", id, e.getClass().getName());
            ledger.end(id, State.FAILED, "read-error");
        } catch (RuntimeException e) {
            LOG.error("Import {} failed: {} at {}", id, e.getClass().getName(), originOf(e));
            ledger.end(id, State.FAILED, "unexpected");
        }
    }

    private static String originOf(RuntimeException e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(Importer.class.getPackageName()))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("?");
    }

    private State run(Progress progress, Path place, boolean partial) throws IOException, SQLException {
        try (var export = Export.at(place);
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return run(connection, progress, export, partial);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (BrokenFile e) {
            progress.refuse(new Finding("export", null, null, e.fault().code()));
            return State.REFUSED;
        }
    }

    private State run(Connection connection, Progress progress, Export export, boolean partial)
            throws IOException, SQLException {
        var staging = new Staging(connection, progress.id());
        var checker = new Checker(connection, staging, progress, partial, clock);
        checker.check(export);
        if (progress.hasRefusals() && !partial) {
            return State.REFUSED;
        }
        var writer = new Writer(connection, staging, progress, vault);
        writer.write(export);
        writer.signOff(checker.coveredThrough(), checker.broken());
        return State.DONE;
    }
}
