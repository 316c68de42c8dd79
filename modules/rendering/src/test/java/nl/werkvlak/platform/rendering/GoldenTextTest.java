package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample of each report gives the text that lies beside it. After a wanted change, copy it from target/golden. */
class GoldenTextTest {

    private static final Renderer RENDERER = new Renderer();

    @ParameterizedTest
    @CsvSource({
        "progress, golden.txt, nl",
        "progress, golden_en.txt, en",
        "accountability, golden.txt, nl",
        "accountability, golden_en.txt, en"
    })
    void the_sample_gives_the_golden_text(String report, String file, String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        byte[] pdf = report.equals("progress")
                ? RENDERER.pdf(Samples.progress(), locale)
                : RENDERER.pdf(Samples.accountability(), locale);

        String text = Pages.lines(pdf);

        Path made = Files.createDirectories(Path.of("target", "golden", report)).resolve(file);
        Files.writeString(made, text);
        Files.write(made.resolveSibling(language + ".pdf"), pdf);
        assertThat(text).isEqualTo(Files.readString(Samples.file(report, file)));
    }
}
