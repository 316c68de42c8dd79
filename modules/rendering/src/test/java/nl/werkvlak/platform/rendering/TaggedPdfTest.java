package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
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
