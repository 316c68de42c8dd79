package nl.werkvlak.platform.launcher;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.werkvlak.platform.scenarios.ServerUnderTest;

/** Two servers with the product as shipped, beside the one of the other scenarios, on one database of their own. */
public final class TwoServers implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Path PREPARED = Path.of("target", "server").toAbsolutePath();

    private final EmbeddedDatabase database;
    private final List<Integer> ports = new ArrayList<>();
    private final List<PayaraServer> servers = new ArrayList<>();

    private TwoServers(EmbeddedDatabase database) {
        this.database = database;
    }

    /**
     * Starts both at the same time; returns when both answer. The database is empty but for the lock of one that was
     * killed while it brought the schema up to date.
     */
    public static TwoServers startAtOnce(Path place) throws IOException {
        Folders.delete(place);
        var started = new TwoServers(EmbeddedDatabase.start(place.resolve("database"), 0));
        try {
            leaveTheLockOfAKilledServer(started.database);
            var environment = new HashMap<>(PayaraServer.environment(started.database));
            environment.put("WERKVLAK_MASTER_KEY_FILE", MasterKey.file(place).toString());
            environment.put("WERKVLAK_ANCHOR_DIR", place.resolve("anchor").toString());
            environment.put("WERKVLAK_OPERATOR_SECRET", ServerUnderTest.OPERATOR_SECRET);
            var starting = new ArrayList<CompletableFuture<PayaraServer>>();
            for (var name : List.of("first", "second")) {
                var domains = place.resolve(name);
                PreparedServer.copyDomain(PREPARED, domains);
                var port = Ports.free();
                started.ports.add(port);
                starting.add(CompletableFuture.supplyAsync(() -> start(domains, port, environment)));
            }
            starting.forEach(each -> started.servers.add(each.join()));
            for (var each = 0; each < started.ports.size(); each++) {
                started.servers.get(each).await(started.address(each).resolve("/app/"), START_LIMIT);
            }
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static void leaveTheLockOfAKilledServer(EmbeddedDatabase database) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table DATABASECHANGELOGLOCK (ID int not null primary key, LOCKED boolean not null,"
                            + " LOCKGRANTED datetime, LOCKEDBY varchar(255))");
            statement.execute("insert into DATABASECHANGELOGLOCK values (1, true, now(), 'a server that was killed')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PayaraServer start(Path domains, int port, Map<String, String> environment) {
        try {
            return PayaraServer.start(new PayaraServer.Settings(
                    PREPARED.resolve("payara6"), domains, port, Ports.free(), environment, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where one of them answers: 0 or 1. */
    public URI address(int server) {
        return URI.create("http://127.0.0.1:" + ports.get(server));
    }

    public long pid(int server) {
        return servers.get(server).pid();
    }

    /** As kill -9 does: no goodbye, not to the other one and not to the database. */
    public void kill(int server) {
        var program = ProcessHandle.of(pid(server)).orElseThrow();
        program.destroyForcibly();
        Children.ended(program, Duration.ofMinutes(1));
    }

    public EmbeddedDatabase database() {
        return database;
    }

    /** Brings an export in, through one of them. */
    public void bringIn(int server, Path export, Path scratch) throws IOException {
        month(server).bringIn(new Export(export), Files.createDirectories(scratch));
    }

    /** Follows the run that is going on to its end, at one of them. */
    public JsonObject follow(int server, YearMonth period) throws IOException {
        return month(server).report(period, false);
    }

    private Month month(int server) {
        return new Month(
                new PlatformClient(address(server), "operator", ServerUnderTest.OPERATOR_SECRET),
                new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        servers.forEach(PayaraServer::close);
        database.close();
    }
}
