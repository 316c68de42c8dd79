package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;

/**
 * Makes, while building, the folder from which the server starts: Payara unpacked, and a domain that is configured and
 * has the application registered, so that a start is no more than a start.
 *
 * <p>The application is deployed without being enabled, so that it neither migrates nor starts to work; the prepared
 * domain is then marked as enabled on disk. Its persistence unit wants a database even so: an empty one, for as long as
 * it takes. All is made again only when the application, Payara, a script or this
 * class changed.
 */
public final class PrepareServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String DISABLED =
            "<application-ref ref=\"werkvlak\" virtual-servers=\"server\" enabled=\"false\">";

    private static final String SERVER_CONFIG = "<config name=\"server-config\">";

    /** Without this, the very first start opens a message broker on every interface; no script runs early enough. */
    private static final String NO_MESSAGE_BROKER = """

            <jms-service type="REMOTE" default-jms-host="default_JMS_host">
                <jms-host name="default_JMS_host" host="localhost" port="7676" lazy-init="true" />
            </jms-service>
            """;

    private PrepareServer() {}

    /** Arguments: the archive of Payara, the EAR, the folder with the scripts, the folder to make. */
    public static void main(String... arguments) throws IOException {
        var zip = Path.of(arguments[0]);
        var ear = Path.of(arguments[1]);
        var scripts = Path.of(arguments[2]);
        var place = Path.of(arguments[3]).toAbsolutePath();

        var fingerprint = fingerprint(zip, ear, scripts);
        if (PreparedServer.isMadeOf(place, fingerprint)) {
            return;
        }
        PreparedServer.forget(place);
        unpackPayara(zip, place.resolve("payara6"));
        prepareDomain(ear, scripts, place);
        PreparedServer.remember(place, fingerprint);
    }

    private static void prepareDomain(Path ear, Path scripts, Path place) throws IOException {
        var payara = place.resolve("payara6");
        var domains = place.resolve("domains");
        Folders.delete(domains);
        Folders.copy(payara.resolve("glassfish/domains/domain1"), domains.resolve(PayaraServer.DOMAIN));
        var config = domains.resolve(PayaraServer.DOMAIN).resolve("config/domain.xml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("domain1", PayaraServer.DOMAIN)
                        .replace(SERVER_CONFIG, SERVER_CONFIG + NO_MESSAGE_BROKER));

        var httpPort = Ports.free();
        var adminPort = Ports.free();
        // Before the boot, so that pages and administration are on loopback even while the server is built.
        var loopbackOnly = List.of("--prebootcommandfile=" + scripts.resolve("before-boot.asadmin"));
        var data = place.resolve("empty-database");
        try (var database = EmbeddedDatabase.start(data, 0);
                var server = PayaraServer.start(new PayaraServer.Settings(
                        payara, domains, httpPort, adminPort, PayaraServer.environment(database), loopbackOnly))) {
            server.await(URI.create("http://127.0.0.1:%d/".formatted(httpPort)), START_LIMIT);
            var port = Integer.toString(adminPort);
            PayaraServer.asadmin(
                    payara,
                    List.of(
                            "--port",
                            port,
                            "multimode",
                            "--file",
                            scripts.resolve("after-boot.asadmin").toString()));
            PayaraServer.asadmin(
                    payara, List.of("--port", port, "deploy", "--enabled=false", "--name=werkvlak", ear.toString()));
        }
        Folders.delete(data);
        enable(config);
        for (var leftover : List.of("server.pid", "server.out", PayaraServer.DOMAIN + "/logs")) {
            Folders.delete(domains.resolve(leftover));
        }
    }

    private static void enable(Path config) throws IOException {
        var text = Files.readString(config);
        if (!text.contains(DISABLED)) {
            throw new IllegalStateException("The prepared domain does not have the application: " + config);
        }
        Files.writeString(config, text.replace(DISABLED, DISABLED.replace(" enabled=\"false\"", "")));
    }

    private static void unpackPayara(Path zip, Path folder) throws IOException {
        // The name of the archive holds its version, and a released version never changes.
        var stamp = folder.resolve(zip.getFileName() + ".unpacked");
        if (Files.exists(stamp)) {
            return;
        }
        Folders.delete(folder);
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var file = folder.resolveSibling(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IllegalStateException("An archive of Payara holds payara6 and nothing else");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (var content = archive.getInputStream(entry)) {
                        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        Files.createFile(stamp);
    }

    private static String fingerprint(Path zip, Path ear, Path scripts) throws IOException {
        var digest = sha256();
        digest.update(zip.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(ear));
        try (var ourselves = PrepareServer.class.getResourceAsStream("PrepareServer.class")) {
            digest.update(Objects.requireNonNull(ourselves).readAllBytes());
        }
        try (var files = Files.list(scripts)) {
            files.sorted().forEach(script -> {
                try {
                    digest.update(Files.readAllBytes(script));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
