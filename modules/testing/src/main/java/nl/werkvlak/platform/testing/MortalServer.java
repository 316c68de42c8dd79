package nl.werkvlak.platform.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Comparator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import nl.werkvlak.platform.launcher.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A database server of a test's own, migrated, which the test may kill: it comes back in the same place, with what was
 * committed. Connections are made anew each time, as the address has another password then.
 */
public final class MortalServer implements AutoCloseable {

    private final Path folder;
    private String[] options;
    private volatile EmbeddedDatabase server;

    /** @param options of the server, such as how large it may become */
    public MortalServer(String... options) {
        this.options = options.clone();
        folder = Path.of(
                "target", "mortal-server", Long.toString(ProcessHandle.current().pid()));
        server = EmbeddedDatabase.start(folder, 0, options);
        Schema.migrate(database());
    }

    /** As kill -9 does it; returns when the database answers again. */
    public void killAndRestart() {
        ProcessHandle.of(server.pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        server.close();
        server = EmbeddedDatabase.start(folder, 0, options);
    }

    /** Stops it in good order, and starts it with other options; those stay. */
    public void restart(String... others) {
        server.close();
        options = others.clone();
        server = EmbeddedDatabase.start(folder, 0, options);
    }

    /** The database, wherever it lives at the time. */
    public DataSource database() {
        return new Connections();
    }

    @Override
    public void close() {
        server.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Connections implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            var now = server;
            return DriverManager.getConnection(now.jdbcUrl(), now.user(), now.password());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(server.jdbcUrl(), user, password);
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // Nothing is logged.
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // The driver's own.
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("Wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
