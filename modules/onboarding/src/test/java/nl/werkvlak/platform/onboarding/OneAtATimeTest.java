package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final Importing importing = new Importing();

    private void left(UUID id, String state) {
        importing.change(
                "insert into import_job (id, state, partial, requested_by, requested_at) values (?, ?, false, 'x', ?)",
                id,
                state,
                Importing.CLOCK.instant());
        importing.change(
                "insert into import_row (import_id, file, line, content) values (?, 'goal', 2, ?)", id, new byte[16]);
    }

    @Test
    void refuses_a_second_import_while_one_runs_on_whatever_node() throws SQLException {
        var export = anExport().inFolder();
        try (var running =
                ImportLedger.open(importing.database, Importing.CLOCK).orElseThrow()) {
            running.begin(UUID.randomUUID(), false, "other node");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> importing.imports.start(export, false, "test"))
                    .returns("import-running", Refusal::code)
                    .returns(Refusal.Kind.CONFLICT, Refusal::kind);
            assertThat(importing.imports.recent(10))
                    .extracting(ImportReport::state)
                    .containsExactly(State.CHECKING);
        }
        assertThat(importing.all(export).state()).isEqualTo(State.DONE);
    }

    @Test
    void shows_an_import_whose_node_died_as_failed() {
        var id = UUID.randomUUID();
        left(id, "WRITING");
        assertThat(importing.imports.get(id))
                .returns(State.FAILED, ImportReport::state)
                .returns("interrupted", ImportReport::failure);
    }

    @Test
    void cleans_up_after_a_node_that_died_before_it_starts() {
        var id = UUID.randomUUID();
        left(id, "CHECKING");
        importing.all(anExport().inFolder());
        assertThat(importing.imports.recent(10))
                .extracting(ImportReport::state)
                .containsExactlyInAnyOrder(State.DONE, State.FAILED);
        assertThat(importing.count("import_row")).isZero();
    }

    @Test
    void does_not_know_an_import_that_never_was() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> importing.imports.get(UUID.randomUUID()))
                .returns("import", Refusal::code)
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }

    @Test
    void does_not_begin_where_there_is_nothing() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> importing.imports.start(Path.of("target", "nowhere"), false, "test"))
                .returns("no-export", Refusal::code);
    }

    @Test
    void ends_as_failed_without_a_word_of_the_row_when_the_database_objects() {
        importing.change("alter table strength add constraint ck_test check (description <> 'CNRY')");
        ImportReport report;
        try {
            report = importing.all(anExport()
                    .setting("sterke_punten.csv", "omschrijving", "CNRY")
                    .inFolder());
        } finally {
            importing.change("alter table strength drop constraint ck_test");
        }
        assertThat(report).returns(State.FAILED, ImportReport::state).returns("database-error", ImportReport::failure);
        assertThat(report.toString()).doesNotContain("CNRY");
        assertThat(importing.count("goal")).isZero();
        assertThat(importing.count("trajectory")).isEqualTo(2);
    }
}
