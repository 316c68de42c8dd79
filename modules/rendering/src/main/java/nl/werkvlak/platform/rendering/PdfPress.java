package nl.werkvlak.platform.rendering;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontMapper;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.classic.ClassicPdfFontMapper;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicPdfWriter;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducerContext;

/** The engine's way of writing a PDF, told to compress in a hurry: it is a third of the time of a report otherwise. */
final class PdfPress extends ClassicPdfProducer {

    private static final String METADATA =
            new String(HouseStyle.bytes("house-style/metadata.xmp"), StandardCharsets.UTF_8);

    private final FontMapper fonts = new Fonts(this);

    PdfPress(PdfProducerContext context) {
        super(context);
    }

    private static final class Fonts extends ClassicPdfFontMapper {
        private final Map<java.awt.Font, BaseFont> known = new HashMap<>();

        Fonts(ClassicPdfProducer producer) {
            super(producer);
        }

        @Override
        public BaseFont awtToPdf(java.awt.Font font) {
            return known.computeIfAbsent(font, super::awtToPdf);
        }
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
        super.createWriter(out);
        PdfWriter writer = getPdfWriter();
        writer.setCompressionLevel(Deflater.BEST_SPEED);
        return new ClassicPdfWriter(this, writer) {
            @Override
            public void createXmpMetadata(String title, String subject, String keywords, boolean isTagged) {
                writer.setXmpMetadata(metadata(writer.getInfo()));
            }
        };
    }

    /** The fonts of drawings: those of the texts, by family and weight. */
    FontMapper fonts() {
        return fonts;
    }

    @Override
    public Font getFont(Map<Attribute, Object> attributes, Locale locale) {
        var font = super.getFont(attributes, locale);
        font.getBaseFont().setCompressionLevel(Deflater.BEST_SPEED);
        return font;
    }

    /** What the document says of itself, twice: ISO 19005-2 wants in XMP what stands in the dictionary. */
    private static byte[] metadata(PdfDictionary info) {
        return METADATA.replace("{title}", xml(info, PdfName.TITLE))
                .replace("{author}", xml(info, PdfName.AUTHOR))
                .replace("{creator}", xml(info, PdfName.CREATOR))
                .replace("{producer}", xml(info, PdfName.PRODUCER))
                .replace("{created}", ((PdfDate) info.get(PdfName.CREATIONDATE)).getW3CDate())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String xml(PdfDictionary info, PdfName name) {
        return ((PdfString) info.get(name))
                .toUnicodeString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
