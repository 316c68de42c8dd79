package nl.werkvlak.platform.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases that the privacy officer keeps, in {@code src/test/resources/gevallen}: one line each, in Dutch. */
class CasesTest {

    static Stream<Path> files() throws IOException, URISyntaxException {
        var folder = Path.of(
                Objects.requireNonNull(CasesTest.class.getResource("/gevallen")).toURI());
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("LEESMIJ.txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void are_answered_as_they_are_written(Path file) {
        var wrong = CaseLine.of(file).stream()
                .filter(line -> !line.answer(Shipped.RULE).equals(line.expected()))
                .map(line -> "%n%s%n  verwacht: %s%n  regel:    %s"
                        .formatted(line.place(), line.expected(), line.answer(Shipped.RULE)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void are_many() throws IOException, URISyntaxException {
        assertThat(files().mapToInt(file -> CaseLine.of(file).size()).sum()).isGreaterThanOrEqualTo(300);
    }

    @Nested
    class A_word_that_nobody_knows {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X | GOAL | voortgang | 2026-10-31 | - | ja, volledig, op D",
                    "E1 | DOEL | voortgang | 2026-10-31 | - | ja, volledig, op D",
                    "E1 | GOAL | tussenrapport | 2026-10-31 | - | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 31-10-2026 | - | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 vroeg | - | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 | bezwaren 2026-10-01 | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 | bezwaar 2026-10-01 mondeling | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 | bezwaar | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 | grondslag g G | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 | grondslag d D ooit | ja, volledig, op D",
                    "E1 | GOAL | voortgang | 2026-10-31 | bewaartermijn GOAL veel maanden vanaf 2026-01-01 | ja",
                    "E1 | GOAL | voortgang | 2026-10-31 | -"
                })
        void is_refused_with_its_file_and_line(String line) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaseLine.of("bezwaar.txt:12", line))
                    .withMessageStartingWith("bezwaar.txt:12: ");
        }

        @Test
        void is_never_an_answer() {
            var line = CaseLine.of("bezwaar.txt:12", "E1 | GOAL | voortgang | 2026-10-31 | - | jazeker");

            assertThat(List.of(line.answer(Shipped.RULE))).doesNotContain(line.expected());
        }
    }
}
