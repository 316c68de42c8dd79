package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows refer to rows of the same export, and never across the line between two tenants. */
class ReferencesTest {

    private static Importing importing;

    @BeforeAll
    static void start() {
        importing = new Importing();
    }

    private static void refused(ExportBuilder export, Tuple... fileLineColumnCode) {
        var report = importing.all(export.inFolder());
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.refusals())
                .extracting(Finding::file, Finding::line, Finding::column, Finding::code)
                .containsExactly(fileLineColumnCode);
    }

    @Test
    void a_trajectory_of_a_client_of_another_tenant() {
        refused(
                anExport().setting("trajecten.csv", "clientnr", "C2"),
                tuple("trajecten.csv", 2L, "clientnr", "client-of-other-tenant"));
    }

    @Test
    void a_number_that_nobody_has() {
        refused(
                anExport()
                        .setting("opdrachten.csv", "opdrachtgever", "GAMMA")
                        .setting("trajecten.csv", 3, "coach", "c9")
                        .setting("doelen.csv", "trajectnr", "T9")
                        .setting("interne_notities.csv", "coach", "c9")
                        .setting("grondslagen.csv", "opdracht", "O9")
                        .setting("bezwaren.csv", 3, "clientnr", "C9"),
                tuple("opdrachten.csv", 2L, "opdrachtgever", "unknown-reference"),
                tuple("trajecten.csv", 3L, "coach", "unknown-reference"),
                tuple("doelen.csv", 2L, "trajectnr", "unknown-reference"),
                tuple("interne_notities.csv", 2L, "coach", "unknown-reference"),
                tuple("grondslagen.csv", 2L, "opdracht", "unknown-reference"),
                tuple("bezwaren.csv", 3L, "clientnr", "unknown-reference"));
    }

    @Test
    void a_number_that_stands_in_the_database_but_not_in_this_export() {
        var other = new Importing();
        other.all(anExport().inFolder());
        var report = other.all(ExportBuilder.anExportOf("GAMMA", "DELTA")
                .setting("opdrachten.csv", "opdrachtgever", "ALFA")
                .inFolder());
        assertThat(report.refusals()).extracting(Finding::code).containsExactly("unknown-reference");
    }

    @Test
    void a_trajectory_number_that_both_tenants_use() {
        refused(
                anExport().setting("trajecten.csv", 3, "trajectnr", "T1").headerOnly("plaatsingen.csv"),
                ambiguousOrUnknown());
    }

    /** T1 is the trajectory of both; T2 is nobody's. */
    private static Tuple[] ambiguousOrUnknown() {
        return new Tuple[] {
            tuple("doelen.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("doelen.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("afspraken.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("afspraken.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("contactmomenten.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("contactmomenten.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("sollicitaties.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("sollicitaties.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("voortgang.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("voortgang.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("belastbaarheid.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("belastbaarheid.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("sterke_punten.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("sterke_punten.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("interne_notities.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("interne_notities.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("uren.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("uren.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("inzage_concept.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("inzage_concept.csv", 3L, "trajectnr", "unknown-reference"),
            tuple("grondslagen.csv", 4L, "trajectnr", "unknown-reference"),
            tuple("bezwaren.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("beperkingen.csv", 2L, "trajectnr", "ambiguous-number"),
            tuple("beperkingen.csv", 3L, "trajectnr", "unknown-reference")
        };
    }

    @Test
    void a_client_number_that_both_tenants_use_without_a_trajectory_beside_it() {
        refused(
                anExport().setting("bezwaren.csv", "trajectnr", ""),
                tuple("bezwaren.csv", 2L, "clientnr", "ambiguous-number"));
    }

    @Test
    void an_objection_or_restriction_of_somebody_else_than_the_client_of_the_trajectory() {
        refused(
                anExport()
                        .setting("bezwaren.csv", 3, "trajectnr", "T2")
                        .setting("beperkingen.csv", 3, "clientnr", "C2"),
                tuple("bezwaren.csv", 3L, "clientnr", "wrong-client"),
                tuple("beperkingen.csv", 3L, "clientnr", "wrong-client"));
    }

    @Test
    void a_key_that_stands_twice_in_one_file() {
        refused(
                anExport()
                        .add("clienten.csv", "C1;ALFA;Visser;Vera;01-01-1991;;;;;;;")
                        .add("doelen.csv", "T1;01;Nog een;;OPEN")
                        .add("voortgang.csv", "T2;31-08-2026;OP_SCHEMA;;;;"),
                tuple("clienten.csv", 2L, "clientnr", "duplicate-key"),
                tuple("clienten.csv", 5L, "clientnr", "duplicate-key"),
                tuple("doelen.csv", 2L, "volgnr", "duplicate-key"),
                tuple("doelen.csv", 4L, "volgnr", "duplicate-key"),
                tuple("voortgang.csv", 3L, "peildatum", "duplicate-key"),
                tuple("voortgang.csv", 4L, "peildatum", "duplicate-key"));
    }

    @Test
    void two_coaches_with_one_code_or_one_address() {
        refused(
                anExport()
                        .add("coaches.csv", "c1;Coach Drie;c3@werkvlak.example;")
                        .add("coaches.csv", "c4;Coach Vier;C2@werkvlak.example;"),
                tuple("coaches.csv", 2L, "code", "duplicate-key"),
                tuple("coaches.csv", 3L, "email", "duplicate-key"),
                tuple("coaches.csv", 4L, "code", "duplicate-key"),
                tuple("coaches.csv", 5L, "email", "duplicate-key"));
    }
}
