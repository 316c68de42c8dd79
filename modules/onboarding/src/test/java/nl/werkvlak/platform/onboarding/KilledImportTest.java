package nl.werkvlak.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.vault.Vault;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** An import in a process of its own, which is killed (as by kill -9) while it writes rows. */
class KilledImportTest {

    private static final Path SAMPLE = Path.of("..", "..", "platform-ear", "src", "sample", "export-2026-10");
    private static final byte[] MASTER_KEY = new byte[32];

    private final Importing importing = new Importing();
    private final Imports imports =
            new Imports(importing.database, new Vault(MASTER_KEY, Importing.CLOCK), Importing.CLOCK, Runnable::run);

    /** What the process does; the address of the database is handed over in its environment. */
    public static void main(String... arguments) throws SQLException {
        var database = new MariaDbDataSource(Objects.requireNonNull(System.getenv("DATABASE")));
        new Imports(database, new Vault(MASTER_KEY, Importing.CLOCK), Importing.CLOCK, Runnable::run)
                .start(SAMPLE, false, "test");
    }

    @Test
    void leaves_whole_groups_of_files_and_is_completed_by_importing_again_with_nothing_doubled() throws Exception {
        killWhileWriting("contactmomenten.csv");

        assertThat(importing.count("trajectory")).as("written before").isEqualTo(240);
        for (var file : ExportFile.GROUPS.get(2)) {
            assertThat(importing.count(file.spec().table()))
                    .as("of the group in hand: " + file)
                    .isZero();
        }
        until(
                "the database has noticed",
                () -> importing
                        .ask("select is_free_lock(" + ImportLedger.LOCK + ") as answer")
                        .contains("1"));
        assertThat(imports.recent(1)).singleElement().returns("interrupted", ImportReport::failure);

        var again = imports.get(imports.start(SAMPLE, false, "test"));
        assertThat(again.state()).isEqualTo(State.DONE);
        var before = new ArrayList<String>();
        ExportFile.GROUPS.subList(0, 2).forEach(group -> group.forEach(file -> before.add(file.fileName())));
        assertThat(again.files()).allSatisfy(file -> {
            assertThat(file.unchanged()).as(file.file()).isEqualTo(before.contains(file.file()) ? file.read() : 0);
            assertThat(file.unchanged() + file.added()).isEqualTo(file.read());
        });
        for (var file : ExportFile.values()) {
            var read = again.files().stream()
                    .filter(counts -> counts.file().equals(file.fileName()))
                    .mapToLong(ImportReport.FileCounts::read)
                    .sum();
            assertThat(importing.count(file.spec().table())).as(file.fileName()).isEqualTo(read);
        }
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-10-31");
        assertThat(imports.get(imports.start(SAMPLE, false, "test")).files())
                .allSatisfy(file -> assertThat(file.unchanged()).isEqualTo(file.read()));
    }

    private void killWhileWriting(String file) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path", ""),
                KilledImportTest.class.getName());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-import.out").toFile());
        builder.environment().put("DATABASE", TestDatabase.address(importing.database));
        var process = builder.start();
        try {
            until(
                    file + " is being written",
                    () -> importing
                            .ask("select phase as answer from import_job where state = 'WRITING'")
                            .contains(file));
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.onExit().join().exitValue()).as("killed").isEqualTo(128 + 9);
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) {
        var limit = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(limit);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 5, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
