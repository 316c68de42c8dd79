package nl.werkvlak.platform.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where everything stands: the rooms are those that the root pom names, and nobody keeps a second list. */
final class House {

    static final Path ROOT = root();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private House() {}

    /** Every module with production code. */
    static List<Path> rooms() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> ROOT.resolve(module.group(1)))
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .toList();
    }

    /** The production code of all rooms, as it was compiled. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(rooms().stream().map(House::classesOf).toList());
    }

    static Path classesOf(Path room) {
        return room.resolve("target/classes");
    }

    /** The room's package, below the root package. */
    static String packageOf(Path room) {
        return room.getFileName().toString().replace("-", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("modules/architecture"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run this test from within the project");
            }
        }
        return folder;
    }
}
