package nl.werkvlak.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.Anchor;
import nl.werkvlak.platform.disclosure.register.FileAnchor;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.vault.Vault;

/** Finds outside what the rooms ask for: in the naming service and in the environment. */
@ApplicationScoped
public class Resources {

    private static final String MASTER_KEY = "WERKVLAK_MASTER_KEY";
    private static final String MASTER_KEY_FILE = "WERKVLAK_MASTER_KEY_FILE";
    private static final String ANCHOR_DIR = "WERKVLAK_ANCHOR_DIR";
    private static final String CLOCK_OFFSET = "WERKVLAK_CLOCK_OFFSET";

    @Resource(lookup = "java:app/jdbc/werkvlak")
    private DataSource database;

    @Produces
    @Singleton
    DataSource database() {
        return database;
    }

    /** Under the key of {@code WERKVLAK_MASTER_KEY_FILE}, or of {@code WERKVLAK_MASTER_KEY}: 32 bytes in base64. */
    @Produces
    @Singleton
    Vault vault(Clock clock) {
        return new Vault(Base64.getDecoder().decode(masterKey().strip()), clock);
    }

    private static String masterKey() {
        var file = System.getenv(MASTER_KEY_FILE);
        if (file != null) {
            try {
                return Files.readString(Path.of(file));
            } catch (IOException e) {
                throw new IllegalStateException("The file that " + MASTER_KEY_FILE + " names cannot be read", e);
            }
        }
        var key = System.getenv(MASTER_KEY);
        if (key == null) {
            throw new IllegalStateException("Set " + MASTER_KEY_FILE + " or " + MASTER_KEY
                    + ": without the master key nothing is sealed and nothing leaves");
        }
        return key;
    }

    /** The files in {@code WERKVLAK_ANCHOR_DIR}, which lies where the database cannot write. */
    @Produces
    @Singleton
    Anchor anchor() {
        var folder = System.getenv(ANCHOR_DIR);
        if (folder == null) {
            throw new IllegalStateException("Set " + ANCHOR_DIR
                    + " to a folder outside the database: without it nobody can tell a register from one that was cut");
        }
        return new FileAnchor(Path.of(folder));
    }

    /** One for all: it loads the templates and fonts once. */
    @Produces
    @Singleton
    Renderer renderer() {
        return new Renderer();
    }

    /** The time in UTC; {@code WERKVLAK_CLOCK_OFFSET} (such as {@code P30D}) sets it, to rehearse what is to come. */
    @Produces
    @Singleton
    Clock clock() {
        var offset = System.getenv(CLOCK_OFFSET);
        return offset == null ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), Duration.parse(offset));
    }
}
