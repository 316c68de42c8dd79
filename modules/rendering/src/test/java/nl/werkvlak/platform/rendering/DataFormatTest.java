package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFormatTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private static byte[] bytes(DataFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        RENDERER.write(Samples.accountability(), DUTCH, format, out);
        return out.toByteArray();
    }

    /** Two cells make a row. */
    private static DataTable of(DataTable.Cell... cells) {
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            rows.add(List.of(cells[i], cells[i + 1]));
        }
        return new DataTable(
                "things",
                "Dingen",
                List.of(new DataTable.Column("name", "Naam"), new DataTable.Column("value", "Waarde")),
                rows);
    }

    private static String text(DataFormat format, DataTable table) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(List.of(table), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** By its list of contents, as a spreadsheet reads it. */
    private static String entry(byte[] book, String name) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target", "paper")), "book", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Nested
    class A_workbook {

        private String sheet(DataTable table) throws IOException {
            var out = new ByteArrayOutputStream();
            DataFormat.XLSX.write(List.of(table), out);
            return entry(out.toByteArray(), "xl/worksheets/sheet1.xml");
        }

        @Test
        void holds_numbers_as_numbers_and_days_as_days() throws IOException {
            var sheet = sheet(of(
                    new DataTable.Text("uren"),
                    new DataTable.Amount(new BigDecimal("1234.50"), Unit.EXACT),
                    new DataTable.Text("dag"),
                    new DataTable.Day(LocalDate.of(2026, 10, 12))));

            assertThat(sheet).containsPattern("<c r=\"B2\"[^>]*><v>1234.50?</v></c>");
            assertThat(sheet)
                    .as("days since 1900")
                    .containsPattern("<c r=\"B3\" s=\"[0-9]+\"[^>]*><v>46307(\\.0)?</v></c>");
        }

        @Test
        void keeps_the_head_of_every_sheet_in_sight() throws IOException {
            var book = bytes(DataFormat.XLSX);

            for (int number = 1; number <= 4; number++) {
                assertThat(entry(book, "xl/worksheets/sheet" + number + ".xml"))
                        .containsPattern(
                                "<pane [^>]*ySplit=\"1\"[^>]*state=\"frozen\"|<pane [^>]*state=\"frozen\"[^>]*ySplit=\"1\"");
            }
            assertThat(entry(book, "xl/workbook.xml"))
                    .contains("name=\"Indicatoren\"", "name=\"Verloop\"", "name=\"Opdrachten\"", "name=\"Rapport\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"})
        void never_takes_a_text_for_a_formula(String text) throws IOException {
            var sheet = sheet(of(new DataTable.Text(text), new DataTable.Text(text)));

            assertThat(sheet).doesNotContain("<f>", "<f ").containsPattern("<c r=\"A2\"[^>]*t=\"inlineStr\"");
        }

        @Test
        void streams_a_hundred_thousand_rows() throws IOException {
            var runtime = Runtime.getRuntime();
            var most = new long[1];
            Iterable<List<DataTable.Cell>> rows = () -> {
                Iterator<Integer> numbers = IntStream.range(0, 100_000).iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return numbers.hasNext();
                    }

                    @Override
                    public List<DataTable.Cell> next() {
                        int number = numbers.next();
                        if (number % 20_000 == 19_999) {
                            System.gc();
                            most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
                        }
                        return List.of(
                                new DataTable.Text("Indicator nummer " + number),
                                new DataTable.Amount(BigDecimal.valueOf(number, 2), Unit.EXACT));
                    }
                };
            };
            System.gc();
            long before = runtime.totalMemory() - runtime.freeMemory();

            DataFormat.XLSX.write(
                    List.of(new DataTable("rows", "Rijen", of().columns(), rows)), OutputStream.nullOutputStream());

            assertThat(most[0] - before)
                    .as("kept in memory while it is written")
                    .isLessThan(32L * 1024 * 1024);
        }
    }

    /** The whole report, in a process that has no more than that. */
    @Test
    void a_report_of_a_hundred_thousand_rows_is_written_in_a_heap_of_256_mebibytes() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        ManyRows.class.getName(),
                        "100000")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("100000 rows");
        System.out.println(said);
    }

    @Nested
    class A_file_of_commas {

        @Test
        void quotes_what_holds_a_comma_a_quote_or_a_line_end() throws IOException {
            assertThat(text(
                            DataFormat.CSV,
                            of(
                                    new DataTable.Text("a,b"),
                                    new DataTable.Text("zeg \"ja\""),
                                    new DataTable.Text("twee\r\nregels"),
                                    new DataTable.Text(""))))
                    .isEqualTo("name,value\r\n\"a,b\",\"zeg \"\"ja\"\"\"\r\n\"twee\r\nregels\",\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
        void never_lets_a_text_begin_like_a_formula(String text) throws IOException {
            assertThat(text(DataFormat.CSV, of(new DataTable.Text(text), new DataTable.Text("x"))))
                    .isEqualTo("name,value\r\n'" + text + ",x\r\n");
        }

        @Test
        void leaves_a_number_below_zero_a_number() throws IOException {
            assertThat(text(
                            DataFormat.CSV,
                            of(
                                    new DataTable.Amount(new BigDecimal("-3.20"), Unit.EXACT),
                                    new DataTable.Day(LocalDate.of(2026, 10, 12)))))
                    .isEqualTo("name,value\r\n-3.20,2026-10-12\r\n");
        }

        @Test
        void has_a_row_per_indicator_with_its_formula_and_its_mark() throws IOException {
            assertThat(new String(bytes(DataFormat.CSV), StandardCharsets.UTF_8).split("\r\n"))
                    .startsWith("code,section,indicator,unit,value,previous,formula")
                    .contains("outcome.placed,Resultaat sinds het begin van de opdracht,Geplaatst in werk,count,29,24,"
                            + "sinds het begin van de opdracht beëindigd met werk.")
                    .anyMatch(line -> line.startsWith("outcome.reason.VERHUISD,") && line.endsWith(",count,<5,<5,"))
                    .anyMatch(line -> line.startsWith("outcome.placedShare,")
                            && line.endsWith(
                                    "61.7,64.9,\"beëindigd met werk, gedeeld door alle beëindigde trajecten.\""));
        }
    }

    @Test
    void a_report_that_is_only_paper_has_no_rows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RENDERER.write(Samples.progress(), DUTCH, DataFormat.CSV, OutputStream.nullOutputStream()));
    }
}
