package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final Renderer RENDERER = new Renderer();
    private static final int THREADS = 8;
    private static final int DOCUMENTS = 200;

    private static ProgressDocument numbered(int i) {
        ProgressDocument sample = Samples.progress();
        var document = Emptied.with(sample, "commissionNumber", "OPDRACHT-" + i);
        document = Emptied.with(document, "mainGoal", "Hoofddoel nummer " + i);
        document = Emptied.with(document, "goals", sample.goals().subList(0, i % 4));
        return Emptied.with(document, "contacts", sample.contacts().subList(0, i % 5));
    }

    @Test
    void says_the_same_however_many_are_made_at_once() throws Exception {
        List<String> oneByOne = IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> Pages.letters(RENDERER.pdf(numbered(i), language(i))))
                .toList();
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < DOCUMENTS; i++) {
                int number = i;
                work.add(() -> Pages.letters(RENDERER.pdf(numbered(number), language(number))));
            }
            List<String> atOnce = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(work)) {
                atOnce.add(each.get());
            }
            assertThat(atOnce).isEqualTo(oneByOne);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Locale language(int i) {
        return i % 2 == 0 ? Locale.ROOT : Locale.ENGLISH;
    }

    @Test
    void embeds_every_font_and_uses_no_other_family() throws IOException {
        for (ReportFolder<?> report : ReportFolder.ALL) {
            byte[] pdf = Samples.onPaper(report, RENDERER, Locale.ROOT);
            List<PDFont> fonts = new ArrayList<>();
            try (var document = Loader.loadPDF(pdf)) {
                for (var page : document.getPages()) {
                    collect(page.getResources(), fonts);
                }
                assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).containsPattern("HouseSans|LiberationSans");
                });
            }
        }
    }

    private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                collect(form.getResources(), fonts);
            }
        }
    }

    @Test
    void names_the_report_and_nobody_in_its_metadata() throws IOException {
        ProgressDocument sample = Samples.progress();
        byte[] pdf = RENDERER.pdf(sample, Locale.ROOT);
        try (var document = Loader.loadPDF(pdf)) {
            var about = document.getDocumentInformation();
            assertThat(about.getTitle())
                    .isEqualTo("Voortgangsrapportage oktober 2026 ("
                            + sample.head().reportNumber() + ")");
            List<String> said = about.getMetadataKeys().stream()
                    .map(key -> String.valueOf(about.getPropertyStringValue(key)))
                    .toList();
            assertThat(said).noneMatch(value -> value.contains("Veld") || value.contains("C000412"));
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNull();
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("Veld", "C000412", "99999");
    }
}
