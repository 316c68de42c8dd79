package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole platform as children of this process: a database, and a server on it. */
public final class Platform implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final FolderLock lock;
    private volatile boolean closing;
    private volatile @Nullable EmbeddedDatabase database;
    private volatile @Nullable PayaraServer server;

    private Platform(FolderLock lock) {
        this.lock = lock;
    }

    /** Keeps the data folder for this process; nothing is started yet. */
    public static Platform at(Path data) {
        var lock = FolderLock.take(data);
        try {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            lock.close();
            throw new CannotStart(
                    "The folder %s does not belong to you: choose another one with -Ddata=DIR.".formatted(data), e);
        }
        return new Platform(lock);
    }

    /**
     * Starts database and server, and returns when the pages answer.
     *
     * @param adminPort the port of the server's administration; with 0 nobody can get in there
     */
    public void start(Path prepared, Path data, int port, int adminPort, String operatorSecret) throws IOException {
        PreparedServer.copyDomain(prepared, data.resolve("server"));
        var started = EmbeddedDatabase.start(data.resolve("database"), 0);
        database = started;
        goOn();
        var environment = new HashMap<>(PayaraServer.environment(started));
        environment.put("WERKVLAK_MASTER_KEY_FILE", MasterKey.file(data).toString());
        environment.put("WERKVLAK_ANCHOR_DIR", data.resolve("anchor").toString());
        environment.put("WERKVLAK_OPERATOR_SECRET", operatorSecret);
        if (adminPort == 0) {
            PayaraServer.closeAdministration(data.resolve("server"));
        }
        var running = PayaraServer.start(new PayaraServer.Settings(
                prepared.resolve("payara6"),
                data.resolve("server"),
                port,
                adminPort == 0 ? Ports.free() : adminPort,
                environment,
                List.of()));
        server = running;
        goOn();
        running.await(URI.create("http://127.0.0.1:%d/app/".formatted(port)), START_LIMIT);
        if (adminPort != 0) {
            // Who looks the ports up over the administration finds numbers then.
            PayaraServer.asadmin(
                    prepared.resolve("payara6"),
                    List.of(
                            "--port",
                            Integer.toString(adminPort),
                            "create-system-properties",
                            "--target",
                            "server-config",
                            "werkvlak.http.port=%d:werkvlak.admin.port=%d".formatted(port, adminPort)));
        }
    }

    /** Waits as long as both run, and says which one did not. */
    void awaitTrouble() {
        var running = server;
        if (running != null) {
            running.awaitEnd();
        }
    }

    /** The numbers of the processes, for those who measure them. */
    public List<Long> pids() {
        var kept = database;
        var running = server;
        return kept == null || running == null ? List.of() : List.of(kept.pid(), running.pid());
    }

    /** The database, once it was started. */
    public EmbeddedDatabase database() {
        return Objects.requireNonNull(database, "the platform was not started");
    }

    /** Whether it was told to stop, be it while it was starting. */
    boolean isClosing() {
        return closing;
    }

    /** Stops what was started, the last one first, and what is still starting; twice does no harm. */
    @Override
    public synchronized void close() {
        closing = true;
        var running = server;
        if (running != null) {
            running.close();
        }
        var kept = database;
        if (kept != null) {
            kept.close();
        }
        lock.close();
    }

    private void goOn() {
        if (closing) {
            close();
            throw new CannotStart("The start was broken off.");
        }
    }
}
