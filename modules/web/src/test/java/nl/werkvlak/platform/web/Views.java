package nl.werkvlak.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages as they stand in the sources. */
final class Views {

    static final Path WEBAPP = Path.of("src/main/webapp");

    private Views() {}

    /** The pages that have an address, and not the parts they are made of. */
    static List<String> pages() {
        try (var files = Files.list(WEBAPP)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> name.substring(0, name.length() - ".xhtml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String all() {
        var text = new StringBuilder();
        try (var files = Files.walk(WEBAPP)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                text.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static Stream<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(all()).results();
    }
}
