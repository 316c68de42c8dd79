package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static nl.werkvlak.platform.onboarding.ExportBuilder.anExportOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.ImportReport.FileCounts;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

class ImportingAgainTest {

    private final Importing importing = new Importing();

    private static FileCounts of(ImportReport report, String file) {
        return report.files().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void changes_what_changed_and_nothing_else() {
        importing.all(anExport().inFolder());
        var report = importing.all(anExport()
                .setting("trajecten.csv", "functie", "conciërge")
                .setting("clienten.csv", "adres", "Nieuwe weg 9")
                .add("uren.csv", "T2;13-04-2026;1;BEGELEIDING")
                .inFolder());
        assertThat(report.files()).allSatisfy(file -> {
            var changed = List.of("trajecten.csv", "clienten.csv").contains(file.file()) ? 1 : 0;
            var added = file.file().equals("uren.csv") ? 1 : 0;
            assertThat(file).returns(0L + changed, FileCounts::changed).returns(0L + added, FileCounts::added);
            assertThat(file.unchanged()).isEqualTo(file.read() - changed - added);
        });
        assertThat(importing.ask("select job_title as answer from trajectory where number = 'T1'"))
                .containsExactly("conciërge");
        var client = TenantId.ofCode("ALFA").idOf("client", "C1");
        assertThat(importing.open("client", "address", "ALFA", client, client)).isEqualTo("Nieuwe weg 9");
    }

    @Test
    void leaves_every_table_as_it_was_when_the_export_is_refused() {
        importing.all(anExport().inFolder());
        var before = everything();
        var report = importing.all(anExport()
                .setting("trajecten.csv", "functie", "conciërge")
                .add("uren.csv", "T2;13-04-2026;1;BEGELEIDING")
                .setting("grondslagen.csv", "ingang", "31-02-2026")
                .inFolder());
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        var tables = Stream.concat(
                Arrays.stream(ExportFile.values()).map(file -> file.spec().table()), Stream.of("data_key"));
        return tables.flatMap(table -> rowsOf(table).stream()).toList();
    }

    /** Every column of every row. */
    private List<String> rowsOf(String table) {
        var columns = importing.ask(
                "select group_concat(concat('ifnull(hex(`', column_name, '`), 0)')) as answer"
                        + " from information_schema.columns where table_schema = schema() and table_name = ?",
                table);
        return importing.ask("select concat_ws('|', " + columns.get(0) + ") as answer from " + table + " order by 1");
    }

    @Test
    void leaves_no_history_where_nothing_changed_and_tells_where_something_did() {
        // Of this test's own imports: what an earlier test deleted stays in the history.
        var states = "select concat(evidence, '|', regexp_replace(changed_by, ' .*', ''), '|', change_reason) as answer"
                + " from legal_basis for system_time all"
                + " where changed_by in (select concat('import ', id) from import_job) order by row_start";
        importing.all(anExport().inFolder());
        importing.all(anExport().inFolder());
        assertThat(importing.ask(states))
                .hasSize(3)
                .allMatch(state -> state.endsWith("|import|Overgenomen uit een export"));

        importing.all(anExport()
                .setting("grondslagen.csv", "bewijs", "Een andere brief")
                .inFolder());
        assertThat(importing.ask(states))
                .hasSize(4)
                .last()
                .isEqualTo("Een andere brief|import|Overgenomen uit een export");
        assertThat(importing.ask("select count(distinct changed_by) as answer from legal_basis"))
                .containsExactly("2");
    }

    @Test
    void does_not_overwrite_a_fact_that_was_changed_here_since_and_says_so() {
        importing.all(anExport().inFolder());
        importing.change(
                "update legal_basis set last_day = '2026-10-31', ended_at = utc_timestamp(), changed_by = 'fg',"
                        + " change_reason = 'no longer needed'");
        var report = importing.all(anExport()
                .setting("grondslagen.csv", "bewijs", "Een andere brief")
                .inFolder());
        assertThat(importing.ask("select distinct last_day as answer from legal_basis"))
                .containsExactly("2026-10-31");
        assertThat(of(report, "grondslagen.csv").changed()).isZero();
        assertThat(report.notices()).extracting(Finding::code).containsExactly("changed-here");
    }

    @Test
    void leaves_an_agreement_done_that_a_coach_says_was_done() {
        importing.all(anExport().inFolder());
        importing.change("update agreement set done_on = '2026-10-30', changed_by = 'coach', change_reason = 'done'"
                + " where action = 'Netwerk in kaart'");
        importing.all(anExport()
                .setting("afspraken.csv", 3, "uiterlijk", "30-11-2026")
                .setting("afspraken.csv", 2, "gedaan_op", "29-04-2026")
                .inFolder());
        assertThat(importing.ask("select done_on as answer from agreement order by action"))
                .containsExactly("2026-10-30", "2026-04-29");
    }

    @Test
    void takes_a_column_that_not_every_system_writes_and_does_not_miss_it() {
        importing.all(anExport().inFolder());
        var told = anExport()
                .line("doelen.csv", 1, "trajectnr;volgnr;omschrijving;termijn;status;toelichting")
                .line("doelen.csv", 2, "T1;1;Zoekprofiel;25-06-2026;BEHAALD;Staat op papier")
                .line("doelen.csv", 3, "T2;1;Netwerk;;OPEN;");
        assertThat(of(importing.all(told.inFolder()), "doelen.csv").changed())
                .as("the other row is what it was")
                .isOne();
        assertThat(importing.ask("select coalesce(note, '-') as answer from goal order by description"))
                .containsExactly("-", "Staat op papier");
    }

    @Test
    void knows_a_row_of_before_such_a_column_was_known() {
        var row = new Row(ExportFile.GOALS, 2, List.of("T1", "1", "Netwerk", "", "OPEN", ""));

        assertThat(row.canonical()).isEqualTo("2:T11:17:Netwerk0:4:OPEN");
    }

    @Test
    void tells_rows_with_the_same_key_apart_by_their_turn() {
        var twice = anExport().add("uren.csv", "T1;12-04-2026;1,50;BEGELEIDING", "T1;12-04-2026;2,25;BEGELEIDING");
        importing.all(twice.inFolder());
        assertThat(importing.count("hours_worked")).isEqualTo(4);
        assertThat(of(importing.all(twice.inFolder()), "uren.csv").unchanged()).isEqualTo(4);
        var corrected =
                of(importing.all(twice.setting("uren.csv", 5, "uren", "2,50").inFolder()), "uren.csv");
        assertThat(corrected.changed()).isEqualTo(1);
        assertThat(importing.ask("select sum(hours) as answer from hours_worked"))
                .containsExactly("7.50");
    }

    @Test
    void lets_two_exports_with_the_same_numbers_live_side_by_side() {
        importing.all(anExport().inFolder());
        var before = importing.ask("select concat_ws('|', id, tenant_id, main_goal, hex(source_digest)) as answer"
                + " from trajectory order by 1");
        var other = anExportOf("GAMMA", "DELTA")
                .setting("trajecten.csv", "hoofddoel", "Ander doel")
                .inFolder();
        assertThat(importing.all(other).files())
                .filteredOn(file -> !file.file().equals("coaches.csv"))
                .allSatisfy(file -> assertThat(file.added()).isEqualTo(file.read()));
        assertThat(importing.count("trajectory")).isEqualTo(4);
        assertThat(importing.ask("select concat_ws('|', id, tenant_id, main_goal, hex(source_digest)) as answer"
                        + " from trajectory order by 1"))
                .containsAll(before);
        assertThat(importing.all(anExport().inFolder()).files())
                .allSatisfy(file -> assertThat(file.unchanged()).isEqualTo(file.read()));
    }

    @Test
    void follows_a_coach_by_address_when_the_codes_of_an_export_mean_others() {
        importing.all(anExport().inFolder());
        var swapped = anExport()
                .setting("coaches.csv", 2, "email", "C2@werkvlak.example")
                .setting("coaches.csv", 3, "email", "c1@werkvlak.example");
        var report = importing.all(swapped.inFolder());
        assertThat(importing.count("coach")).isEqualTo(2);
        assertThat(of(report, "trajecten.csv").changed()).isEqualTo(2);
        assertThat(
                        importing.ask(
                                "select c.email as answer from trajectory t join coach c on c.id = t.coach_id where number = 'T1'"))
                .containsExactly("c2@werkvlak.example");
    }

    @Test
    void never_brings_back_a_client_whose_key_was_erased() throws SQLException {
        importing.all(anExport().inFolder());
        var tenant = TenantId.ofCode("ALFA");
        try (var connection = importing.database.getConnection()) {
            importing.vault.erase(connection, tenant, tenant.idOf("client", "C1"));
        }
        var export = anExport().setting("clienten.csv", "adres", "Elders 3").inFolder();
        var refused = importing.all(export);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refusals()).extracting(Finding::code).containsExactly("client-erased");
        var partial = importing.whatIsGood(export);
        assertThat(partial.state()).isEqualTo(State.DONE);
        assertThat(of(partial, "clienten.csv").refused()).isEqualTo(1);
        assertThat(of(partial, "trajecten.csv").refused()).isEqualTo(1);
        assertThat(of(partial, "trajecten.csv").unchanged()).isEqualTo(1);
    }

    @Test
    void signs_off_through_the_latest_month_with_progress_and_never_moves_back() {
        importing.all(anExport().inFolder());
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-09-30");
        importing.all(
                anExport().add("voortgang.csv", "T2;02-10-2026;OP_SCHEMA;;;;").inFolder());
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-10-31");
        importing.all(anExport().inFolder());
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-10-31");
    }

    @Test
    void signs_off_by_the_latest_record_where_there_is_no_progress_at_all() {
        importing.all(anExport().headerOnly("voortgang.csv").inFolder());
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-07-31");
    }

    @Test
    void signs_off_nothing_that_lies_in_the_future() {
        importing.all(
                anExport().add("voortgang.csv", "T1;30-09-2062;OP_SCHEMA;;;;").inFolder());
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-09-30");
    }
}
