package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.werkvlak.platform.tenancy.BrandColour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseStyleTest {

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#ffff00", "#7fd4a0", "#ff6600", "#00ffff", "#808080"})
    void a_colour_that_cannot_be_read_on_white_is_darkened_until_it_can(String hex) {
        assertThat(BrandColour.contrastOnWhite(Color.decode(hex))).isLessThan(BrandColour.READABLE);

        assertThat(BrandColour.contrastOnWhite(BrandColour.readable(hex))).isBetween(BrandColour.READABLE, 5.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b6b50", "#1f4e9e", "#003a70", "#000000"})
    void a_colour_that_can_be_read_stays_as_it_is(String hex) {
        assertThat(BrandColour.readable(hex)).isEqualTo(Color.decode(hex));
    }

    @Test
    void a_tenant_without_a_colour_gets_one_that_can_be_read() {
        assertThat(BrandColour.contrastOnWhite(BrandColour.readable(null))).isGreaterThan(BrandColour.READABLE);
    }

    @Test
    void contrast_is_that_of_the_standard() {
        assertThat(BrandColour.contrastOnWhite(Color.BLACK)).isEqualTo(21.0);
        assertThat(BrandColour.contrastOnWhite(Color.WHITE)).isEqualTo(1.0);
    }

    @Test
    void every_text_of_the_house_can_be_read_on_white() throws IOException {
        String styles = Files.readString(Samples.file("house-style", "styles.jrtx"));
        assertThat(Pattern.compile("<style (?!name=\"Hairline)[^>]*forecolor=\"(#[0-9A-F]{6})\"")
                        .matcher(styles)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(colour -> assertThat(BrandColour.contrastOnWhite(Color.decode(colour)))
                        .isGreaterThan(BrandColour.READABLE));
    }

    @Test
    void every_text_element_stretches_so_that_no_text_is_lost() throws IOException {
        for (ReportFolder<?> report : ReportFolder.ALL) {
            String template = Files.readString(Samples.file(report.name(), report.name() + ".jrxml"));
            assertThat(Pattern.compile("<element kind=\"textField\"[^>]*>")
                            .matcher(template)
                            .results()
                            .map(found -> found.group()))
                    .isNotEmpty()
                    .allSatisfy(element -> assertThat(element).contains("textAdjust=\"StretchHeight\""));
            assertThat(template).doesNotContain("<query", "kind=\"subreport\"", "kind=\"component\"");
        }
    }

    @ParameterizedTest
    @MethodSource("nl.werkvlak.platform.rendering.Samples#folders")
    void every_element_has_a_name_of_its_own_so_that_a_template_compiles_to_the_same_bytes(ReportFolder<?> report)
            throws IOException {
        String template = Files.readString(Samples.file(report.name(), report.name() + ".jrxml"));

        assertThat(Pattern.compile("<(?:element|jasperReport) [^>]*>")
                        .matcher(template)
                        .results()
                        .map(found -> found.group()))
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element).contains(" uuid=\""));
    }

    @Test
    void no_template_is_read_from_a_folder_or_an_address() {
        var context = new HouseStyle().context();

        assertThat(context.getProperty("net.sf.jasperreports.report.class.filter.enabled"))
                .isEqualTo("true");
        assertThat(context.getProperty("net.sf.jasperreports.deserialization.class.filter.enabled"))
                .isEqualTo("true");
        assertThat(context.getProperty("net.sf.jasperreports.repository.url.filter.enabled"))
                .isEqualTo("true");
        assertThat(context.getProperty("net.sf.jasperreports.default.file.repository.enabled"))
                .isEqualTo("false");
    }

    @Test
    void numbers_and_dates_are_written_as_the_reader_writes_them() {
        var dutch = new Words("progress", Locale.forLanguageTag("nl-NL"));
        var english = new Words("progress", Locale.ENGLISH);
        var amount = new BigDecimal("1234.5");

        assertThat(dutch.euros(amount)).isEqualTo("EUR 1.234,50");
        assertThat(english.euros(amount)).isEqualTo("EUR 1,234.50");
        assertThat(dutch.hours(new BigDecimal("4.5"))).isEqualTo("4 uur 30");
        assertThat(dutch.date(LocalDate.of(2026, 10, 12))).isEqualTo("12 oktober 2026");
        assertThat(english.date(LocalDate.of(2026, 10, 12))).isEqualTo("12 October 2026");
    }
}
