package nl.werkvlak.platform.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.werkvlak.platform.onboarding.Imports;

/**
 * Keeps what is uploaded for as long as its import runs, readable for the server's own user only.
 *
 * <p>What a killed server left behind is removed at the next upload.
 */
@Dependent
class Uploads {

    /** Bytes of a zip; what is in it may be larger, and is read as a stream. */
    static final long LARGEST = 1L << 30;

    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int CHUNK = 64 * 1024;
    private static final String PREFIX = "werkvlak-upload-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*\\.zip");

    private final Imports imports;

    @Resource
    private ManagedScheduledExecutorService later;

    @Inject
    Uploads(Imports imports) {
        this.imports = imports;
    }

    /** Starts the import of what comes in. */
    UUID start(InputStream body, boolean partial, String requestedBy) throws IOException {
        var file = keep(Path.of(System.getProperty("java.io.tmpdir")), body, LARGEST);
        try {
            var id = imports.start(file, partial, requestedBy);
            removeAfter(id, file);
            return id;
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Writes a body to a file of its own; leaves nothing when it is larger than that, or breaks off. */
    static Path keep(Path folder, InputStream body, long largest) throws IOException {
        removeOrphans(folder);
        var file = Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", ".zip");
        try (var out = Files.newOutputStream(file)) {
            var chunk = new byte[CHUNK];
            long size = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                size += read;
                if (size > largest) {
                    throw new TooLarge();
                }
                out.write(chunk, 0, read);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Removes what belongs to a process that is gone. */
    static void removeOrphans(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Uploads::isOrphan).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOrphan(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private void removeAfter(UUID id, Path file) {
        var unused = later.schedule(() -> removeWhenEnded(id, file), SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void removeWhenEnded(UUID id, Path file) {
        if (!imports.get(id).state().isEnded()) {
            removeAfter(id, file);
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
