package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

/** What the format leaves free, and what every value becomes. */
class FormatTest {

    private final Importing importing = new Importing();

    @Test
    void takes_a_byte_order_mark_and_either_line_ending() throws Exception {
        var marked = new ByteArrayOutputStream();
        marked.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marked.write("trajectnr;datum;uren;soort\nT1;12-04-2026;1,50;BEGELEIDING\n".getBytes(StandardCharsets.UTF_8));
        var report =
                importing.all(anExport().bytes("uren.csv", marked.toByteArray()).inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(importing.count("hours_worked")).isEqualTo(1);
    }

    @Test
    void takes_columns_in_any_order_and_reports_the_unknown_ones() {
        var report = importing.all(anExport()
                .line("uren.csv", 1, "soort;kleur;uren;datum;trajectnr;Rare kolom")
                .line("uren.csv", 2, "BEGELEIDING;rood;1,50;12-04-2026;T1;x")
                .line("uren.csv", 3, "REISTIJD;rood;1,50;12-04-2026;T2;x")
                .inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.notices()).extracting(Finding::column).containsExactly("kleur", "kolom 6");
        assertThat(report.notices()).extracting(Finding::code).containsOnly("unknown-column");
    }

    @Test
    void takes_a_file_with_a_header_only() {
        var report = importing.all(anExport().headerOnly("plaatsingen.csv").inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(importing.count("placement")).isZero();
    }

    @Test
    void reports_files_that_it_does_not_know() {
        var report = importing.all(
                anExport().bytes("leesmij.txt", new byte[] {1, 2, 3}).inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.notices()).extracting(Finding::code).containsExactly("unknown-files");
    }

    @Test
    void reads_moments_as_amsterdam_time_and_the_doubled_hour_as_the_earlier_one() {
        importing.all(anExport()
                .add(
                        "contactmomenten.csv",
                        "T1;12-01-2026 10:00;VIDEO;30;AANWEZIG;",
                        "T1;25-10-2026 02:30;VIDEO;30;AANWEZIG;")
                .inFolder());
        assertThat(importing.ask(
                        "select date_format(held_at, '%Y-%m-%d %H:%i') as answer from contact_moment order by 1"))
                .containsExactly("2026-01-12 09:00", "2026-04-12 13:15", "2026-04-12 13:15", "2026-10-25 00:30");
    }

    @Test
    void writes_codes_as_the_platform_says_them() {
        assertThat(importing.all(anExport().inFolder()).state()).isEqualTo(State.DONE);
        assertThat(importing.ask("select concat(code, ' ', kind, ' ', brand_colour) as answer from tenant order by 1"))
                .containsExactly("ALFA EMPLOYER #0b6b50", "BETA UWV #1f4e9e");
        assertThat(importing.ask("select concat(number, ' ', letter, ' ', coalesce(balancing_outcome, '-'), ' ',"
                        + " coalesce(consent_by, '-'), ' ', purposes) as answer from legal_basis order by 1"))
                .containsExactly("B1 a - - P7", "B1 d FAVOUR - P7", "B2 f - REPRESENTATIVE P7,P8");
        assertThat(importing.ask(
                        "select concat(coalesce(outcome, '-'), ' ', coalesce(purposes, 'all')) as answer from objection"
                                + " order by 1"))
                .containsExactly("- all", "OVERRIDDEN P7");
        assertThat(importing.ask("select coalesce(categories, 'all') as answer from restriction order by 1"))
                .containsExactly("STRENGTH,CAPACITY", "all");
        assertThat(importing.ask("select concat(first_day, ' ', last_day, ' ', hours_budget, ' ', hourly_rate)"
                        + " as answer from commission where number = 'O1'"))
                .containsExactly("2025-01-01 2027-12-31 4000.00 97.50");
        assertThat(importing.ask("select explanation as answer from progress where explanation is not null"))
                .containsExactly("Goed; verder zo.");
    }

    @Test
    void hands_over_a_zip_in_a_folder_of_its_own() {
        var report = importing.all(anExport().folderInZip("export-2026-10/").zipped());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(Objects.requireNonNull(report.endedAt())).isEqualTo(Importing.CLOCK.instant());
    }
}
