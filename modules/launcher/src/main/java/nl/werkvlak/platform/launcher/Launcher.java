package nl.werkvlak.platform.launcher;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The main job with one command: the platform comes up, the export comes in, the reports of the month are made, and it
 * serves until it is stopped.
 */
public final class Launcher {

    private static final int FAILED = 1;

    private final Wishes wishes;
    private final PrintStream out;
    private final Instant begun = Instant.now();

    private Launcher(Wishes wishes, PrintStream out) {
        this.wishes = wishes;
        this.out = out;
    }

    /** Arguments: the prepared server, the data folder, the port, the folder with the export, the month. */
    public static void main(String... arguments) {
        try {
            var wishes = Wishes.of(arguments);
            try (var platform = Platform.at(wishes.data())) {
                // Ctrl-C and an ordinary kill end here.
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "platform stops"));
                wishes.check();
                serveUntilStopped(wishes, platform);
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
        } catch (IOException | RuntimeException e) {
            System.err.println("The platform could not be started: " + e);
        }
        System.exit(FAILED);
    }

    private static void serveUntilStopped(Wishes wishes, Platform platform) throws IOException {
        try {
            new Launcher(wishes, System.out).serve(platform);
        } catch (IOException | RuntimeException e) {
            if (platform.isClosing()) {
                return;
            }
            throw e;
        }
        if (!platform.isClosing()) {
            throw new CannotStart("The server stopped by itself: see %s."
                    .formatted(wishes.data().resolve("server/server.out")));
        }
    }

    private static void stop(Platform platform) {
        platform.close();
        // A program that was only just being started is in nobody's hands yet.
        ProcessHandle.current().children().forEach(child -> Children.stop(child, Duration.ofSeconds(30)));
    }

    private void serve(Platform platform) throws IOException {
        var secret = MasterKey.passingSecret();
        out.println("Starting  database and server on " + wishes.data());
        platform.start(wishes.prepared(), wishes.data(), wishes.port(), 0, secret);
        say("Serving   after %d s");

        var base = URI.create("http://127.0.0.1:" + wishes.port());
        var operator = new PlatformClient(base, "operator", secret);
        var export = new Export(wishes.export());
        var month = new Month(operator, out);
        var isSomethingNew = month.bringIn(export, wishes.data());
        var run = month.report(wishes.period(), isSomethingNew);
        var toldFile = wishes.data().resolve("users-told");
        var told = Files.exists(toldFile) ? Set.copyOf(Files.readAllLines(toldFile)) : Set.<String>of();
        var users = new DemoUsers(operator, told).make(export);
        say("Ready     after %d s");
        tell(base, run, users);
        out.flush();
        Files.write(
                toldFile,
                users.stream().map(DemoUsers.Made::id).toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        platform.awaitTrouble();
    }

    private void tell(URI base, JsonObject run, List<DemoUsers.Made> users) throws IOException {
        out.printf(
                """

                Reports of %s   planned %s, issued %s, waiting for the coach's sign-off %s, withheld (nothing may leave) %s, failed %s
                Pages      %s/app/
                API        %s/api/v1  and its description %s/api/v1/openapi.json
                Health     %s/health
                """,
                wishes.period(),
                run.get("planned"),
                run.get("issued"),
                run.get("waiting"),
                run.get("withheld"),
                run.get("failed"),
                base,
                base,
                base,
                base);
        if (users.isEmpty()) {
            out.println("Users      were shown at the first start; an administrator can give them new secrets");
        } else {
            out.println("Users      shown this once, kept only as hashes");
            users.forEach(user -> out.printf("           %-22s %-16s %s%n", user.id(), user.role(), user.secret()));
        }
        tellHowToPull(base, users);
        out.println();
        out.println("Ctrl-C stops everything; the next start keeps the data.");
    }

    private void tellHowToPull(URI base, List<DemoUsers.Made> users) throws IOException {
        var portal = users.stream().filter(DemoUsers.Made::isPortal).findFirst();
        if (portal.isEmpty()) {
            return;
        }
        var client = new PlatformClient(base, portal.get().id(), portal.get().secret());
        var reports =
                client.get("/api/v1/reports?limit=1&period=" + wishes.period()).getJsonArray("reports");
        if (reports.isEmpty()) {
            return;
        }
        out.printf(
                """

                One report, as the portal of %s:
                TOKEN=$(curl -s -u '%s:%s' -d grant_type=client_credentials %s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -s -H "Authorization: Bearer $TOKEN" -o report.pdf %s/api/v1/reports/%s/content
                """,
                portal.get().tenant(),
                portal.get().id(),
                portal.get().secret(),
                base,
                base,
                reports.getJsonObject(0).getString("id"));
    }

    private void say(String line) {
        out.println(line.formatted(Duration.between(begun, Instant.now()).toSeconds()));
    }
}
