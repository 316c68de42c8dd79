package nl.werkvlak.platform.rendering;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.export.ExporterFilter;
import net.sf.jasperreports.engine.fill.JRTemplateElement;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfImage;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jspecify.annotations.Nullable;

/**
 * One report as a PDF, tagged by a tagger of its own: the engine itself would claim to tag, and not do it. Most texts are set
 * here, line by line as they were measured; the engine breaks and orders each of them anew, which is a quarter of the time
 * of a report. Where that tells (a second paragraph, letters from right to left, other fonts, marked up text), the engine does it.
 */
final class TaggedPdf extends JRPdfExporter {

    private static final byte[] WHITE_DOT = whiteDot();
    private static final int FIRST_FROM_RIGHT_TO_LEFT = 0x590;
    private static final int AFTER_OTHER_SCRIPTS = 0x2010;

    private final IdentityHashMap<JRTemplateElement, Optional<Setting>> settings = new IdentityHashMap<>();

    TaggedPdf(JasperReportsContext context) {
        super(context);
    }

    @Override
    protected PdfTaggerFactory getPdfTaggerFactory(Boolean tagged) {
        return exporter -> new Tagger();
    }

    @Override
    protected PdfProducerFactory getPdfProducerFactory() {
        return PdfPress::new;
    }

    /** How all texts of one element of a template are set; those with a letter that the font lacks are not. */
    private record Setting(
            Font font, boolean everyScript, JRLineBox box, HorizontalTextAlignEnum across, VerticalTextAlignEnum down) {

        boolean sets(String said) {
            return !everyScript || said.chars().allMatch(font.getBaseFont()::charExists);
        }

        float size() {
            return font.getSize();
        }

        /** From the left side of the element to where a line begins. */
        float indent(String line, float width) {
            if (across == HorizontalTextAlignEnum.LEFT) {
                return box.getLeftPadding();
            }
            float left = width
                    - box.getRightPadding()
                    - box.getLeftPadding()
                    - font.getBaseFont().getWidthPoint(line, size());
            return box.getLeftPadding() + (across == HorizontalTextAlignEnum.RIGHT ? left : left / 2);
        }

        /** From the top of the element to where the first line hangs. */
        float drop(JRPrintText text) {
            float left = text.getHeight() - box.getTopPadding() - box.getBottomPadding() - text.getTextHeight();
            return box.getTopPadding()
                    + switch (down) {
                        case BOTTOM -> left;
                        case MIDDLE -> left / 2;
                        default -> 0;
                    };
        }
    }

    @Override
    public void exportText(JRPrintText text) {
        String said = styledTextUtil.getTruncatedText(text);
        if (said != null && text instanceof JRTemplatePrintText printed && isInOneParagraph(said)) {
            Optional<Setting> setting = settings.computeIfAbsent(printed.getTemplate(), template -> settingOf(text));
            if (setting.isPresent() && setting.get().sets(said)) {
                set(text, said, setting.get());
                return;
            }
        }
        super.exportText(text);
    }

    private static boolean isInOneParagraph(String said) {
        return said.chars()
                .allMatch(letter -> letter >= ' '
                        && (letter < FIRST_FROM_RIGHT_TO_LEFT || letter >= AFTER_OTHER_SCRIPTS)
                        && !Character.isSurrogate((char) letter));
    }

    private Optional<Setting> settingOf(JRPrintText text) {
        JRLineBox box = text.getLineBox();
        boolean everyScript = text.getFontName().equals(HouseStyle.EVERY_SCRIPT);
        boolean isPlain = text.getRotation() == RotationEnum.NONE
                && JRCommonText.MARKUP_NONE.equals(text.getMarkup())
                && text.getMode() == ModeEnum.TRANSPARENT
                && text.getHorizontalTextAlign() != HorizontalTextAlignEnum.JUSTIFIED
                && text.getHyperlinkType() == HyperlinkTypeEnum.NONE
                && (everyScript || text.getFontName().equals(HouseStyle.FONT))
                && !text.isUnderline()
                && !text.isStrikeThrough()
                && isUndrawn(box);
        if (!isPlain) {
            return Optional.empty();
        }
        var attributes = new HashMap<>(noBackcolorSelector.getStyledTextAttributes(text));
        attributes.put(TextAttribute.FAMILY, HouseStyle.FONT);
        Font font = press().getFont(attributes, JRStyledTextAttributeSelector.getTextLocale(text));
        return Optional.of(
                new Setting(font, everyScript, box, text.getHorizontalTextAlign(), text.getVerticalTextAlign()));
    }

    private static boolean isUndrawn(JRLineBox box) {
        return List.of(box.getTopPen(), box.getLeftPen(), box.getBottomPen(), box.getRightPen()).stream()
                .map(JRPen::getLineWidth)
                .allMatch(width -> width == 0);
    }

    private void set(JRPrintText text, String said, Setting setting) {
        if (said.isEmpty()) {
            return;
        }
        float left = text.getX() + getOffsetX();
        float down =
                pageFormat.getPageHeight() - text.getY() - getOffsetY() - setting.drop(text) - text.getLeadingOffset();
        pdfTagger.startText(text);
        PdfContentByte page = press().getPdfContentByte();
        page.beginText();
        page.setFontAndSize(setting.font().getBaseFont(), setting.size());
        for (String line : lines(text, said)) {
            down -= text.getLineSpacingFactor() * setting.size();
            page.setTextMatrix(left + setting.indent(line, text.getWidth()), down);
            show(page, line, setting.font());
        }
        page.endText();
        pdfTagger.endText();
    }

    private static void show(PdfContentByte page, String line, Font font) {
        Color mark = StatusMark.colour(line);
        if (mark != null) {
            page.setColorFill(mark);
            page.showText(line.substring(0, 1));
        }
        page.setColorFill(font.getColor());
        page.showText(mark == null ? line : line.substring(1));
    }

    /** As they were measured, without the spaces at which they break. */
    private static List<String> lines(JRPrintText text, String said) {
        short[] breaks = text.getLineBreakOffsets();
        if (breaks == null || breaks.length == 0) {
            return List.of(said.stripTrailing());
        }
        var lines = new ArrayList<String>();
        int from = 0;
        for (short length : breaks) {
            lines.add(said.substring(from, from + length).stripTrailing());
            from += length;
        }
        lines.add(said.substring(from).stripTrailing());
        return lines;
    }

    /** A drawing of our own goes straight onto the page. */
    @Override
    public void exportImage(JRPrintImage image) throws IOException, JRException {
        if (image.getRenderer() instanceof Graphics2DRenderable drawing) {
            float left = image.getX() + getOffsetX();
            float top = pageFormat.getPageHeight() - image.getY() - getOffsetY();
            float right = left + image.getWidth();
            float bottom = top - image.getHeight();
            pdfTagger.startImage(image, left, bottom, right, top);
            PdfContentByte page = press().getPdfContentByte();
            page.saveState();
            page.concatCTM(1, 0, 0, 1, left, bottom);
            Graphics2D pen = page.createGraphics(image.getWidth(), image.getHeight(), press().fonts());
            drawing.render(
                    jasperReportsContext, pen, new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
            pen.dispose();
            page.restoreState();
            pdfTagger.endImage();
        } else {
            super.exportImage(image);
        }
    }

    private PdfPress press() {
        return (PdfPress) pdfProducer;
    }

    /** Every element is printed. Looking whether one is not takes the engine longer than a drawing. */
    @Override
    protected @Nullable ExporterFilter createFilter() {
        return null;
    }

    /** Stands beside each drawing to hold a link. The engine's own is a PNG, which is decoded in every report. */
    @Override
    protected PdfImage getPxImage() {
        if (pxImage == null) {
            try {
                pxImage = pdfProducer.createImage(WHITE_DOT, false);
            } catch (IOException | JRException e) {
                throw new IllegalStateException("A dot cannot be made", e);
            }
        }
        return pxImage;
    }

    private static byte[] whiteDot() {
        var dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        dot.setRGB(0, 0, Color.WHITE.getRGB());
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(dot, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
