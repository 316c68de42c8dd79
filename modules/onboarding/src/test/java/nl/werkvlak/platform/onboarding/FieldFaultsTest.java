package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Locale;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One field at fault refuses the export, with its place and a code, and leaves the database as it was. */
class FieldFaultsTest {

    private static Importing importing;

    @BeforeAll
    static void start() {
        importing = new Importing();
    }

    @ParameterizedTest(name = "{0}, {1} = {2}: {3}")
    @CsvSource(
            delimiter = ',',
            quoteCharacter = '\'',
            value = {
                "opdrachtgevers.csv, naam, '', missing-value",
                "opdrachtgevers.csv, naam, ' ', missing-value",
                "opdrachtgevers.csv, naam, LONG, too-long",
                "opdrachtgevers.csv, soort, BEDRIJF, unknown-code",
                "opdrachtgevers.csv, soort, werkgever, unknown-code",
                "opdrachtgevers.csv, kvk, 1234, bad-kvk",
                "opdrachtgevers.csv, huiskleur, groen, bad-colour",
                "opdrachten.csv, ontvangersoort, E3, unknown-code",
                "opdrachten.csv, product, SPOOR_3, unknown-code",
                "opdrachten.csv, categorieen, IDENT|ALLES, unknown-code",
                "opdrachten.csv, categorieen, *, unknown-code",
                "opdrachten.csv, categorieen, IDENT|, unknown-code",
                "opdrachten.csv, ziektegerelateerd, J, bad-yes-no",
                "opdrachten.csv, bijzondere_grond, H3, unknown-code",
                "opdrachten.csv, uurtarief, 97.50, decimal-point",
                "opdrachten.csv, uurtarief, '1.097,50', decimal-point",
                "opdrachten.csv, uurtarief, '97,505', too-many-decimals",
                "opdrachten.csv, uurtarief, veel, bad-number",
                "opdrachten.csv, uurtarief, '97,', bad-number",
                "opdrachten.csv, uren_budget, -1, out-of-range",
                "opdrachten.csv, uren_budget, 100000000, out-of-range",
                "opdrachten.csv, einde, 31-12-2024, end-before-start",
                "clienten.csv, bsn, 123456789, bad-bsn",
                "clienten.csv, bsn, 99999000, bad-bsn",
                "clienten.csv, geboortedatum, 31-02-1970, bad-date",
                "clienten.csv, geboortedatum, 1970-03-27, bad-date",
                "clienten.csv, geboortedatum, 1-3-1970, bad-date",
                "clienten.csv, geboortedatum, 27-03-0970, bad-date",
                "clienten.csv, postcode, LONG, too-long",
                "trajecten.csv, contracturen, '168,5', out-of-range",
                "trajecten.csv, einde, 31-01-2026, end-before-start",
                "trajecten.csv, gepland_einde, 31-01-2026, end-before-start",
                "trajecten.csv, reden_einde, PLAATSING, reason-without-end",
                "doelen.csv, volgnr, een, bad-number",
                "doelen.csv, volgnr, -1, out-of-range",
                "doelen.csv, status, KLAAR, unknown-code",
                "afspraken.csv, wie, FYSIOTHERAPEUT, unknown-code",
                "afspraken.csv, uiterlijk, 11-04-2026, end-before-start",
                "afspraken.csv, gedaan_op, 11-04-2026, end-before-start",
                "afspraken.csv, vervallen_op, 29-04-2026, done-and-dropped",
                "afspraken.csv, actie, '', missing-value",
                "contactmomenten.csv, moment, 12-04-2026, bad-moment",
                "contactmomenten.csv, moment, 12-04-2026 24:00, bad-moment",
                "contactmomenten.csv, moment, 31-04-2026 12:00, bad-moment",
                "contactmomenten.csv, moment, 29-03-2026 02:30, skipped-hour",
                "contactmomenten.csv, soort, MAIL, unknown-code",
                "contactmomenten.csv, minuten, 1441, out-of-range",
                "contactmomenten.csv, minuten, '30,5', bad-number",
                "contactmomenten.csv, aanwezigheid, ZIEK, unknown-code",
                "sollicitaties.csv, soort, MAIL, unknown-code",
                "sollicitaties.csv, reactie, ZIEK, unknown-code",
                "voortgang.csv, participatieladder, 7, out-of-range",
                "voortgang.csv, cijfer, 0, out-of-range",
                "belastbaarheid.csv, bron_rol, COACH, unknown-code",
                "belastbaarheid.csv, geldig_tot, 21-04-2026, end-before-start",
                "belastbaarheid.csv, bron_document, '', missing-value",
                "plaatsingen.csv, contract, VAST, unknown-code",
                "plaatsingen.csv, client_geinformeerd, '', missing-value",
                "sterke_punten.csv, soort, ZWAK, unknown-code",
                "interne_notities.csv, tekst, '', missing-value",
                "uren.csv, uren, '24,25', out-of-range",
                "uren.csv, soort, PAUZE, unknown-code",
                "inzage_concept.csv, periode, 2026-13, bad-period",
                "grondslagen.csv, letter, g, unknown-code",
                "grondslagen.csv, doelen, P9, unknown-code",
                "grondslagen.csv, bewijs, '', missing-value",
                "grondslagen.csv, einde, 31-12-2024, end-before-start",
                "grondslagen.csv, belangenafweging, MISSCHIEN, unknown-code",
                "bezwaren.csv, doelen, P7|P9, unknown-code",
                "bezwaren.csv, besloten_op, 21-09-2026 10:30, end-before-start",
                "bezwaren.csv, uitkomst, AFGEWEZEN, unknown-code",
                "beperkingen.csv, opgeheven_op, 30-09-2026 09:00, end-before-start",
                "beperkingen.csv, grond, ANDERS, unknown-code"
            })
    void refuses_the_field(String file, String column, String value, String code) {
        var written = value.equals("LONG") ? "x".repeat(300) : value;
        var report = importing.all(anExport().setting(file, column, written).inFolder());
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo(file);
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.column()).isEqualTo(column);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.advice(Locale.ENGLISH)).isNotBlank().isNotEqualTo(refusal.advice(Locale.ROOT));
        });
        assertThat(importing.count("tenant")).isZero();
        assertThat(importing.count("import_row")).isZero();
    }

    @ParameterizedTest(name = "opdracht {0}, traject {1}, letter {2}, afweging {3} {4}, toestemming {5} {6} {7}: {8}")
    @CsvSource({
        "O1, T1, a,         ,           ,           ,       , ,                 opdracht, scope-not-one",
        "  ,   , a,         ,           ,           ,       , ,                 opdracht, scope-not-one",
        "O1,   , d, VOORDEEL,           ,           ,       , ,                 belangenafweging_datum, balancing-incomplete",
        "O1,   , d,         , 20-12-2024,           ,       , ,                 belangenafweging, balancing-incomplete",
        "O1,   , a,         ,           , 05-12-2025,       , ,                 toestemming_op, consent-not-applicable",
        "O1,   , d,         ,           ,           ,       , 16-10-2026 09:00, ingetrokken_op, consent-not-applicable",
        "  , T1, f,         ,           ,           , CLIENT, ,                 toestemming_op, consent-incomplete",
        "  , T1, f,         ,           , 05-12-2025,       , ,                 toestemming_door, consent-incomplete"
    })
    void refuses_a_legal_basis_that_contradicts_itself(
            @Nullable String commission,
            @Nullable String trajectory,
            String letter,
            @Nullable String outcome,
            @Nullable String balancedOn,
            @Nullable String consentOn,
            @Nullable String consentBy,
            @Nullable String withdrawn,
            String column,
            String code) {
        var row = String.join(
                ";",
                "B9",
                text(commission),
                text(trajectory),
                letter,
                "P7;GOAL;01-01-2025;;Bewijs",
                text(outcome),
                text(balancedOn),
                text(consentOn),
                text(consentBy),
                text(withdrawn));
        var report = importing.all(anExport().add("grondslagen.csv", row).inFolder());
        assertThat(report.refusals())
                .extracting(Finding::line, Finding::column, Finding::code)
                .containsExactly(tuple(5L, column, code));
    }

    private static String text(@Nullable String absentIsNull) {
        return absentIsNull == null ? "" : absentIsNull;
    }

    @Test
    void refuses_an_outcome_of_an_objection_without_its_moment() {
        var report = importing.all(
                anExport().setting("bezwaren.csv", "besloten_op", "").inFolder());
        assertThat(report.refusals()).extracting(Finding::code).containsExactly("decision-incomplete");
    }

    @Test
    void lists_every_fault_of_every_file_at_once() {
        var report = importing.all(anExport()
                .setting("clienten.csv", "bsn", "123456789")
                .setting("clienten.csv", "geboortedatum", "gisteren")
                .setting("uren.csv", "uren", "1.5")
                .inFolder());
        assertThat(report.refusals()).extracting(Finding::code).containsExactly("bad-date", "bad-bsn", "decimal-point");
        assertThat(report.refusalsTotal()).isEqualTo(3);
    }

    @Test
    void lists_a_thousand_refusals_and_counts_the_rest() {
        var export = anExport();
        for (var i = 0; i < 1_500; i++) {
            export.add("uren.csv", "T1;12-04-2026;1.5;BEGELEIDING");
        }
        var report = importing.all(export.inFolder());
        assertThat(report.refusals()).hasSize(1_000);
        assertThat(report.refusalsTotal()).isEqualTo(1_500);
    }

    @Test
    void never_quotes_what_stood_there() {
        var report = importing.all(anExport()
                .setting("clienten.csv", "bsn", "CNRY123")
                .setting("clienten.csv", "geboortedatum", "CNRY456")
                .setting("clienten.csv", "opdrachtgever", "CNRY789")
                .inFolder());
        assertThat(report.refusals()).hasSize(3);
        assertThat(report.toString()).doesNotContain("CNRY");
    }
}
