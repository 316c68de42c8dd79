package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.werkvlak.platform.disclosure.rule.ReportKind;

/**
 * By what a kind of report is put on paper: the SHA-256 of its compiled template, the styles of the house and the texts in
 * both languages, one after the other. A report keeps it, to tell whether it would look the same today.
 */
public final class TemplateDigest {

    private static final List<String> OF_THE_HOUSE =
            List.of("house-style/styles.jrtx", "house-style/texts.properties", "house-style/texts_en.properties");

    // Never changed after it was made.
    private static final Map<ReportKind, byte[]> DIGESTS = digests();

    private TemplateDigest() {}

    public static byte[] of(ReportKind kind) {
        return Objects.requireNonNull(DIGESTS.get(kind), "digest").clone();
    }

    private static Map<ReportKind, byte[]> digests() {
        var digests = new EnumMap<ReportKind, byte[]>(ReportKind.class);
        for (var kind : ReportKind.values()) {
            digests.put(kind, digest(folder(kind)));
        }
        return digests;
    }

    private static ReportFolder<?> folder(ReportKind kind) {
        Class<?> document = switch (kind) {
            case PROGRESS -> ProgressDocument.class;
            case FINAL -> FinalDocument.class;
            case ACCOUNTABILITY -> AccountabilityDocument.class;
            case INVOICE -> InvoiceDocument.class;
        };
        return ReportFolder.ALL.stream()
                .filter(folder -> folder.document().equals(document))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] digest(ReportFolder<?> folder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            update(digest, folder.template());
            update(digest, folder.name() + "/texts.properties");
            update(digest, folder.name() + "/texts_en.properties");
            for (var path : OF_THE_HOUSE) {
                update(digest, path);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String path) {
        try (var file = HouseStyle.open(path)) {
            digest.update(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
