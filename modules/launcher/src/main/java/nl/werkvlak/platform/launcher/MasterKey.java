package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key above all keys, in a file beside the database and never in it: whoever takes only the database reads no
 * sealed column.
 */
final class MasterKey {

    private static final int BYTES = 32;

    private MasterKey() {}

    /** The file with the key in base64, made when there is none; only its owner may read it. */
    static Path file(Path data) throws IOException {
        var key = data.resolve("secrets/master.key");
        if (!Files.exists(key)) {
            Files.createDirectories(
                    key.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var half = key.resolveSibling("master.key.new");
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, Base64.getEncoder().encodeToString(random(BYTES)));
            Files.move(half, key, StandardCopyOption.ATOMIC_MOVE);
        }
        return key;
    }

    /** A secret that lives as long as this process. */
    static String passingSecret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
