package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.werkvlak.platform.tenancy.Logo;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every report without rows, with one, with three and with very many, in both languages, with a logo and without. All of
 * them are kept under {@code target/looks}, for a person to look at.
 */
@NullUnmarked
class LooksTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Logo LOGO = Logo.drawn(TestLogo.png(300, 100));
    private static final float HEADING = 15;
    private static final Rectangle2D BETWEEN_MARGINS = new Rectangle2D.Float(56, 50, 483, 764);

    /** Where the foot of every page begins. */
    private static final float FOOT = 764;

    /** Where the head of every page ends, and the first column begins. */
    private static final float HEAD = 92;

    private static final float LEFT = 58;
    private static final Set<String> COLUMN_HEADS = Set.of(
            "Doel",
            "Goal",
            "Datum",
            "Date",
            "Wat",
            "What",
            "Rubriek",
            "Rubric",
            "Kengetal",
            "Indicator",
            "Soort",
            "Kind",
            "Cliëntnummer",
            "Client number");

    /** Points; the boxes of letters are a little higher than their ink. */
    private static final float INK = 1.5f;

    record Case(ReportFolder<?> kind, String variant, int rows, String language, boolean withLogo) {

        @Override
        public String toString() {
            return kind.name() + variant + "-" + (rows < 0 ? "sample" : rows) + "-" + language
                    + (withLogo ? "-logo" : "");
        }

        byte[] pdf() {
            return Pages.keepToLookAt(toString(), of(kind));
        }

        private <D extends Record & ReportDocument> byte[] of(ReportFolder<D> folder) {
            D document = Samples.withRows(folder, variant, rows);
            if (withLogo) {
                document = Emptied.with(document, "head", Emptied.with(document.head(), "logo", LOGO));
            }
            return RENDERER.pdf(document, Locale.forLanguageTag(language));
        }
    }

    static Stream<Case> reports() {
        return ReportFolder.ALL.stream()
                .flatMap(kind -> (kind.name().equals("accountability")
                                ? Stream.of("", "-2026-Q3", "-2026")
                                : Stream.of(""))
                        .flatMap(variant -> IntStream.of(Samples.AS_IT_IS, 0, 1, 3, 300)
                                .boxed()
                                .flatMap(rows -> Stream.of("nl", "en")
                                        .flatMap(language -> Stream.of(true, false)
                                                .map(logo -> new Case(kind, variant, rows, language, logo))))));
    }

    /** A line of text within one element, in points from the top left of its page. */
    private record Line(int page, Rectangle2D box, float size, String text) {

        @Override
        public String toString() {
            return page + ": " + text + " " + box;
        }
    }

    private static List<Line> lines(byte[] pdf) {
        List<Line> lines = new ArrayList<>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    TextPosition first = letters.get(0);
                    TextPosition last = letters.get(letters.size() - 1);
                    float height = first.getFontSizeInPt() * 0.7f;
                    lines.add(new Line(
                            getCurrentPageNo(),
                            new Rectangle2D.Float(
                                    first.getXDirAdj(),
                                    first.getYDirAdj() - height,
                                    last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj(),
                                    height),
                            first.getFontSizeInPt(),
                            text.strip()));
                }
            }.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nothing_lies_outside_the_margins_or_over_something_else_and_no_heading_is_left_alone(Case report) {
        List<Line> lines = lines(report.pdf());
        int pages = lines.get(lines.size() - 1).page();

        assertThat(lines)
                .allSatisfy(line -> assertThat(BETWEEN_MARGINS.contains(line.box()))
                        .as(line.toString())
                        .isTrue());
        for (int page = 1; page <= pages; page++) {
            int now = page;
            List<Line> onPage =
                    lines.stream().filter(line -> line.page() == now).toList();
            assertThat(overlapping(onPage)).isEmpty();
            assertThat(onPage.stream().filter(line -> line.size() == HEADING))
                    .allSatisfy(heading -> assertThat(onPage.stream()
                                    .filter(line ->
                                            line.box().getY() > heading.box().getMaxY()
                                                    && line.box().getMaxY() < FOOT))
                            .isNotEmpty());
            assertThat(now == 1 ? 2 : rowsThatGoOn(onPage)).isNotEqualTo(1);
            assertThat(headsWithoutRows(onPage)).isEmpty();
            assertThat(onPage.stream().map(Line::text))
                    .contains((report.language().equals("nl") ? "Pagina %d van %d" : "Page %d of %d")
                            .formatted(page, pages));
        }
    }

    /** Rows before the first heading; a row of more than one line counts once, by the line in its first column. */
    private static long rowsThatGoOn(List<Line> page) {
        double heading = page.stream()
                .filter(line -> line.size() == HEADING)
                .mapToDouble(line -> line.box().getY())
                .min()
                .orElse(FOOT);
        return page.stream()
                .filter(line -> line.box().getX() < LEFT
                        && line.box().getY() > HEAD
                        && line.box().getMaxY() < heading)
                .filter(line -> !COLUMN_HEADS.contains(line.text()))
                .count();
    }

    private static List<Line> headsWithoutRows(List<Line> page) {
        List<Line> column = page.stream()
                .filter(line -> line.box().getX() < LEFT
                        && line.box().getY() > HEAD
                        && line.box().getMaxY() < FOOT)
                .sorted(Comparator.comparingDouble(line -> line.box().getY()))
                .toList();
        return IntStream.range(0, column.size())
                .filter(i -> COLUMN_HEADS.contains(column.get(i).text())
                        && (i + 1 == column.size() || column.get(i + 1).size() == HEADING))
                .mapToObj(column::get)
                .toList();
    }

    private static Stream<String> overlapping(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> lines.subList(i + 1, lines.size()).stream()
                        .filter(other -> overlap(lines.get(i).box(), other.box()))
                        .map(other -> lines.get(i) + " and " + other));
    }

    private static boolean overlap(Rectangle2D one, Rectangle2D other) {
        Rectangle2D common = one.createIntersection(other);
        return common.getWidth() > INK && common.getHeight() > INK;
    }
}
