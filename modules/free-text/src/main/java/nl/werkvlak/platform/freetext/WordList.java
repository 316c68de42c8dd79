package nl.werkvlak.platform.freetext;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words that are looked for, and those that are allowed although they look alike, as the files beside this class
 * hold them.
 *
 * @param version changes with every change of a list
 */
record WordList(List<Entry> entries, String version) {

    private static final List<String> LANGUAGES = List.of("nl", "en");
    private static final int VERSION_BYTES = 6;

    /** The lists of this version of the platform. */
    static WordList shipped() {
        var entries = new ArrayList<Entry>();
        var digest = sha256();
        for (var language : LANGUAGES) {
            var endings = List.copyOf(lines("endings-" + language + ".txt"));
            digest.update(bytes("endings-" + language + ".txt"));
            for (var kind : Mark.Kind.values()) {
                if (kind.hasWords()) {
                    var file = kind.name().toLowerCase(Locale.ROOT) + "-" + language + ".txt";
                    digest.update(bytes(file));
                    lines(file).forEach(line -> entries.addAll(read(file, kind, line, endings)));
                }
            }
            var allowed = "allowed-" + language + ".txt";
            digest.update(bytes(allowed));
            lines(allowed).forEach(line -> entries.addAll(read(allowed, null, line, endings)));
        }
        return new WordList(List.copyOf(entries), HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES));
    }

    private static List<Entry> read(String file, Mark.@Nullable Kind kind, String line, List<String> endings) {
        try {
            return Entry.read(kind, line, endings);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ": \"" + line + "\" is not an entry: " + e.getMessage(), e);
        }
    }

    /** What stands in a file, without its comments. */
    static List<String> lines(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static byte[] bytes(String file) {
        try (InputStream in = WordList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no list " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }
}
