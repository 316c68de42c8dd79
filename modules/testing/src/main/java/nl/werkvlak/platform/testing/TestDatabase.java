package nl.werkvlak.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.launcher.EmbeddedDatabase;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * The real database for tests: one server per JVM, under the module's {@code target}, gone when the JVM ends.
 *
 * <p>The server starts at the first question, and is the one the platform runs on: the same version, the same
 * settings, the same schema.
 */
public final class TestDatabase {

    /** Of a measurement, which gives the server more memory than tests need: options of the server, by spaces. */
    private static final String OPTIONS = "test-database.options";

    // Kept in a field: the logging system holds on to loggers weakly.
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    /** The migrated schema that all tests of this JVM share; a test in here uses its own tenant and counts only that. */
    public static DataSource shared() {
        return Shared.SCHEMA;
    }

    /** A migrated schema of the test's own, empty but for reference data: for a test that counts everything. */
    public static DataSource fresh() {
        return migrated(emptySchema());
    }

    /** A schema of the test's own without a single table. */
    static DataSource empty() {
        return dataSource(emptySchema());
    }

    private static String emptySchema() {
        var name = EmbeddedDatabase.SCHEMA + "_" + SCHEMAS.incrementAndGet();
        try (var connection = dataSource(EmbeddedDatabase.SCHEMA).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("A schema could not be made", e);
        }
    }

    private static DataSource migrated(String schema) {
        LIQUIBASE.setLevel(Level.WARNING);
        var database = dataSource(schema);
        Schema.migrate(database);
        return database;
    }

    /** How another process of the same test reaches a schema, with user and password. */
    public static String address(DataSource schema) {
        try (var connection = schema.getConnection()) {
            return address(connection.getCatalog());
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be reached", e);
        }
    }

    /** The process of the server, for who measures it or gives it its share of the machine. */
    public static long pid() {
        return Server.RUNNING.pid();
    }

    private static String address(String schema) {
        var server = Server.RUNNING;
        return server.jdbcUrl(schema) + "&user=%s&password=%s".formatted(server.user(), server.password());
    }

    private static DataSource dataSource(String schema) {
        try {
            return new MariaDbPoolDataSource(address(schema) + "&maxPoolSize=16&minPoolSize=0&registerJmxPool=false");
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be reached", e);
        }
    }

    /** Migrated when the first test asks for it. */
    private static final class Shared {
        static final DataSource SCHEMA = migrated(EmbeddedDatabase.SCHEMA);
    }

    /** Started when the first test asks for it. */
    private static final class Server {
        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            var folder = Path.of(
                    "target",
                    "test-database",
                    Long.toString(ProcessHandle.current().pid()));
            var options = new ArrayList<String>();
            // Each schema of a test has a pool of its own, which keeps its connections a while.
            options.add("--max-connections=2000");
            Stream.of(System.getProperty(OPTIONS, "").split(" "))
                    .filter(option -> !option.isEmpty())
                    .forEach(options::add);
            var server = EmbeddedDatabase.start(folder, 0, options.toArray(String[]::new));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                delete(folder);
                            },
                            "test database stops"));
            return server;
        }

        private static void delete(Path folder) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
