package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody hears who does not see the report. */
class TaggerTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private static Structure heard(ProgressDocument report) {
        return Structure.of(RENDERER.pdf(report, DUTCH));
    }

    private static ProgressDocument withGoals(int number) {
        return Samples.withGoals(IntStream.range(0, number)
                .mapToObj(i -> new ProgressDocument.Goal(
                        "Doel " + i + " met een omschrijving die over de rand van haar kolom heen loopt",
                        LocalDate.of(2026, 11, 1).plusDays(i),
                        "OPEN",
                        null))
                .toList());
    }

    @Nested
    class A_progress_report {

        private final Structure report = heard(Samples.progress());

        @Test
        void begins_with_its_sender_and_its_title_and_ends_with_what_it_rests_on() {
            List<String> blocks = report.kids().stream()
                    .map(each -> each.type() + " " + each.read())
                    .toList();

            assertThat(blocks.subList(0, 3))
                    .containsExactly(
                            "P Groenhof Zorggroep",
                            "H1 Voortgangsrapportage",
                            "P Over oktober 2026  ·  opdracht GH-2025-S2  ·  coach Marijke Óskarsdóttir");
            assertThat(blocks.subList(blocks.size() - 3, blocks.size()))
                    .containsExactly(
                            "P VR-GH-2025-S2-T000412-2026-10  ·  versie 1  ·  oktober 2026",
                            "P Grondslagen: GS-7K4M-92QX  ·  reglement 2026-1  ·  matrix 2026-1",
                            "P Gemaakt op 2 november 2026, 09.15 uur");
        }

        @Test
        void has_a_heading_above_every_part() {
            assertThat(report.all("H2").stream().map(Structure::text))
                    .containsExactly(
                            "Voortgang",
                            "Resultaat",
                            "Doelen",
                            "Afspraken",
                            "Advies over het plan",
                            "Contact in oktober 2026",
                            "Sollicitaties in oktober 2026",
                            "Visie van de cliënt",
                            "Profiel",
                            "Belastbaarheid",
                            "Dienstverband",
                            "Traject",
                            "Bestede uren en kosten",
                            "Bijlagen",
                            "Contact over dit rapport");
        }

        @Test
        void reads_facts_as_a_list_of_terms() {
            Structure answers = report.all("L").get(0);

            assertThat(answers.types()).containsExactly("LI", "LI", "LI");
            assertThat(answers.kids())
                    .allSatisfy(item -> assertThat(item.types()).containsExactly("Lbl", "LBody"));
            assertThat(answers.kids().stream().map(Structure::read))
                    .startsWith("Hoe het gaat|▲ Vertraagd|beoordeeld op 31 oktober 2026")
                    .element(2)
                    .asString()
                    .endsWith("uiterlijk 18 november 2026");
        }

        @Test
        void has_every_number_of_a_chart_in_words() {
            List<Structure> figures = report.all("Figure");

            assertThat(figures)
                    .hasSize(2)
                    .allSatisfy(figure -> assertThat(figure.hasBox()).isTrue());
            assertThat(figures.get(0).alt())
                    .isEqualTo("Participatieladder. 30 april 2026: 2; 31 mei 2026: 2; 30 juni 2026: 3; 31 juli 2026: 3;"
                            + " 31 augustus 2026: 3; 30 september 2026: 4; 31 oktober 2026: 4.");
            assertThat(figures.get(1).alt()).startsWith("Cijfer van de coach. 30 april 2026: 5; 31 mei 2026: 6;");
        }

        @Test
        void reads_a_chart_after_its_name_and_before_its_sentence() {
            List<String> types = report.types();
            int first = types.indexOf("Figure");

            assertThat(types.subList(first - 1, first + 5)).containsExactly("P", "Figure", "P", "P", "Figure", "P");
            assertThat(report.kids().get(first - 1).text()).isEqualTo("Participatieladder");
            assertThat(report.kids().get(first + 1).text()).startsWith("Van trede 2");
        }

        @Test
        void does_not_read_what_is_on_every_page_more_than_once() {
            String all = heard(withGoals(100)).read();

            assertThat(all).doesNotContain("Pagina ").containsOnlyOnce("Groenhof Zorggroep");
            assertThat(all).containsOnlyOnce("VR-GH-2025-S2-T000412-2026-10");
        }
    }

    @Nested
    class A_table {

        private static Structure goals(int number) {
            return heard(withGoals(number)).all("Table").get(0);
        }

        @Test
        void has_a_row_of_heads_that_stand_over_their_columns() {
            Structure heads = goals(2).kids().get(0);

            assertThat(heads.kids())
                    .extracting(Structure::type, Structure::scope, Structure::text)
                    .containsExactly(
                            tuple("TH", "Column", "Doel"),
                            tuple("TH", "Column", "Termijn"),
                            tuple("TH", "Column", "Stand"));
        }

        @Test
        void is_one_table_however_many_pages_it_takes() {
            Structure table = goals(300);

            assertThat(table.kids())
                    .hasSize(301)
                    .allSatisfy(row -> assertThat(row.type()).isEqualTo("TR"));
            assertThat(table.kids().subList(1, 301))
                    .allSatisfy(row -> assertThat(row.types()).containsExactly("TD", "TD", "TD"));
            assertThat(table.read()).containsOnlyOnce("Termijn");
            assertThat(table.kids().get(300).read()).startsWith("Doel 299 met").contains("○ Open");
        }

        @Test
        void has_a_cell_where_nothing_is_known() {
            var unknown = new ProgressDocument.Goal("Werkritme opbouwen", null, "OPEN", null);

            Structure row = heard(Samples.withGoals(List.of(unknown)))
                    .all("Table")
                    .get(0)
                    .kids()
                    .get(1);

            assertThat(row.kids().stream().map(Structure::text)).containsExactly("Werkritme opbouwen", "", "○ Open");
        }

        @Test
        void of_another_kind_right_after_it_is_another_table() {
            List<Structure> tables =
                    Structure.of(RENDERER.pdf(Samples.accountability(), DUTCH)).all("Table");

            assertThat(tables)
                    .hasSize(5)
                    .allSatisfy(table -> assertThat(table.kids().get(0).types()).containsOnly("TH"));
        }
    }

    @Nested
    class A_report_of_numbers {

        @Test
        void has_every_number_of_its_trend_in_words_and_says_which_are_left_out() {
            assertThat(Structure.of(RENDERER.pdf(Samples.accountability(), DUTCH))
                            .all("Figure"))
                    .singleElement()
                    .extracting(Structure::alt)
                    .asString()
                    .startsWith("Verloop. november 2025: lopend 22, gestart 6, beëindigd <5; december 2025:")
                    .endsWith("oktober 2026: lopend 38, gestart 7, beëindigd 10.");
        }
    }

    @Nested
    class A_template {

        private static final Pattern ELEMENT = Pattern.compile("<element kind=\"(\\w+)\"[^>]*>");
        private static final Pattern STYLE = Pattern.compile(" style=\"(\\w+)\"");

        static Stream<String> reports() {
            return ReportFolder.ALL.stream().map(ReportFolder::name);
        }

        @ParameterizedTest
        @MethodSource("reports")
        void gives_every_element_a_style_that_is_a_role(String report) throws IOException {
            String template = Files.readString(Samples.file(report, report + ".jrxml"));

            assertThat(ELEMENT.matcher(template).results().map(found -> found.group()))
                    .isNotEmpty()
                    .allSatisfy(element -> assertThat(STYLE.matcher(element).results())
                            .singleElement()
                            .satisfies(style -> Role.of(style.group(1))));
        }

        @ParameterizedTest
        @MethodSource("reports")
        void begins_every_row_of_a_table_with_a_rule(String report) throws IOException {
            String template = Files.readString(Samples.file(report, report + ".jrxml"));

            assertThat(Pattern.compile("<band .*?</band>", Pattern.DOTALL)
                            .matcher(template)
                            .results())
                    .map(band -> STYLE.matcher(band.group())
                            .results()
                            .map(style -> Role.of(style.group(1)))
                            .toList())
                    .filteredOn(roles -> roles.contains(Role.CELL))
                    .isNotEmpty()
                    .allSatisfy(roles -> assertThat(roles).first().isEqualTo(Role.ROW));
        }

        @Test
        void cannot_use_a_style_that_has_no_role() {
            assertThatIllegalStateException().isThrownBy(() -> Role.of("Fancy"));
        }
    }
}
