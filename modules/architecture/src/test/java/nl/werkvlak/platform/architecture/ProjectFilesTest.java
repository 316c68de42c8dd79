package nl.werkvlak.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is under version control works on any machine. */
class ProjectFilesTest {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules", ".idea", ".vscode");

    /** A home of somebody, or the folder that this copy of the project stands in. */
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.:/-])/(home|Users|root)/[\\w.]|[A-Z]:\\\\Users\\\\|" + Pattern.quote(House.ROOT.toString()));

    @Test
    void name_no_path_of_a_machine() throws IOException {
        var offenders = new ArrayList<String>();
        var files = textFiles();
        for (var file : files) {
            var lines = file.text().lines().toList();
            for (var i = 0; i < lines.size(); i++) {
                if (MACHINE_PATH.matcher(lines.get(i)).find()) {
                    offenders.add(House.ROOT.relativize(file.path()) + ":" + (i + 1));
                }
            }
        }

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(offenders).isEmpty();
    }

    @Test
    void would_be_noticed_if_they_did() {
        assertThat(MACHINE_PATH.matcher("see /" + "home/somebody/project").find())
                .isTrue();
        assertThat(MACHINE_PATH.matcher("in " + House.ROOT.resolve("pom.xml")).find())
                .isTrue();
        assertThat(MACHINE_PATH.matcher("https://example.org/home/page").find()).isFalse();
    }

    private record TextFile(Path path, String text) {}

    private static List<TextFile> textFiles() throws IOException {
        var files = new ArrayList<TextFile>();
        Files.walkFileTree(House.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    files.add(new TextFile(file, Files.readString(file, StandardCharsets.UTF_8)));
                } catch (CharacterCodingException e) {
                    // A picture or a font: no text, so no path.
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
