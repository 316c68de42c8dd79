package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StructureFaultsTest {

    private static Importing importing;

    @BeforeAll
    static void start() {
        importing = new Importing();
    }

    private static void refused(Path export, String file, @Nullable Long line, @Nullable String column, String code) {
        var report = importing.all(export);
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.refusals())
                .extracting(Finding::file, Finding::line, Finding::column, Finding::code)
                .containsExactly(tuple(file, line, column, code));
    }

    @Nested
    class A_file {

        @Test
        void that_is_missing() {
            refused(anExport().without("uren.csv").inFolder(), "uren.csv", null, null, "missing-file");
        }

        @Test
        void that_not_every_system_writes_may_be_missing() {
            var report = new Importing()
                    .all(anExport()
                            .without("afspraken.csv")
                            .without("sollicitaties.csv")
                            .inFolder());
            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.refusals()).isEmpty();
            assertThat(importing.count("agreement") + importing.count("job_application"))
                    .isZero();
        }

        @Test
        void that_is_empty() {
            refused(anExport().bytes("uren.csv", new byte[0]).inFolder(), "uren.csv", null, null, "empty-file");
        }

        @Test
        void that_is_a_folder() throws Exception {
            var export = anExport().without("uren.csv").inFolder();
            Files.createDirectory(export.resolve("uren.csv"));
            refused(export, "uren.csv", null, null, "unreadable-file");
        }

        @Test
        void that_is_not_utf_8_from_some_line_on() {
            var latin = "trajectnr;datum;uren;soort\r\nT1;12-04-2026;1,50;BEGELEIDING\r\nT1;13-04-2026;1,50;reïs\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1);
            refused(anExport().bytes("uren.csv", latin).inFolder(), "uren.csv", 3L, null, "wrong-encoding");
        }

        @Test
        void in_utf_16() {
            var utf16 = "trajectnr;datum;uren;soort\r\n".getBytes(StandardCharsets.UTF_16);
            refused(anExport().bytes("uren.csv", utf16).inFolder(), "uren.csv", 1L, null, "wrong-encoding");
        }

        @Test
        void that_ends_in_the_middle_of_a_character() {
            var cut = "trajectnr;datum;uren;soort\r\nT1;12-04-2026;1,50;BEGELEIDING\r\nT1;\u00eb"
                    .getBytes(StandardCharsets.UTF_8);
            var shorter = Arrays.copyOf(cut, cut.length - 1);
            refused(anExport().bytes("uren.csv", shorter).inFolder(), "uren.csv", 3L, null, "wrong-encoding");
        }

        @Test
        void with_a_quote_that_never_closes() {
            refused(
                    anExport()
                            .add("uren.csv", "T1;13-04-2026;\"1,50;BEGELEIDING", "T1;14-04-2026;1,50;BEGELEIDING")
                            .inFolder(),
                    "uren.csv",
                    4L,
                    null,
                    "unclosed-quote");
        }

        @Test
        void with_a_quote_that_never_closes_in_a_file_too_large_for_one_field() {
            var export = anExport().add("uren.csv", "T1;13-04-2026;\"1,50;BEGELEIDING");
            for (var i = 0; i < 5_000; i++) {
                export.add("uren.csv", "T1;14-04-2026;1,50;BEGELEIDING");
            }
            refused(export.inFolder(), "uren.csv", 4L, null, "unclosed-quote");
        }

        @Test
        void with_text_after_a_closing_quote() {
            refused(
                    anExport().add("doelen.csv", "T1;2;\"een \"doel\"\";;OPEN").inFolder(),
                    "doelen.csv",
                    4L,
                    null,
                    "stray-quote");
        }

        @Test
        void with_an_absurdly_large_field() {
            refused(
                    anExport()
                            .setting("doelen.csv", "omschrijving", "x".repeat(200_000))
                            .inFolder(),
                    "doelen.csv",
                    2L,
                    null,
                    "field-too-large");
        }

        @Test
        void with_an_absurdly_large_row() {
            refused(
                    anExport().add("doelen.csv", "x;".repeat(600_000)).inFolder(),
                    "doelen.csv",
                    4L,
                    null,
                    "row-too-large");
        }

        @Test
        void that_is_broken_does_not_hide_what_is_wrong_elsewhere() {
            var report = importing.all(anExport()
                    .bytes("trajecten.csv", "trajectnr;\"opdracht".getBytes(StandardCharsets.UTF_8))
                    .setting("uren.csv", "uren", "1.5")
                    .inFolder());
            assertThat(report.refusals())
                    .extracting(Finding::file, Finding::code)
                    .containsExactly(tuple("trajecten.csv", "unclosed-quote"), tuple("uren.csv", "decimal-point"));
        }
    }

    @Nested
    class A_header {

        @Test
        void that_lacks_a_column() {
            refused(
                    anExport()
                            .line("uren.csv", 1, "trajectnr;datum;aantal;soort")
                            .inFolder(),
                    "uren.csv",
                    1L,
                    "uren",
                    "missing-column");
        }

        @Test
        void that_names_a_column_twice() {
            refused(
                    anExport()
                            .bytes("uren.csv", "trajectnr;datum;uren;uren;soort\n".getBytes(StandardCharsets.UTF_8))
                            .inFolder(),
                    "uren.csv",
                    1L,
                    "uren",
                    "duplicate-column");
        }

        @Test
        void that_is_not_there_shows_nothing_of_the_row_in_its_place() {
            var report = importing.all(anExport()
                    .line("coaches.csv", 1, "c0;CNRY Jansen;cnry@werkvlak.example;02-01-2025")
                    .inFolder());
            assertThat(report.refusals()).extracting(Finding::code).containsOnly("missing-column");
            assertThat(report.toString()).doesNotContainIgnoringCase("cnry");
        }
    }

    @Nested
    class A_row {

        @Test
        void with_too_many_fields() {
            refused(
                    anExport().add("doelen.csv", "T1;2;een; twee;;OPEN").inFolder(),
                    "doelen.csv",
                    4L,
                    null,
                    "too-many-fields");
        }

        @Test
        void with_too_few_fields() {
            refused(anExport().add("doelen.csv", "T1;2").inFolder(), "doelen.csv", 4L, null, "too-few-fields");
        }

        @Test
        void with_a_nul_byte() {
            refused(
                    anExport()
                            .setting("doelen.csv", "omschrijving", "een\0doel")
                            .inFolder(),
                    "doelen.csv",
                    2L,
                    "omschrijving",
                    "nul-byte");
        }

        @Test
        void whose_number_lies_across_quoted_lines_is_found_by_the_line_it_starts_on() {
            refused(
                    anExport()
                            .line("voortgang.csv", 2, "T1;30-09-2026;OP_SCHEMA;2;7;\"een\r\ntwee\r\ndrie\";")
                            .add("voortgang.csv", "T1;31-10-2026;OP_SCHEMA;2;70;;")
                            .inFolder(),
                    "voortgang.csv",
                    6L,
                    "cijfer",
                    "out-of-range");
        }
    }
}
