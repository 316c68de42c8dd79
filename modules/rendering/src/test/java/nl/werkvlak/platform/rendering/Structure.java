package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * A tag of a PDF, as somebody meets it who hears the report.
 *
 * @param text its own, and not that of the tags in it
 * @param alt what a figure says in words
 * @param scope what the head of a table stands over
 * @param hasBox whether it is said where a figure stands
 */
record Structure(String type, String text, String alt, String scope, boolean hasBox, List<Structure> kids) {

    /** The document itself, with all that is in it. */
    static Structure of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var root = document.getDocumentCatalog().getStructureTreeRoot();
            return new Reader(document).read((PDStructureElement) root.getKids().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This tag and all in it, in the order in which they are read. */
    Stream<Structure> all() {
        return Stream.concat(Stream.of(this), kids.stream().flatMap(Structure::all));
    }

    List<Structure> all(String wanted) {
        return all().filter(each -> each.type().equals(wanted)).toList();
    }

    /** The types of what is directly in it. */
    List<String> types() {
        return kids.stream().map(Structure::type).toList();
    }

    /** All text in it. */
    String read() {
        return all().map(Structure::text).filter(each -> !each.isEmpty()).collect(Collectors.joining("|"));
    }

    private static final class Reader {

        private final Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();

        Reader(PDDocument document) throws IOException {
            for (PDPage page : document.getPages()) {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> ofPage.put(content.getMCID(), text(content)));
                texts.put(page.getCOSObject(), ofPage);
            }
        }

        private static String text(PDMarkedContent content) {
            String instead = content.getActualText();
            return instead != null
                    ? instead
                    : content.getContents().stream()
                            .map(each -> each instanceof TextPosition letter ? letter.getUnicode() : "")
                            .collect(Collectors.joining());
        }

        Structure read(PDStructureElement element) {
            List<Structure> kids = new ArrayList<>();
            var text = new StringBuilder();
            for (Object kid : element.getKids()) {
                if (kid instanceof PDStructureElement inner) {
                    kids.add(read(inner));
                } else if (kid instanceof Integer number) {
                    text.append(textOf(element.getPage(), number));
                } else if (kid instanceof PDMarkedContentReference reference) {
                    text.append(textOf(reference.getPage(), reference.getMCID()));
                }
            }
            String alt = element.getAlternateDescription();
            return new Structure(
                    element.getStructureType(),
                    text.toString(),
                    alt == null ? "" : alt,
                    attribute(element, "Scope"),
                    !attribute(element, "BBox").isEmpty(),
                    kids);
        }

        private String textOf(PDPage page, int number) {
            return texts.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(number, "");
        }

        private static String attribute(PDStructureNode element, String name) {
            if (!(element.getCOSObject().getDictionaryObject(COSName.A) instanceof COSArray attributes)) {
                return "";
            }
            return Stream.iterate(0, i -> i + 1)
                    .limit(attributes.size())
                    .map(attributes::getObject)
                    .map(COSDictionary.class::cast)
                    .filter(each -> each.containsKey(name))
                    .map(each -> each.getDictionaryObject(COSName.getPDFName(name)) instanceof COSName value
                            ? value.getName()
                            : "box")
                    .findFirst()
                    .orElse("");
        }
    }
}
