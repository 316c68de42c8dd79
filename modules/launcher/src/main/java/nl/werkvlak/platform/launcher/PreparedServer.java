package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that {@link PrepareServer} makes, and the copy of its domain that a start works in. */
final class PreparedServer {

    private static final String FINGERPRINT = "fingerprint";

    private PreparedServer() {}

    static boolean isMadeOf(Path place, String fingerprint) throws IOException {
        var file = place.resolve(FINGERPRINT);
        return Files.exists(file) && Files.readString(file).equals(fingerprint);
    }

    static void forget(Path place) throws IOException {
        Files.deleteIfExists(place.resolve(FINGERPRINT));
    }

    static void remember(Path place, String fingerprint) throws IOException {
        Files.writeString(place.resolve(FINGERPRINT), fingerprint);
    }

    /**
     * Brings the domain to the folder it will run in, unless the same one is there already; what an earlier one left
     * behind is thrown away, for nothing that must stay lives in it.
     */
    static void copyDomain(Path place, Path domains) throws IOException {
        var file = place.resolve(FINGERPRINT);
        if (!Files.exists(file)) {
            throw new CannotStart(
                    "The server was not prepared: build the platform first (./mvnw -Prun does it by itself).");
        }
        var fingerprint = Files.readString(file);
        if (isMadeOf(domains, fingerprint)) {
            return;
        }
        Folders.delete(domains);
        Folders.copy(place.resolve("domains"), domains);
        remember(domains, fingerprint);
    }
}
