package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

/** Asked for the good rows, an import takes them, and lists the rest with everything that hangs on it. */
class PartialImportTest {

    private final Importing importing = new Importing();

    @Test
    void leaves_out_what_refers_to_a_refused_row_however_far() {
        var report = importing.whatIsGood(
                anExport().setting("clienten.csv", "bsn", "123456789").inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.refusals())
                .extracting(Finding::file, Finding::line, Finding::code)
                .contains(
                        tuple("clienten.csv", 2L, "bad-bsn"),
                        tuple("trajecten.csv", 2L, "refers-to-refused"),
                        tuple("doelen.csv", 2L, "refers-to-refused"),
                        tuple("bezwaren.csv", 2L, "refers-to-refused"));
        assertThat(importing.ask("select number as answer from trajectory")).containsExactly("T2");
        assertThat(importing.ask("select count(*) as answer from goal g join tenant t on t.id = g.tenant_id"
                        + " where t.code = 'ALFA'"))
                .containsExactly("0");
        assertThat(importing.count("goal")).isEqualTo(1);
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.added() + file.refused()).isEqualTo(file.read()));
    }

    @Test
    void leaves_out_every_row_of_a_key_that_stands_twice() {
        importing.whatIsGood(anExport().add("doelen.csv", "T1;1;Nog een;;OPEN").inFolder());
        assertThat(importing.ask("select description as answer from goal")).containsExactly("Netwerk");
    }

    @Test
    void takes_the_rows_before_the_place_where_a_file_breaks() {
        var report = importing.whatIsGood(anExport()
                .bytes(
                        "uren.csv",
                        "trajectnr;datum;uren;soort\nT1;12-04-2026;1,50;BEGELEIDING\nT1;13-04-2026;\"1,50"
                                .getBytes(StandardCharsets.UTF_8))
                .inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.refusals()).extracting(Finding::code).containsExactly("unclosed-quote");
        assertThat(importing.count("hours_worked")).isEqualTo(1);
    }

    @Test
    void does_without_a_file_that_is_missing() {
        var report = importing.whatIsGood(anExport().without("uren.csv").inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(importing.count("trajectory")).isEqualTo(2);
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-09-30");
    }

    @Test
    void does_not_sign_off_a_trajectory_whose_objection_was_left_out() {
        importing.whatIsGood(
                anExport().setting("bezwaren.csv", "ontvangen_op", "gisteren").inFolder());
        assertThat(importing.ask("select number as answer from trajectory where imported_through is not null"))
                .containsExactly("T2");
    }

    @Test
    void does_not_sign_off_a_trajectory_whose_commission_lost_a_legal_basis() {
        importing.whatIsGood(
                anExport().setting("grondslagen.csv", 3, "letter", "x").inFolder());
        assertThat(importing.ask("select number as answer from trajectory where imported_through is not null"))
                .containsExactly("T1");
    }

    @Test
    void signs_off_nothing_when_it_cannot_be_known_whose_restriction_was_left_out() {
        importing.whatIsGood(anExport().without("beperkingen.csv").inFolder());
        importing.whatIsGood(
                anExport().setting("beperkingen.csv", "trajectnr", "T9").inFolder());
        assertThat(importing.ask("select number as answer from trajectory where imported_through is not null"))
                .isEmpty();
    }
}
