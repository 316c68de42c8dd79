package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample of each report gives the text that lies beside it. After a wanted change, copy it from target/golden. */
class GoldenTextTest {

    private static final Renderer RENDERER = new Renderer();

    @ParameterizedTest
    @MethodSource("nl.werkvlak.platform.rendering.Samples#folders")
    void the_sample_gives_the_golden_text_in_both_languages(ReportFolder<?> report) throws IOException {
        String dutch = made(report, "nl", "golden.txt");
        String english = made(report, "en", "golden_en.txt");

        assertThat(dutch).isEqualTo(golden(report, "golden.txt"));
        assertThat(english).isEqualTo(golden(report, "golden_en.txt"));
    }

    private static String made(ReportFolder<?> report, String language, String file) throws IOException {
        byte[] pdf = Samples.onPaper(report, RENDERER, Locale.forLanguageTag(language));
        String text = Pages.lines(pdf);
        Path made = Files.createDirectories(Path.of("target", "golden", report.name()));
        Files.writeString(made.resolve(file), text);
        Files.write(made.resolve(language + ".pdf"), pdf);
        return text;
    }

    private static String golden(ReportFolder<?> report, String file) throws IOException {
        return Files.readString(Samples.file(report.name(), file));
    }
}
