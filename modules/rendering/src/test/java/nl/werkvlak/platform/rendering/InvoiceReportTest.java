package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.InvoiceDocument.Line;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceReportTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final InvoiceDocument sample = Samples.invoice();

    private static String letters(InvoiceDocument document) {
        return Pages.letters(RENDERER.pdf(document, DUTCH));
    }

    private InvoiceDocument of(List<Line> lines) {
        return InvoiceDocument.of(
                sample.head(), sample.commissionNumber(), sample.product(), sample.hourlyRate(), sample.vat(), lines);
    }

    private static Line line(String reference, String hours) {
        var worked = new BigDecimal(hours);
        return new Line(
                reference,
                "BEGELEIDING",
                worked,
                worked.multiply(new BigDecimal("102.00")).setScale(2));
    }

    @Nested
    class The_total {

        @Test
        void is_that_of_the_lines_with_vat_reckoned_once() {
            var invoice = of(List.of(line("C2", "0.25"), line("C1", "1.5"), line("C3", "0.1")));

            assertThat(invoice.lines()).extracting(Line::reference).containsExactly("C1", "C2", "C3");
            assertThat(invoice.total().net()).isEqualByComparingTo("188.70");
            assertThat(invoice.total().tax()).isEqualByComparingTo("39.63");
            assertThat(invoice.total().gross()).isEqualByComparingTo("228.33");
        }

        @Test
        void knows_nothing_of_a_line_that_was_not_let_through() {
            var invoice = of(List.of(line("C1", "1.5"), new Line("C2", null, null, null)));

            assertThat(invoice.lines()).extracting(Line::reference).containsExactly("C1");
            assertThat(invoice.total().gross()).isEqualByComparingTo("185.13");
            assertThat(letters(invoice)).doesNotContain("C2");
        }

        @Test
        void stands_first() {
            assertThat(letters(sample))
                    .contains("TotaalEUR2.715,24met21%btw", "Uren22uur", "UurtariefEUR102,00zonderbtw");
        }
    }

    @Nested
    class A_category_that_is_not_released {

        @Test
        void leaves_the_hours_without_a_reference() {
            var told = new Line(null, "BEGELEIDING", new BigDecimal("6.25"), new BigDecimal("637.50"));

            assertThat(letters(of(List.of(told)))).contains("TrajectBegeleiding6,25637,50");
        }

        @Test
        void leaves_one_sentence_without_the_hours() {
            assertThat(letters(Emptied.butFor(sample, EnumSet.of(DataCategory.IDENT))))
                    .contains("Indezeperiodezijngeenureninrekeningtebrengen.")
                    .doesNotContain("EUR", "C000412", "Bedrag");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 300})
    void shows_every_line_however_many_there_are(int rows) throws IOException {
        var invoice = of(IntStream.range(0, rows)
                .mapToObj(i -> line("C%06d".formatted(i), (i + 1) + ".25"))
                .toList());

        String paper = Pages.letters(Pages.keep("invoice-" + rows, RENDERER.pdf(invoice, DUTCH)));
        var csv = new ByteArrayOutputStream();
        RENDERER.write(invoice, DUTCH, DataFormat.CSV, csv);

        assertThat(invoice.lines())
                .hasSize(rows)
                .allSatisfy(line -> assertThat(paper).contains(line.reference() + "Begeleiding"));
        assertThat(csv.toString(StandardCharsets.UTF_8).split("\r\n")).hasSize(rows + 1);
    }
}
