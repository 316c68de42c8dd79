package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report can be heard (PDF/UA-1) and kept for good (PDF/A-2a). */
class ConformanceTest {

    private static final Renderer RENDERER = new Renderer();
    private static final int ENOUGH = 200;

    record Case(ReportFolder<?> kind, String language, int rows, long seed) {

        @Override
        public String toString() {
            return kind.name() + " " + language + ", " + rows + " rows, seed " + seed;
        }
    }

    /** All kinds in both languages, without rows, with few, and with very many. */
    static Stream<Case> reports() {
        int seeds = ENOUGH / (ReportFolder.ALL.size() * 2 * 3) + 1;
        return ReportFolder.ALL.stream()
                .flatMap(kind -> Stream.of("nl", "en")
                        .flatMap(language -> Stream.of(0, 1, 3, 300)
                                .flatMap(rows -> IntStream.range(0, rows == 300 ? 1 : seeds)
                                        .mapToObj(seed -> new Case(kind, language, rows, seed)))));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_report_is_accessible_and_archivable(Case report) {
        Locale language = Locale.forLanguageTag(report.language());
        byte[] pdf = RENDERER.pdf(MadeUp.document(report.kind().document(), report.seed(), report.rows()), language);

        assertThat(VeraPdf.failures(pdf)).isEmpty();
    }
}
