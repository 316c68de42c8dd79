package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A legal basis that cannot hold does not come in, for the same reasons for which nobody can record it by hand. */
class UnsoundBasesTest {

    private static final int LINE = 5;

    private Importing importing;

    @BeforeEach
    void start() {
        importing = new Importing();
    }

    @ParameterizedTest(name = "opdracht {0}, traject {1}, letter {2}, {3}, {4}: {6}")
    @CsvSource({
        "O1, '', f, P7, GOAL,          opdracht,    consent-is-personal",
        "O2, '', c, P7, GOAL,          opdracht,    contract-is-personal",
        "O1, '', e, P1|P7, GOAL,       doelen,      vital-interests-never-report",
        "'', T2, e, P7, GOAL,          doelen,      vital-interests-never-report",
        "O1, '', a, P7, GOAL,          letter,      public-task-of-public-body",
        "'', T1, a, P7, GOAL,          letter,      public-task-of-public-body",
        "'', T1, f, P7, EDU|BSN,       categorieen, consent-cannot-carry",
        "'', T2, f, P7, HEALTH,        categorieen, consent-cannot-carry",
        "'', T2, f, P7, SPECIAL,       categorieen, consent-cannot-carry",
        "'', T2, f, P7, EDU|CRIMINAL,  categorieen, consent-cannot-carry",
        "'', T1, f, P7, CAPACITY,      categorieen, capacity-consent-to-employer"
    })
    void is_refused_by_its_row(
            String commission,
            String trajectory,
            String letter,
            String purposes,
            String categories,
            String column,
            String code) {
        var report = importing.all(anExport()
                .add("grondslagen.csv", basis(commission, trajectory, letter, purposes, categories))
                .inFolder());
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.refusals())
                .extracting(Finding::file, Finding::line, Finding::column, Finding::code)
                .containsExactly(tuple("grondslagen.csv", (long) LINE, column, code));
    }

    @ParameterizedTest(name = "opdracht {0}, traject {1}, letter {2}, {3}, {4}")
    @CsvSource({
        "O1, '', d, P7, GOAL|BSN|HEALTH",
        "'', T1, b, P7, BSN",
        "'', T1, c, P7, GOAL",
        "'', T1, e, P1, GOAL",
        "O2, '', a, P7, GOAL",
        "'', T2, a, P7, GOAL",
        "'', T1, f, P7, EDU",
        "'', T2, f, P7, CAPACITY"
    })
    void comes_in_when_it_can_hold(
            String commission, String trajectory, String letter, String purposes, String categories) {
        var report = importing.all(anExport()
                .add("grondslagen.csv", basis(commission, trajectory, letter, purposes, categories))
                .inFolder());
        assertThat(report.refusals()).isEmpty();
        assertThat(report.state()).isEqualTo(State.DONE);
    }

    @Test
    void is_refused_when_its_consent_came_later() {
        var early = basis("", "T1", "f", "P7", "EDU").replace(";01-01-2026;;", ";31-12-2025;;");
        assertThat(importing
                        .all(anExport().add("grondslagen.csv", early).inFolder())
                        .refusals())
                .extracting(Finding::column, Finding::code)
                .containsExactly(tuple("ingang", "starts-before-consent"));
    }

    @Test
    void is_refused_when_one_of_all_who_receive_is_an_employer() {
        var export = anExport()
                .add("opdrachten.csv", "O3;BETA;E2;SPOOR_2;01-01-2025;;IDENT;nee;;;;")
                .add("trajecten.csv", "T3;O3;C1;c2;SPOOR_2;01-03-2026;;;;;;;;;;")
                .add("grondslagen.csv", basis("", "T2", "a", "P7", "GOAL"));
        assertThat(importing.all(export.inFolder()).refusals())
                .extracting(Finding::line, Finding::code)
                .containsExactly(tuple((long) LINE, "public-task-of-public-body"));
    }

    @Test
    void is_left_out_of_a_partial_import_and_everything_else_comes_in() throws SQLException {
        var report = importing.whatIsGood(anExport()
                .add("grondslagen.csv", basis("O1", "", "f", "P7", "GOAL"))
                .inFolder());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.refusals()).extracting(Finding::code).containsExactly("consent-is-personal");
        assertThat(importing.count("legal_basis")).isEqualTo(3);
    }

    private static String basis(
            String commission, String trajectory, String letter, String purposes, String categories) {
        var consent = letter.equals("f") ? "01-01-2026;CLIENT" : ";";
        return String.join(
                ";", "B9", commission, trajectory, letter, purposes, categories, "01-01-2026;;Bewijs;;", consent, "");
    }
}
