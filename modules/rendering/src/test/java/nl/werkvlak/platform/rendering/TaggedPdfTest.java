package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is set without the engine's typesetting stands where the engine would have set it. */
class TaggedPdfTest {

    private static final Renderer RENDERER = new Renderer();

    @ParameterizedTest
    @MethodSource("nl.werkvlak.platform.rendering.Samples#folders")
    void sets_every_letter_where_the_engine_would(ReportFolder<?> report) throws IOException {
        for (var language : List.of(Locale.forLanguageTag("nl-NL"), Locale.ENGLISH)) {
            var ours = letters(Samples.onPaper(report, RENDERER, language));
            var theirs = letters(Samples.onPaper(report, RENDERER, language, ByTheEngine::new));

            assertThat(ours).hasSizeGreaterThan(300).isEqualTo(theirs);
        }
    }

    @Test
    void a_status_mark_has_its_colour_also_where_another_text_takes_another_font() throws IOException {
        var pdf = RENDERER.pdf(Samples.progress(), Locale.forLanguageTag("nl-NL"));

        assertThat(letters(pdf)).anyMatch(letter -> letter.contains("LiberationSans"));
        assertThat(coloursOf(pdf, "▲■●○")).containsExactlyInAnyOrder("▲ a85a00", "■ b3261e", "● 1b7f4b", "○ 5b6470");
    }

    private static Set<String> coloursOf(byte[] pdf, String shapes) throws IOException {
        var colours = new TreeSet<String>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (shapes.contains(letter.getUnicode())) {
                    try {
                        colours.add("%s %06x"
                                .formatted(
                                        letter.getUnicode(),
                                        getGraphicsState().getNonStrokingColor().toRGB()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
        stripper.addOperator(new SetNonStrokingDeviceRGBColor(stripper));
        stripper.addOperator(new SetNonStrokingDeviceGrayColor(stripper));
        try (var document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return colours;
    }

    /** The engine as it is, with our tags only. */
    private static final class ByTheEngine extends JRPdfExporter {

        ByTheEngine(JasperReportsContext context) {
            super(context);
        }

        @Override
        protected PdfTaggerFactory getPdfTaggerFactory(Boolean tagged) {
            return exporter -> new Tagger();
        }
    }

    /** Each letter with its font, and with its place in whole points from the top left of its page. */
    private static List<String> letters(byte[] pdf) throws IOException {
        var letters = new ArrayList<String>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                for (var letter : positions) {
                    if (!letter.getUnicode().isBlank()) {
                        letters.add("%d %4.0f %4.0f %s %s %.1f"
                                .formatted(
                                        getCurrentPageNo(),
                                        letter.getYDirAdj(),
                                        letter.getXDirAdj(),
                                        letter.getUnicode(),
                                        letter.getFont().getName().replaceFirst("^[A-Z]{6}\\+", ""),
                                        letter.getFontSizeInPt()));
                    }
                }
            }
        };
        try (var document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        Collections.sort(letters);
        return letters;
    }
}
