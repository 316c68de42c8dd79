package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF. */
final class Pages {

    private Pages() {}

    /** All text, line by line in the order in which it is read. */
    static String lines(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text without white space, so that a value is found however it was broken over lines. */
    static String letters(byte[] pdf) {
        return letters(lines(pdf));
    }

    static String letters(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    static int count(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
