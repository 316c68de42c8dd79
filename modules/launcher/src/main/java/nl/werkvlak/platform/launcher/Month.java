package nl.werkvlak.platform.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Brings an export in and has the reports of a month made, telling how far it is while it works. */
final class Month {

    private static final int REFUSALS_SHOWN = 10;

    private final PlatformClient platform;
    private final PrintStream out;

    Month(PlatformClient platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    /** Brings the export in, unless the very same one was brought in before; returns whether it did. */
    boolean bringIn(Export export, Path data) throws IOException {
        var zip = data.resolve("export.zip");
        var remembered = data.resolve("imported.sha256");
        try {
            var digest = export.packInto(zip);
            if (Files.exists(remembered) && Files.readString(remembered).equals(digest)) {
                out.println("Import    the same export was brought in before, nothing to do");
                return false;
            }
            var started = platform.upload("/api/v1/imports", zip);
            var ended = follow(
                    started,
                    state -> "Import    " + state.getString("state").toLowerCase(Locale.ROOT) + " "
                            + state.getString("file", ""));
            tell(ended);
            Files.writeString(remembered, digest);
            return true;
        } finally {
            // It holds personal data, which the database holds sealed.
            Files.deleteIfExists(zip);
        }
    }

    /**
     * Has the reports made. A run that is still going on, perhaps since before the server was stopped, is followed to its
     * end; one that is finished is told again, unless something new was brought in since.
     */
    JsonObject report(YearMonth period, boolean isSomethingNew) throws IOException {
        var runs = platform.get("/api/v1/runs?limit=20").getJsonArray("runs").getValuesAs(JsonObject.class).stream()
                .filter(run -> run.getString("period").equals(period.toString()))
                .toList();
        for (var run : runs) {
            if (run.getString("state").equals("RUNNING")) {
                return follow(period, new PlatformClient.Started("/api/v1/runs/" + run.getString("id"), run));
            }
        }
        if (!runs.isEmpty() && !isSomethingNew) {
            out.println("Reports   of " + period + " were made before");
            return runs.get(0);
        }
        var body = Json.createObjectBuilder().add("period", period.toString()).build();
        return follow(period, platform.start("/api/v1/runs", body));
    }

    private JsonObject follow(YearMonth period, PlatformClient.Started run) throws IOException {
        return follow(
                run,
                state -> "Reports   of %s: %d of %d"
                        .formatted(
                                period,
                                done(state),
                                state.getJsonNumber("planned").longValue()));
    }

    private interface Telling {
        String of(JsonObject state);
    }

    private JsonObject follow(PlatformClient.Started started, Telling telling) throws IOException {
        var told = "";
        var state = started.state();
        while (true) {
            var line = telling.of(state);
            if (!line.equals(told)) {
                out.println(line);
                told = line;
            }
            switch (state.getString("state")) {
                case "DONE", "REFUSED", "FAILED", "FINISHED" -> {
                    return state;
                }
                default -> {
                    pause(Duration.ofSeconds(1));
                    state = platform.get(started.path());
                }
            }
        }
    }

    private void tell(JsonObject ended) {
        long read = 0;
        long added = 0;
        long changed = 0;
        long refused = 0;
        for (var file : ended.getJsonArray("counts").getValuesAs(JsonObject.class)) {
            read += file.getJsonNumber("read").longValue();
            added += file.getJsonNumber("new").longValue();
            changed += file.getJsonNumber("changed").longValue();
            refused += file.getJsonNumber("refused").longValue();
        }
        if (ended.getString("state").equals("DONE")) {
            out.printf("Import    %,d rows read, %,d new, %,d changed, %,d refused%n", read, added, changed, refused);
            return;
        }
        for (var refusal : ended.getJsonArray("refusals").getValuesAs(JsonObject.class).stream()
                .limit(REFUSALS_SHOWN)
                .toList()) {
            out.printf(
                    "          %s line %s column %s: %s, %s%n",
                    refusal.getString("file"),
                    refusal.containsKey("line") ? refusal.get("line") : "-",
                    refusal.getString("column", "-"),
                    refusal.getString("code"),
                    refusal.getString("advice"));
        }
        throw new CannotStart(
                "The export was not brought in, and the data is as it was: mend the rows above and start again.");
    }

    private static long done(JsonObject run) {
        return run.getJsonNumber("issued").longValue()
                + run.getJsonNumber("waiting").longValue()
                + run.getJsonNumber("withheld").longValue()
                + run.getJsonNumber("failed").longValue();
    }

    /** The platform tells how it stands only when it is asked. */
    private static void pause(Duration pause) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
