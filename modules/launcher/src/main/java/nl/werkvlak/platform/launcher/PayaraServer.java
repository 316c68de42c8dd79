package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A Payara Server as a child of this process, on a domain folder of its own.
 *
 * <p>The server's own program for starting it runs only to tell the command line: a server that is a child can be
 * waited for and is stopped by an ordinary signal.
 */
final class PayaraServer implements AutoCloseable {

    static final String DOMAIN = "werkvlak";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private static final String FAILED_APPLICATION = "Exception while loading the app";

    private final Process process;
    private final Path output;

    private PayaraServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Which server, and where it listens.
     *
     * @param payara the unpacked distribution
     * @param domains the folder that holds the domain
     * @param httpPort the port of pages and API, on 127.0.0.1
     * @param adminPort the port of the server's administration, on 127.0.0.1
     * @param environment what the platform finds in its environment: secrets are handed over here, never as arguments
     * @param options more options for starting the domain
     */
    record Settings(
            Path payara,
            Path domains,
            int httpPort,
            int adminPort,
            Map<String, String> environment,
            List<String> options) {

        Path domain() {
            return domains.resolve(DOMAIN);
        }
    }

    /** How the platform is told which database to use. */
    static Map<String, String> environment(EmbeddedDatabase database) {
        return Map.of(
                "WERKVLAK_DB_URL", database.jdbcUrl(),
                "WERKVLAK_DB_USER", database.user(),
                "WERKVLAK_DB_PASSWORD", database.password());
    }

    /**
     * Closes the server's administration to everybody on this machine: Payara comes with an administrator who has no
     * password, and refuses to start without the listener; so it gets a password that nobody knows.
     */
    static void closeAdministration(Path domains) throws IOException {
        var noHashOfAnything = new byte[40];
        new SecureRandom().nextBytes(noHashOfAnything);
        Files.writeString(
                domains.resolve(DOMAIN).resolve("config/admin-keyfile"),
                "admin;{SSHA256}%s;asadmin%n".formatted(Base64.getEncoder().encodeToString(noHashOfAnything)));
    }

    /** Starts the server and returns at once; {@link #await} waits for its answer. */
    static PayaraServer start(Settings settings) throws IOException {
        var pidFile = settings.domains().resolve("server.pid");
        // Whoever was killed left its server behind, which still holds the port.
        Children.stopOrphan(pidFile, settings.domain(), STOP_LIMIT);
        var command = new ArrayList<>(commandLine(settings));
        command.addAll(
                command.indexOf(MAIN_CLASS),
                List.of(
                        "-Dwerkvlak.http.port=" + settings.httpPort(),
                        "-Dwerkvlak.admin.port=" + settings.adminPort(),
                        "-Dhazelcast.socket.bind.any=false"));
        var output = settings.domains().resolve("server.out");
        var builder = new ProcessBuilder(Children.inSessionOfTheirOwn(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(settings.domains().toFile());
        builder.environment().putAll(settings.environment());
        var process = builder.start();
        Files.writeString(pidFile, Long.toString(process.pid()));
        try (var input = process.getOutputStream()) {
            // Opens the key store that comes with every Payara; nothing of ours is kept in it, and TLS is off.
            input.write("AS_ADMIN_MASTERPASSWORD=changeit\n".getBytes(StandardCharsets.UTF_8));
        }
        return new PayaraServer(process, output);
    }

    /**
     * Waits until an address answers with a page or with the way to one.
     *
     * @throws CannotStart when the server ended, when it is up without the application, or when the limit passed
     */
    void await(URI address, Duration limit) throws IOException {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        var until = Instant.now().plus(limit);
        while (Instant.now().isBefore(until)) {
            if (Children.ended(process.toHandle(), Duration.ofMillis(200))) {
                throw new CannotStart("The server stopped while it was starting: see %s.".formatted(output));
            }
            if (answers(client, request)) {
                return;
            }
            // Payara itself goes on without the application.
            if (Files.readString(output, StandardCharsets.ISO_8859_1).contains(FAILED_APPLICATION)) {
                throw new CannotStart("The server started but the platform on it did not: see %s.".formatted(output));
            }
        }
        throw new CannotStart(
                "The server did not answer within %d seconds: see %s.".formatted(limit.toSeconds(), output));
    }

    /** Waits until the server ends by itself. */
    void awaitEnd() {
        process.onExit().join();
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server in good order and waits for its end. */
    @Override
    public void close() {
        Children.stop(process.toHandle(), STOP_LIMIT);
    }

    /**
     * Runs a command of the server's administration.
     *
     * @return what it printed
     * @throws IOException when it failed; the message holds what it printed
     */
    static String asadmin(Path payara, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-jar",
                payara.resolve("glassfish/lib/client/appserver-cli.jar").toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Children.ended(process.toHandle(), STOP_LIMIT)
                || process.onExit().join().exitValue() != 0) {
            throw new IOException("asadmin failed: " + printed);
        }
        return printed;
    }

    private static List<String> commandLine(Settings settings) throws IOException {
        var arguments = new ArrayList<>(List.of("start-domain", "--dry-run"));
        arguments.addAll(settings.options());
        arguments.addAll(List.of("--domaindir", settings.domains().toString(), DOMAIN));
        // A heading, one argument a line, an empty line, and how it went.
        return asadmin(settings.payara(), arguments)
                .lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was broken off.", e);
        }
    }
}
