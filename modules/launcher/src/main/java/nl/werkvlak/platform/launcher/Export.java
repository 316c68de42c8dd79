package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export as a folder of CSV files, made ready to be sent to the platform, which alone reads what is in it. */
final class Export {

    private final Path folder;

    Export(Path folder) {
        this.folder = folder;
    }

    /** Packs the export; the same files always give the same packet. */
    String packInto(Path zip) throws IOException {
        var digest = sha256();
        try (var out = new ZipOutputStream(new DigestOutputStream(Files.newOutputStream(zip), digest))) {
            for (var file : csvFiles()) {
                var entry = new ZipEntry(file.getFileName().toString());
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The codes of the tenants, in the order of the file. */
    List<String> tenantCodes() {
        return codes("opdrachtgevers.csv");
    }

    /** The codes of the coaches, in the order of the file. */
    List<String> coachCodes() {
        return codes("coaches.csv");
    }

    /** A code has no quotes, no semicolons and no line breaks, which is all that matters here. */
    private List<String> codes(String name) {
        try {
            var lines = Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8);
            var header = lines.get(0).replace("\uFEFF", "").replace("\"", "").toLowerCase(Locale.ROOT);
            var column = Arrays.asList(header.split(";", -1)).indexOf("code");
            return lines.stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(";", -1))
                    .filter(fields -> column >= 0 && fields.length > column && !fields[column].isBlank())
                    .map(fields -> fields[column].strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> csvFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
