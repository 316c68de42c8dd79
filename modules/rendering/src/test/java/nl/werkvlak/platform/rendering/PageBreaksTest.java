package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where pages end: tried with so many rows that every place of a report comes to lie at the foot of a page. */
class PageBreaksTest {

    private static final Renderer RENDERER = new Renderer();
    private static final float HEADING = 15;
    private static final float SMALL = 8.5f;

    /** A piece of text; {@code top} in points from the head of the page. */
    private record Line(int page, float top, float size, String text) {}

    static IntStream numbersOfGoals() {
        return IntStream.rangeClosed(1, 36);
    }

    private static byte[] withGoals(int number) {
        return RENDERER.pdf(
                Samples.withGoals(IntStream.range(0, number)
                        .mapToObj(i -> new ProgressDocument.Goal(
                                "begin" + i + "." + (i % 3 == 0 ? " Een doel van meer dan een regel.".repeat(5) : "")
                                        + " eind" + i + ".",
                                null,
                                "OPEN",
                                null))
                        .toList()),
                Locale.ROOT);
    }

    private static List<Line> lines(byte[] pdf) {
        List<Line> lines = new ArrayList<>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    TextPosition first = letters.get(0);
                    lines.add(new Line(getCurrentPageNo(), first.getYDirAdj(), first.getFontSizeInPt(), text.strip()));
                }
            }.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static List<Line> below(Line line, List<Line> lines) {
        return lines.stream()
                .filter(other -> other.page() == line.page()
                        && other.top() > line.top()
                        && other.size() > SMALL
                        && other.size() < HEADING)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("numbersOfGoals")
    void no_heading_is_left_alone_at_the_foot_of_a_page(int goals) {
        List<Line> lines = lines(withGoals(goals));

        assertThat(lines)
                .filteredOn(line -> line.size() == HEADING)
                .hasSizeGreaterThan(5)
                .allSatisfy(heading -> assertThat(below(heading, lines)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("numbersOfGoals")
    void a_table_never_begins_with_fewer_than_two_rows_at_the_foot_of_a_page(int goals) {
        List<Line> lines = lines(withGoals(goals));

        assertThat(lines)
                .filteredOn(line -> line.text().equals("Termijn"))
                .first()
                .satisfies(head -> assertThat(below(head, lines))
                        .filteredOn(line -> line.text().startsWith("begin"))
                        .hasSizeGreaterThanOrEqualTo(Math.min(2, goals)));
    }

    @ParameterizedTest
    @MethodSource("numbersOfGoals")
    void no_row_goes_on_on_the_next_page(int goals) {
        List<Line> lines = lines(withGoals(goals));

        for (int i = 0; i < goals; i++) {
            assertThat(pageOf("begin" + i + ".", lines)).isEqualTo(pageOf("eind" + i + ".", lines));
        }
    }

    private static int pageOf(String text, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .orElseThrow()
                .page();
    }

    @ParameterizedTest
    @MethodSource("numbersOfGoals")
    void every_page_says_which_it_is_and_of_how_many(int goals) {
        List<Line> lines = lines(withGoals(goals));
        int pages = lines.get(lines.size() - 1).page();

        assertThat(lines.stream().map(Line::text).filter(text -> text.startsWith("Pagina ")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> "Pagina " + page + " van " + pages)
                        .toList());
    }
}
