package nl.werkvlak.platform.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;

/** Looks for the markers of the sample export in whatever left the platform. */
@NullUnmarked
final class Canaries {

    private static final Pattern MARKER = Pattern.compile("CNRY[A-Z0-9]+");

    private Canaries() {}

    static Set<String> in(String text) {
        var found = new TreeSet<String>();
        MARKER.matcher(text).results().forEach(marker -> found.add(marker.group()));
        return found;
    }

    /** In the raw bytes, and in the text and the metadata when it is a PDF. */
    static Set<String> in(byte[] bytes) throws IOException {
        var found = in(new String(bytes, StandardCharsets.UTF_8));
        if (bytes.length > 4 && new String(bytes, 0, 4, StandardCharsets.US_ASCII).equals("%PDF")) {
            found.addAll(in(textOf(bytes)));
        }
        return found;
    }

    static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var information = document.getDocumentInformation();
            // A marker that is broken over two lines is still a marker.
            return new PDFTextStripper().getText(document).replace("\n", " ")
                    + new PDFTextStripper().getText(document).replace("\n", "")
                    + information.getTitle()
                    + information.getAuthor()
                    + information.getSubject()
                    + information.getKeywords();
        }
    }
}
