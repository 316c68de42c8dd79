package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A real MariaDB of this process's own: it listens on loopback only, keeps its data in one folder and stops with
 * {@link #close()}.
 *
 * <p>The user's password is made anew at every start and never stored. Moments are UTC; text compares as Java compares
 * it ({@code utf8mb4_nopad_bin}), so that codes which differ in case or in a trailing space are different codes.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The schema that the platform lives in. */
    public static final String SCHEMA = "werkvlak";

    /** What makes Connector/J read and write moments as UTC, whatever the time zone of its JVM. */
    private static final String CONNECTION_OPTIONS =
            "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true";

    private static final String USER = "werkvlak";
    private static final String COLLATION = "utf8mb4_nopad_bin";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final FolderLock lock;
    private final Process server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, Process server, int port, String password) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the database on a folder, which is made and filled when it is empty, and returns when it answers.
     *
     * @param folder where the data lives; one process at a time may use it
     * @param port the port on 127.0.0.1; 0 takes a free one
     * @param options of the server, beside our own
     * @throws CannotStart when it does not come up; then nothing of it is left running
     */
    public static EmbeddedDatabase start(Path folder, int port, String... options) {
        var place = folder.toAbsolutePath().normalize();
        var lock = FolderLock.take(place);
        try {
            var programs = MariaDbPrograms.unpacked();
            var missing = programs.missingLibrary();
            if (missing != null) {
                throw new CannotStart(
                        "The embedded database needs the library %s, which this machine lacks: install it and start again."
                                .formatted(missing));
            }
            // A process that was killed leaves its server behind, which still holds the data.
            Children.stopOrphan(place.resolve("mariadbd.pid"), place, STOP_LIMIT);
            install(programs, place);
            return launch(programs, place, port == 0 ? Ports.free() : Ports.demandFree(port), List.of(options), lock);
        } catch (IOException e) {
            lock.close();
            throw new CannotStart(
                    "The database in %s could not be started: see that the folder can be written and the disk is not full (%s)."
                            .formatted(place, e.getClass().getSimpleName()),
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(SCHEMA);
    }

    /** The address of another schema on this server; the user may make and drop those whose name starts with werkvlak. */
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:%d/%s?%s".formatted(port, schema, CONNECTION_OPTIONS);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Whether the server still runs. */
    public boolean isAlive() {
        return server.isAlive();
    }

    /** The process of the server, for those who measure it. */
    public long pid() {
        return server.pid();
    }

    /** Stops the server in good order and waits for its end; once is enough, twice does no harm. */
    @Override
    public void close() {
        Children.stop(server.toHandle(), STOP_LIMIT);
        lock.close();
    }

    /** For tests: what the operating system does when the process that started the server is killed. */
    void letGoOfTheFolder() {
        lock.close();
    }

    private static void install(MariaDbPrograms programs, Path place) throws IOException {
        var data = place.resolve("data");
        if (Files.exists(data)) {
            return;
        }
        // Made under another name and then renamed, so that a killed start never leaves half a database.
        var half = place.resolve("data-installing");
        Folders.delete(half);
        var command = new ArrayList<>(List.of(
                programs.installer().toString(),
                "--no-defaults",
                "--basedir=" + programs.home(),
                "--datadir=" + half,
                "--auth-root-authentication-method=socket",
                "--tmpdir=" + tmp(place),
                "--skip-test-db",
                "--skip-name-resolve",
                "--innodb-log-file-size=48M"));
        command.addAll(asRoot());
        var log = place.resolve("install.log");
        var installer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!Children.ended(installer.toHandle(), START_LIMIT)
                || installer.onExit().join().exitValue() != 0) {
            installer.destroyForcibly();
            throw new CannotStart("The database could not be prepared in %s: %s".formatted(place, lastError(log)));
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedDatabase launch(
            MariaDbPrograms programs, Path place, int port, List<String> options, FolderLock lock) throws IOException {
        var password = newPassword();
        var init = place.resolve("init.sql");
        Files.deleteIfExists(init);
        Files.createFile(init, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(init, """
                create database if not exists %s character set utf8mb4 collate %s;
                create or replace user '%s'@'127.0.0.1' identified by '%s';
                grant all on `werkvlak%%`.* to '%s'@'127.0.0.1';
                revoke delete history on `werkvlak%%`.* from '%s'@'127.0.0.1';
                """.formatted(SCHEMA, COLLATION, USER, password, USER, USER));
        var log = place.resolve("mariadbd.log");
        var command = new ArrayList<>(List.of(
                programs.server().toString(),
                "--no-defaults",
                "--basedir=" + programs.home(),
                "--datadir=" + place.resolve("data"),
                "--tmpdir=" + tmp(place),
                "--pid-file=" + place.resolve("mariadbd.pid"),
                // Relative to the data folder: the whole path may be longer than the 107 characters a socket can have.
                "--socket=mariadbd.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile=0",
                "--performance-schema=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=" + COLLATION,
                "--character-set-collations=utf8mb4=" + COLLATION,
                "--default-time-zone=+00:00",
                // Nobody who is let in dates the history of a fact.
                "--secure-timestamp=SUPER",
                "--sql-mode=STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=48M",
                "--max-allowed-packet=64M",
                "--init-file=" + init));
        command.addAll(options);
        command.addAll(asRoot());
        var server = new ProcessBuilder(Children.inSessionOfTheirOwn(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitGreeting(server, port, log);
            return new EmbeddedDatabase(lock, server, port, password);
        } catch (RuntimeException | IOException e) {
            Children.stop(server.toHandle(), STOP_LIMIT);
            throw e;
        } finally {
            Files.deleteIfExists(init);
        }
    }

    /** The server greets whoever connects as soon as it has read its init file; until then a connection waits. */
    private static void awaitGreeting(Process server, int port, Path log) throws IOException {
        var until = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(until)) {
            if (Children.ended(server.toHandle(), Duration.ofMillis(50))) {
                throw new CannotStart(
                        ("The database did not start: %s When its files are damaged, put them back from a copy,"
                                        + " or choose another folder with -Ddata=DIR.")
                                .formatted(lastError(log)));
            }
            if (greets(port) && server.isAlive()) {
                return;
            }
        }
        throw new CannotStart(
                "The database did not answer within %d seconds: %s".formatted(START_LIMIT.toSeconds(), lastError(log)));
    }

    private static boolean greets(int port) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(Math.toIntExact(START_LIMIT.toMillis()));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getInputStream().read() != -1;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String lastError(Path log) throws IOException {
        var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.stream()
                        .filter(line -> line.contains("ERROR") || line.contains("error while loading"))
                        .map(line -> line.replaceFirst("^.*\\[ERROR\\] ", ""))
                        .findFirst()
                        .orElse("it gave no reason")
                + " (the whole story is in " + log + ").";
    }

    /** Of this database only: a server that starts clears away the temporary tables it finds, whosever they are. */
    private static Path tmp(Path place) throws IOException {
        return Files.createDirectories(place.resolve("tmp"));
    }

    private static List<String> asRoot() {
        // MariaDB refuses to run as root unless it is told that this is meant.
        return System.getProperty("user.name", "").equals("root") ? List.of("--user=root") : List.of();
    }

    private static String newPassword() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
