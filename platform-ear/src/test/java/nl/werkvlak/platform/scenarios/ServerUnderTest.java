package nl.werkvlak.platform.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import nl.werkvlak.platform.launcher.Platform;
import nl.werkvlak.platform.launcher.Ports;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The product as shipped, running once for all scenarios of a build: on its prepared server, on free ports, on an empty
 * database under {@code target}. It starts before the first scenario and stops with the JVM.
 *
 * <p>It listens for the session of JUnit because Arquillian wants to know where the server is before any test.
 */
public final class ServerUnderTest implements LauncherSessionListener {

    /** The secret of client {@code operator}, an administrator. */
    public static final String OPERATOR_SECRET = "an-operator-of-this-build-and-no-other";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.setProperty("arq.container.payara.configuration.adminPort", Integer.toString(Running.NOW.adminPort));
    }

    /** Where the server answers, without a path. */
    public static URI base() {
        return URI.create("http://127.0.0.1:" + Running.NOW.httpPort);
    }

    /** To the database of the server, for looking at what no one is shown. */
    public static Connection connection() throws SQLException {
        var database = Running.NOW.platform.database();
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** The numbers of its processes: the database, the server. */
    public static List<Long> pids() {
        return Running.NOW.platform.pids();
    }

    /** The log files of database and server, for looking for what must not stand in them. */
    public static List<Path> logs() {
        try (var files = Files.walk(Running.DATA)) {
            return files.filter(file -> file.toString().matches(".*\\.(log|out)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Running {

        static final Path DATA = Path.of("target", "server-under-test").toAbsolutePath();
        static final Running NOW = new Running();

        final Platform platform;
        final int httpPort;
        final int adminPort;

        Running() {
            try {
                empty();
                httpPort = Ports.free();
                adminPort = Ports.free();
                platform = Platform.at(DATA);
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "server under test stops"));
                platform.start(
                        Path.of("target", "server").toAbsolutePath(), DATA, httpPort, adminPort, OPERATOR_SECRET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void empty() throws IOException {
            if (!Files.exists(DATA)) {
                return;
            }
            try (var files = Files.walk(DATA)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
