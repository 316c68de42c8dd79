package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF. */
final class Pages {

    private Pages() {}

    /** Keeps it under target/paper as well, where a person can look at it. */
    static byte[] keep(String name, byte[] pdf) {
        return keep("paper", name, pdf);
    }

    /** Keeps one of a series, under target/looks. */
    static byte[] keepToLookAt(String name, byte[] pdf) {
        return keep("looks", name, pdf);
    }

    private static byte[] keep(String folder, String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target", folder)).resolve(name + ".pdf"), pdf);
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text, line by line in the order in which it is read. */
    static String lines(byte[] pdf) {
        return text(pdf, true);
    }

    /** All text, line by line, each element of the page by itself. */
    static String elements(byte[] pdf) {
        return text(pdf, false);
    }

    private static String text(byte[] pdf, boolean asRead) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(asRead);
            stripper.setLineSeparator("\n");
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text without white space or hyphens at the end of a line, element by element, so that a value is found however it was broken over lines. */
    static String letters(byte[] pdf) {
        return letters(text(pdf, false));
    }

    static String letters(String text) {
        return text.replaceAll("[\\s\u00a0\u00ad]+", "");
    }
}
