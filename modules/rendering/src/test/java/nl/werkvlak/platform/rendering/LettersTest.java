package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    private static final Renderer RENDERER = new Renderer();
    private static final HouseStyle HOUSE = new HouseStyle();
    private static final FontRenderContext SCREEN = new FontRenderContext(null, true, true);

    /** At this size nothing is rounded. */
    private static final int UNITS_OF_THE_FONT = 2048;

    private static byte[] about(String text) {
        return RENDERER.pdf(
                Samples.withGoals(List.of(new ProgressDocument.Goal(text, null, "OPEN", null))), Locale.ROOT);
    }

    private static String read(byte[] pdf) {
        return Structure.of(pdf).all("Table").get(0).kids().get(1).kids().get(0).read();
    }

    /** veraPDF fails a document in which a letter has no glyph, or a glyph no letter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Şükran Ğazioğlu-van der Veldőn uit Hỹlaren",
                "Nguyễn Thị Ánh, Łukasz Żółć",
                "Ŋala Ħal, Œuvre, Ĳsbrand, Þórður",
                "Ελένη Παπαδοπούλου",
                "Володимир Їжак",
                "王小明",
                "山田 太郎・カタカナ、ひらがな",
                "محمد بن عبد الله",
                "Amal محمد بن عبد الله (vader)"
            })
    void every_letter_of_a_name_is_on_paper_and_is_read(String name) {
        byte[] pdf = about(name);

        assertThat(read(pdf)).isEqualTo(name);
        assertThat(VeraPdf.failures(pdf)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a\u0301 e\u0308, á ë",
        "\u202eomgekeerd\u202c, omgekeerd",
        "nul\u200bbreedte\ufeff, nulbreedte",
        "be\u00adlang, belang",
        "김철수 \ud83d\ude00, □□□ □",
        "bel\u0007len, bel len"
    })
    void what_cannot_be_printed_shows_that_it_is_there_and_what_is_not_seen_is_gone(String given, String printed) {
        assertThat(HOUSE.letters().printable(given)).isEqualTo(printed);
        assertThat(read(about(given))).isEqualTo(printed);
    }

    @Test
    void a_report_in_letters_of_the_first_font_does_not_look_for_others() {
        assertThat(HOUSE.letters().arePlain("Şükran Ğazioğlu, Veldőn ▲ ● ■ ○ − • → ·\n"))
                .isTrue();
        assertThat(HOUSE.letters().arePlain("王")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {Font.PLAIN, Font.BOLD})
    void all_figures_are_of_one_width(int weight) {
        var font = font(HouseStyle.FONT, weight);

        assertThat("0123456789"
                        .chars()
                        .mapToObj(figure -> font.getStringBounds(Character.toString(figure), SCREEN)
                                .getWidth()))
                .containsOnly(font.getStringBounds("0", SCREEN).getWidth());
    }

    @ParameterizedTest
    @ValueSource(ints = {Font.PLAIN, Font.BOLD})
    void the_lean_font_draws_each_letter_as_the_whole_one(int weight) {
        var lean = font(HouseStyle.FONT, weight);
        var whole = font("Liberation Sans", weight);

        assertThat(IntStream.range(' ', Character.MAX_VALUE)
                        .filter(lean::canDisplay)
                        .filter(letter -> Character.getType(letter) != Character.FORMAT)
                        .mapToObj(Character::toString))
                .hasSizeGreaterThan(350)
                .allSatisfy(letter -> {
                    var glyph = lean.createGlyphVector(SCREEN, letter);
                    var original = whole.createGlyphVector(SCREEN, letter);
                    assertThat(glyph.getGlyphMetrics(0).getAdvance())
                            .isEqualTo(original.getGlyphMetrics(0).getAdvance());
                    assertThat(new Area(glyph.getOutline()).equals(new Area(original.getOutline())))
                            .isTrue();
                });
    }

    private static Font font(String family, int weight) {
        return FontUtil.getInstance(HOUSE.context())
                .getAwtFontFromBundles(family, weight, UNITS_OF_THE_FONT, Locale.ROOT, false);
    }
}
