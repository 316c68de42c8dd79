package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that is wider than its column is hyphenated where a line ends, and nowhere else. */
class HyphenationTest {

    private static final Renderer RENDERER = new Renderer();
    private static final HouseStyle HOUSE = new HouseStyle();
    private static final Template TEMPLATE = HOUSE.template("progress/progress.jasper");
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final String HYPHEN = "\u00ad";
    private static final String COMPANY = "arbeidsongeschiktheidsverzekeringsmaatschappij";

    /** A statement about abilities: its columns are narrow. */
    private static ProgressDocument about(String rubric, String limitation) {
        return Emptied.with(
                Samples.progress(),
                "capacity",
                List.of(new ProgressDocument.CapacityStatement(
                        rubric, limitation, "BEDRIJFSARTS", LocalDate.of(2026, 10, 1), null, null)));
    }

    /** A cell as it goes to the engine. */
    private static String cell(String kind, int number, String text) {
        List<String> cells = new ArrayList<>(List.of("", "", "", ""));
        cells.set(number - 1, text);
        var row = new Row(kind, null, "", kind, cells, List.of());
        return TEMPLATE.fit(List.of(row), HOUSE.longWords()).get(0).cells().get(number - 1);
    }

    /** Of 112 points. */
    private static String narrow(String text) {
        return cell("capacity", 1, text);
    }

    @Nested
    class On_paper {

        private final byte[] pdf = Pages.keep(
                "hyphens", RENDERER.pdf(about(COMPANY, "bij het belastbaarheidsonderzoek van de " + COMPANY), DUTCH));

        @Test
        void a_hyphen_stands_where_a_line_ends_and_nowhere_else() {
            assertThat(Pages.elements(pdf))
                    .contains(
                            "arbeidsongeschiktheids\u00ad\nverzekeringsmaatschap\u00ad\npij\n",
                            "bij het belastbaarheidsonderzoek van de\narbeidsongeschiktheidsverzekeringsmaat\u00ad\nschappij\n")
                    .doesNotContainPattern("\u00ad[^\n]");
        }

        @Test
        void the_word_is_found_and_copied_whole() {
            assertThat(Pages.letters(pdf)).contains(COMPANY, "belastbaarheidsonderzoekvande" + COMPANY);
        }

        @Test
        void the_word_is_heard_whole_and_the_report_still_conforms() {
            Structure row = Structure.of(pdf).all("TR").stream()
                    .filter(each -> each.read().contains("Bedrijfsarts"))
                    .findFirst()
                    .orElseThrow();

            assertThat(row.kids().get(0).read().replace(HYPHEN, "")).isEqualTo(COMPANY);
            assertThat(VeraPdf.failures(pdf)).isEmpty();
        }

        @Test
        void the_answer_at_the_top_is_hyphenated_too() {
            ProgressDocument report = Emptied.with(
                    Samples.progress(),
                    "plan",
                    Emptied.with(
                            Samples.progress().plan(),
                            "agreements",
                            List.of(new ProgressDocument.Agreement(
                                    "Arbeidsongeschiktheidsverzekeraar bellen",
                                    "COACH",
                                    LocalDate.of(2026, 11, 18),
                                    null))));

            assertThat(Pages.elements(Pages.keep("hyphens-answer", RENDERER.pdf(report, DUTCH))))
                    .contains("Arbeidsongeschiktheids\u00ad\nverzekeraar bellen");
        }
    }

    @Test
    void the_page_and_the_data_hold_the_word_as_it_was_written() {
        ProgressDocument report = about(COMPANY, "geen");

        assertThat(new String(RENDERER.html(report, DUTCH), StandardCharsets.UTF_8))
                .contains(COMPANY)
                .doesNotContain(HYPHEN);
        assertThat(new String(RENDERER.json(report), StandardCharsets.UTF_8))
                .contains(COMPANY)
                .doesNotContain(HYPHEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void however_words_fall_no_hyphen_stands_within_a_line_and_no_letter_is_lost(long seed) {
        var random = new Random(seed);
        List<ProgressDocument.CapacityStatement> statements = IntStream.range(0, 60)
                .mapToObj(i -> new ProgressDocument.CapacityStatement(
                        text(random), text(random), "BEDRIJFSARTS", null, null, text(random)))
                .toList();
        // A letter of another script has the whole report set in other fonts.
        String reaction = seed % 2 == 0 ? "王小明" : "geen";

        byte[] pdf = RENDERER.pdf(
                Emptied.with(
                        Emptied.with(Samples.progress(), "capacity", statements),
                        "plan",
                        Emptied.with(Samples.progress().plan(), "clientReaction", reaction)),
                DUTCH);

        assertThat(Pages.elements(pdf)).contains(HYPHEN).doesNotContainPattern("\u00ad[^\n]");
        String all = Pages.letters(pdf);
        assertThat(statements)
                .allSatisfy(each -> assertThat(all)
                        .contains(Pages.letters(
                                each.rubric() + each.limitation() + "Bedrijfsarts," + each.sourceDocument())));
    }

    private static String text(Random random) {
        return Stream.generate(
                        () -> random.nextInt(3) == 0 ? compound(random) : SHORT.get(random.nextInt(SHORT.size())))
                .limit(1 + random.nextInt(5))
                .collect(Collectors.joining(" "));
    }

    private static String compound(Random random) {
        return Stream.generate(() -> PARTS.get(random.nextInt(PARTS.size())))
                .limit(2 + random.nextInt(4))
                .collect(Collectors.joining(random.nextInt(8) == 0 ? "-" : ""));
    }

    private static final List<String> SHORT = List.of("de", "(en)", "voor", "coach,", "–", "“uitleg”", "3,5", "i");
    private static final List<String> PARTS = List.of(
            "arbeids",
            "ongeschiktheids",
            "verzekerings",
            "maatschappij",
            "re-integratie",
            "traject",
            "coördinatie",
            "belastbaarheids",
            "onderzoek",
            "wMw",
            "vrijwilligers",
            "œuvre");

    @ParameterizedTest
    @CsvSource({
        "arbeidsongeschiktheid, arbeids-on-ge-schikt-heid",
        "belastbaarheidsonderzoek, belast-baar-heids-on-der-zoek",
        "Participatieladder, Par-ti-ci-pa-tie-lad-der",
        "aandachtstrekkers, aan-dachts-trek-kers",
        "coördinatievergadering, coör-di-na-tie-ver-ga-de-ring",
        "gedragsbeïnvloeding, gedrags-beïn-vloe-ding"
    })
    void words_are_broken_as_the_official_word_list_does(String word, String broken) {
        assertThat(DutchHyphens.of(word)).isNotEmpty();
        assertThat(points(word)).isEqualTo(broken);
    }

    private static String points(String word) {
        var said = new StringBuilder(word);
        int[] places = DutchHyphens.of(word);
        for (int i = places.length - 1; i >= 0; i--) {
            said.insert(places[i], '-');
        }
        return said.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arbeidsongeschikt",
                "zeven woorden die elk in hun kolom passen, hoe lang de zin ook is",
                "1234567890123456789012345678901234567890"
            })
    void what_fits_and_what_is_no_word_stays_as_it_is(String text) {
        assertThat(narrow(text)).isEqualTo(text);
    }

    @Test
    void a_word_with_its_own_hyphen_is_broken_there_first() {
        assertThat(narrow("participatie-arbeidsongeschiktheidsverzekering"))
                .isEqualTo("participatie-arbeidsongeschiktheids\u00adverzekering");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gesprek met Arbeidsongeschiktheidsverzekeraars",
                "mevrouw Papadopoulouvandenbroeckestraten",
                "de NEDERLANDSEARBEIDSINSPECTIE",
                "bij WerkEnInkomenNederlandGroningen"
            })
    void a_name_is_never_hyphenated(String text) {
        assertThat(narrow(text)).isEqualTo(text);
    }

    @Test
    void who_a_report_is_about_is_never_hyphenated_even_where_a_sentence_begins() {
        assertThat(cell("person", 1, "Wickramasinghebandara".repeat(6))).doesNotContain(HYPHEN);
        assertThat(cell("agreement", 1, "wickramasinghebandara".repeat(3))).contains(HYPHEN);
    }

    @Test
    void the_first_word_of_a_sentence_is_hyphenated_in_spite_of_its_capital() {
        assertThat(narrow("Arbeidsongeschiktheidsverzekering")).contains(HYPHEN);
        assertThat(narrow("Ja. Arbeidsongeschiktheidsverzekering")).contains(HYPHEN);
    }

    /** What the house itself says in English has no patterns, and what stands in the head of a table is not looked at. */
    @ParameterizedTest
    @MethodSource("nl.werkvlak.platform.rendering.Samples#folders")
    void our_own_words_fit_where_they_are_not_hyphenated(ReportFolder<?> report) {
        Template template = HOUSE.template(report.template());
        for (Locale language : List.of(DUTCH, Locale.ENGLISH)) {
            var words = new Words(report.name(), language);
            assertThat(template.heads().values().stream().flatMap(List::stream))
                    .allSatisfy(head -> assertThat(words(head.said(words, List.of())))
                            .allSatisfy(word -> assertThat(width(word)).isLessThan(head.width())));
        }
        Texts english = new Words(report.name(), Locale.ENGLISH).texts();
        float narrowest = (float) template.bands().values().stream()
                .flatMap(List::stream)
                .filter(part -> !part.drawing() && part.number() > 0)
                .mapToInt(Part::width)
                .min()
                .orElseThrow();
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(words(english.getString(key)))
                        .allSatisfy(word -> assertThat(width(word)).isLessThan(narrowest)));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\\s+"));
    }

    private static float width(String word) {
        Font font = FontUtil.getInstance(HOUSE.context())
                .getAwtFontFromBundles(HouseStyle.FONT, Font.PLAIN, 10, Locale.ROOT, false);
        return (float) font.getStringBounds(word, new FontRenderContext(null, true, true))
                .getWidth();
    }
}
