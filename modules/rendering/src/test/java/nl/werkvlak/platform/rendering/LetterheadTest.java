package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.werkvlak.platform.tenancy.Logo;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tenant's logo in the head of a report, or its name. */
@NullUnmarked
class LetterheadTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Logo LOGO = Logo.drawn(TestLogo.png(300, 100));
    private static final float HIGHEST_IN_POINTS = 14 / 25.4f * 72;

    static List<ReportFolder<?>> reports() {
        return ReportFolder.ALL;
    }

    private static <D extends Record & ReportDocument> D sample(ReportFolder<D> folder, Logo logo) {
        D document = MadeUp.document(folder.document(), 3, 60);
        return Emptied.with(document, "head", Emptied.with(document.head(), "logo", logo));
    }

    private static <D extends Record & ReportDocument> byte[] pdf(ReportFolder<D> folder, Logo logo) {
        return RENDERER.pdf(sample(folder, logo), DUTCH);
    }

    private static <D extends Record & ReportDocument> String html(ReportFolder<D> folder, Logo logo) {
        return new String(RENDERER.html(sample(folder, logo), DUTCH), StandardCharsets.UTF_8);
    }

    /** Larger than the dot that holds a link. */
    private static List<PDImageXObject> pictures(PDDocument pdf) throws IOException {
        var found = new ArrayList<PDImageXObject>();
        for (var page : pdf.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDImageXObject image && image.getWidth() > 1) {
                    found.add(image);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_logo_stands_on_every_page_and_is_in_the_file_once_byte_for_byte(ReportFolder<?> folder) throws IOException {
        byte[] made = pdf(folder, LOGO);
        Path toLookAt = Files.createDirectories(Path.of("target", "paper"));
        Files.write(toLookAt.resolve(folder.name() + "-logo.pdf"), made);
        Files.writeString(toLookAt.resolve(folder.name() + "-logo.html"), html(folder, LOGO));
        try (var pdf = Loader.loadPDF(made)) {
            var pictures = pictures(pdf);
            assertThat(pictures).hasSize(pdf.getNumberOfPages());
            assertThat(pictures.stream().map(PDImageXObject::getCOSObject).distinct())
                    .hasSize(1);
            try (var raw = pictures.get(0).getCOSObject().createRawInputStream()) {
                assertThat(raw.readAllBytes()).isEqualTo(LOGO.jpeg());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_logo_is_read_as_the_name_of_the_tenant_once(ReportFolder<?> folder) throws IOException {
        String name = sample(folder, LOGO).head().tenant();

        Stream<String> heard = Structure.of(pdf(folder, LOGO))
                .all()
                .filter(tag -> tag.type().equals("Figure"))
                .map(tag -> tag.alt());

        assertThat(heard.filter(name::equals)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void without_a_logo_the_name_stands_there(ReportFolder<?> folder) throws IOException {
        byte[] pdf = pdf(folder, null);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(pictures(document)).isEmpty();
        }
        assertThat(Structure.of(pdf)
                        .all()
                        .filter(tag -> tag.type().equals("P"))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .isEqualTo(sample(folder, LOGO).head().tenant());
        assertThat(html(folder, null)).contains("<header>").doesNotContain("<img");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_page_shows_the_same_logo(ReportFolder<?> folder) {
        assertThat(html(folder, LOGO))
                .contains("<header><img alt=\"" + sample(folder, LOGO).head().tenant() + "\"")
                .contains(Base64.getEncoder().encodeToString(LOGO.jpeg()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void no_logo_is_higher_than_fourteen_millimetres(ReportFolder<?> folder) {
        var header = new HouseStyle().template(folder.template()).report().getPageHeader();

        assertThat(Stream.of(header.getElements()).filter(element -> "Logo".equals(element.getStyleNameReference())))
                .singleElement()
                .satisfies(logo -> {
                    assertThat((float) logo.getHeight()).isLessThanOrEqualTo(HIGHEST_IN_POINTS);
                    assertThat((float) logo.getWidth() / logo.getHeight()).isEqualTo((float) Logo.WIDTH / Logo.HEIGHT);
                });
    }
}
