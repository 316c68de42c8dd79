package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.FinalDocument;
import nl.werkvlak.platform.rendering.ProgressDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fields of the progress report (voortgangsrapportage) and of the final report (eindrapportage), one by one: what stands
 * on paper, and which recipients read it. Everything is recorded and every basis is in force, so that only the matrix, and
 * what a part itself says, keep something inside.
 *
 * <p>E1 is an employer in the first track, JC an employer with job coaching, E2 an employer in the second track, U is UWV, G a
 * municipality and V an insurer.
 */
@NullUnmarked
class FieldListTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID TRAJECTORY = TwoTenants.trajectory(1);
    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final String ALL =
            "IDENT,BSN,EMPLOY,EDU,EXP,PREF,PLAN,GOAL,ACT,ATTEND,PROGRESS,STRENGTH,CAPACITY,DOC,RESULT,HOURS";

    private static final Map<Reader, String> PROGRESS = new EnumMap<>(Reader.class);
    private static final Map<Reader, String> FINAL = new EnumMap<>(Reader.class);
    private static DataSource database;
    private static TwoTenants tenants;

    private enum Reader {
        E1("E1", "SPOOR_1"),
        JC("E1", "JOBCOACHING"),
        E2("E2", "SPOOR_2"),
        U("U", "NAAR_WERK"),
        G("G", "PARTICIPATIE"),
        V("V", "SPOOR_2");

        private final String kind;
        private final String product;

        Reader(String kind, String product) {
            this.kind = kind;
            this.product = product;
        }
    }

    @BeforeAll
    static void a_file_in_which_everything_is_recorded() throws SQLException, IOException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        record();
        for (var reader : Reader.values()) {
            tell(
                    "update commission set recipient_kind = ?, product = ? where tenant_id = :tenant",
                    reader.kind,
                    reader.product);
            tell("update trajectory set product = ? where tenant_id = :tenant", reader.product);
            PROGRESS.put(reader, textOf(ReportKind.PROGRESS));
        }
        tell("update trajectory set ended_on = '2026-10-31', end_reason = 'PLAATSING' where tenant_id = :tenant");
        for (var reader : Reader.values()) {
            tell(
                    "update commission set recipient_kind = ?, product = ? where tenant_id = :tenant",
                    reader.kind,
                    reader.product);
            FINAL.put(reader, textOf(ReportKind.FINAL));
        }
    }

    @ParameterizedTest(name = "{0}. {1} ({2}): {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                " 1 | rapportnummer en versie         | VR-1  ·  versie 1                              | all",
                " 2 | rapportageperiode               | Over oktober 2026                              | all",
                " 3 | opdrachtgever                   | Groenhof                                       | all",
                " 3 | contactpersoon                  | Contactpersoon HR Groenhof                     | all",
                " 3 | opdrachtnummer                  | opdracht C-1                                   | all",
                " 4 | kandidaat                       | Jo Jansen                                      | all",
                " 4 | personeelsnummer                | Personeelsnummer P-77                          | all",
                " 5 | BSN                             | BSN ******007                                  | U G",
                " 6 | geboortedatum                   | geboren op 1 januari 1980                      | U G",
                " 7 | coach                           | coach Coach                                    | all",
                " 7 | telefoon van de coach           | Coach, 06-10000001                             | all",
                " 7 | waarnemer                       | Vervanger Collega                              | all",
                " 8 | soort traject                   | Soort                                          | all",
                " 8 | perceel                         | Perceel Noord                                  | E1 JC E2 U G",
                " 9 | wettelijk kader                 | Wettelijk kader Ziektewet                      | E1 JC E2 U G",
                "10 | aanmelddatum                    | Aangemeld op 2 januari 2026                    | E1 JC E2 U G",
                "10 | intakedatum                     | Intake op 3 januari 2026                       | E1 JC E2 U G",
                "10 | startdatum                      | Begonnen op 5 januari 2026                     | all",
                "10 | geplande einddatum              | Gepland einde 31 december 2026                 | all",
                "10 | doorlooptijd in weken           | Week 43 van 52                                 | all",
                "10 | verlenging                      | verlengd: eerst 30 september 2026              | E1 JC E2 U G",
                "11 | eerste ziektedag                | Eerste ziektedag 1 december 2025               | E1 JC E2",
                "11 | week van verzuim                | Week van verzuim 48                            | E1 JC E2",
                "12 | functie                         | Functie Kok                                    | all",
                "12 | contracturen                    | Contract 32 uur per week                       | all",
                "12 | hervatte uren                   | Hervat 16 uur per week                         | all",
                "12 | loonwaarde                      | Loonwaarde 65% van het loon                    | all",
                "13 | hoofddoel                       | Hoofddoel Passend werk                         | E1 JC E2 U G",
                "14 | subdoel, met termijn en status  | 1 december 2026 ○ Open                         | E1 JC E2 U G",
                "14 | toelichting bij een subdoel     | Rooster is aangevraagd                         | E1 JC E2 U G",
                "15 | fase van het traject            | Fase Bemiddeling                               | all",
                "16 | belastbaarheid                  | niet tillen boven 10 kg                        | E1 JC E2 U G",
                "16 | bron en geldigheid              | Bedrijfsarts, 1 juli 2026                      | E1 JC E2 U G",
                "17 | zoekprofiel                     | Zoekt kantoorwerk                              | E1 JC E2 U G",
                "18 | opleiding                       | Opleiding Mbo                                  | E1 JC E2 U G",
                "18 | werkervaring                    | Werkervaring Tien jaar keuken                  | E1 JC E2 U G",
                "19 | activiteit: datum, soort        | 12 oktober 2026 Gesprek                        | E1 JC E2 U G",
                "19 | activiteit: onderwerp, duur     | werkhervatting 30 min                          | E1 JC E2 U G",
                "19 | woorden van een onderwerp       | over het rooster                               | nobody",
                "20 | contactmomenten                 | 3 gepland, waarvan 2 gehouden, 1 op tijd       | all",
                "21 | sollicitatie: datum, soort      | 14 oktober 2026 Op een vacature                | E1 JC E2 U G",
                "21 | sollicitatie: reactie           | vacature gesprek                               | E1 JC E2 U G",
                "21 | woorden van een functie         | planner                                        | nobody",
                "22 | werkervaringsplaats, uren, duur | werkervaringsplaats, 2 maanden, 24 uur         | all",
                "23 | voortgang ten opzichte van plan | ▲ Vertraagd                                    | E1 JC E2 U G",
                "23 | reden                           | Toelichting Meer tijd nodig                    | E1 JC E2 U G",
                "24 | sterk punt                      | Sterk punt stipt                               | JC E2 U G",
                "24 | verbeterpunt                    | Verbeterpunt plannen                           | JC U G",
                "25 | knelpunten                      | Knelpunten lange reistijd                      | E1 JC E2 U G",
                "26 | afspraak: actie, wie, wanneer   | Rooster vragen cliënt 12 november 2026         | E1 JC E2 U G",
                "26 | volgende stap                   | Volgende stap                                  | E1 JC E2 U G",
                "27 | advies, bijstelling van het plan| Advies een maand langer                        | E1 JC E2 U G",
                "28 | prognose                        | Verwachting Onzeker                            | E1 JC E2 U G",
                "28 | prognose in woorden             | Vooruitzicht vaste uren in december            | E1 JC E2 U G",
                "29 | plaatsing: datum, uren          | vanaf 5 oktober 2026                           | all",
                "29 | nieuwe werkgever                | Bakkerij                                       | E2 V",
                "31 | uren                            | In oktober 2026 3 uur                          | all",
                "31 | kosten tot nu toe               | EUR 270,00                                     | all",
                "32 | reactie van de kandidaat        | Reactie akkoord                                | E1 JC E2 U G",
                "33 | voor gezien                     | Concept gezien op 31 oktober 2026              | E1 JC E2 U G",
                "34 | bijlage, vrijgegeven            | Diploma vrijgegeven op 12 oktober 2026         | all",
                "35 | grondslag en kenmerk reglement  | Grondslagen: A-B  ·  reglement 2019            | all",
                "35 | datum controle                  | Gemaakt op 1 november 2026                     | all",
                "36 | volgende rapportagedatum        | Volgend rapport 3 december 2026                | E1 JC E2 U G"
            })
    void stands_in_the_progress_report_of(String number, String field, String printed, String readers) {
        assertThat(readersOf(PROGRESS, printed)).as(field).isEqualTo(named(readers));
    }

    /** What a final report adds; the profile, the capacity and each contact by itself are no longer needed when it is over. */
    @ParameterizedTest(name = "{0} ({1}): {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kandidaat                           | Jo Jansen                                       | all",
                "resultaat in één zin                | Geplaatst in werk: vanaf 5 oktober 2026         | all",
                "alle doelen met resultaat           | Doelen behaald 0 van 1                          | E1 JC E2 U G",
                "participatieladder, begin en eind   | Trede 3 → 4                                     | E1 JC E2 U G",
                "activiteiten, totaal                | Gesprek 2                                       | E1 JC E2 U G",
                "sollicitaties, totaal               | Sollicitaties 2 keer: 1 afgewezen, 1 gesprek    | E1 JC E2 U G",
                "contactmomenten, totaal             | 3 gepland, waarvan 2 gehouden                   | all",
                "plaatsing                           | werkervaringsplaats, 2 maanden, 24 uur          | all",
                "functie, hervatte uren              | Hervat 16 uur per week                          | all",
                "advies aan de opdrachtgever         | Advies een maand langer                         | E1 JC E2 U G",
                "wat nog te doen is                  | Rooster vragen cliënt 12 november 2026          | E1 JC E2 U G",
                "reden einde, code van het resultaat | Reden van het einde Geplaatst in werk           | all",
                "tevredenheid gevraagd               | Tevredenheid gevraagd op 30 oktober 2026        | E1 JC E2 U G",
                "volgende stap                       | Volgende stap                                   | nobody",
                "volgende rapportagedatum            | Volgend rapport                                 | nobody",
                "zoekprofiel                         | Zoekt kantoorwerk                               | nobody",
                "belastbaarheid                      | niet tillen boven 10 kg                         | nobody",
                "sterk punt                          | stipt                                           | nobody"
            })
    void stands_in_the_final_report_of(String field, String printed, String readers) {
        assertThat(readersOf(FINAL, printed)).as(field).isEqualTo(named(readers));
    }

    private static Set<Reader> readersOf(Map<Reader, String> papers, String printed) {
        var letters = printed.replaceAll("\\s", "");
        return papers.entrySet().stream()
                .filter(paper -> paper.getValue().contains(letters))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<Reader> named(String readers) {
        return switch (readers) {
            case "all" -> Set.of(Reader.values());
            case "nobody" -> Set.of();
            default -> Arrays.stream(readers.split(" ")).map(Reader::valueOf).collect(Collectors.toSet());
        };
    }

    private static void record() throws SQLException {
        tell("update tenant set name = 'Groenhof', contact_name = 'HR Groenhof' where id = :tenant");
        tell("update coach set phone = '06-10000001', deputy = 'Collega' where :tenant is not null");
        tell(
                "update commission set data_scope = ?, special_ground = 'H1', lot = 'Noord' where tenant_id = :tenant",
                ALL);
        tell("update legal_basis set letter = 'b', categories = ? where tenant_id = :tenant", ALL);
        tell("update concept_preview set reaction = 'akkoord' where tenant_id = :tenant");
        tell("update trajectory set staff_number = 'P-77', legal_frame = 'ZIEKTEWET', phase = 'BEMIDDELING',"
                + " registered_on = '2026-01-02', intake_on = '2026-01-03', first_planned_end = '2026-09-30',"
                + " satisfaction_asked_on = '2026-10-30', job_title = 'Kok', contract_hours = 32,"
                + " first_sick_day = '2025-12-01', main_goal = 'Passend werk', education = 'Mbo',"
                + " experience = 'Tien jaar keuken', preference = 'kantoorwerk' where tenant_id = :tenant");
        of(
                "goal",
                "position, description, due, status, note",
                "1, 'Weer koken', '2026-12-01', 'OPEN', 'Rooster is aangevraagd'");
        of(
                "agreement",
                "agreed_on, action, actor, due, changed_by, change_reason",
                "'2026-10-12', 'Rooster vragen', 'CLIENT', '2026-11-12', 'test', 'a test'");
        for (var contact : List.of(
                "'2026-10-12 09:00:00', 'AANWEZIG', 'Werkhervatting'",
                "'2026-10-20 09:00:00', 'AANWEZIG', 'over het rooster'",
                "'2026-10-21 09:00:00', 'AFGEMELD', null")) {
            of("contact_moment", "held_at, attendance, subject, kind, minutes", contact + ", 'GESPREK', 30");
        }
        of("job_application", "applied_on, job, kind, response", "'2026-10-14', 'planner', 'VACATURE', 'GESPREK'");
        of("job_application", "applied_on, job, kind, response", "'2026-10-15', 'planner', 'OPEN', 'AFGEWEZEN'");
        of("progress", "measured_on, status, ladder", "'2026-05-20', 'OP_SCHEMA', 3");
        of(
                "progress",
                "measured_on, status, ladder, explanation, outlook, prognosis, obstacles, advice, resumed_hours, wage_value",
                "'2026-10-20', 'VERTRAAGD', 4, 'Meer tijd nodig', 'ONZEKER', 'vaste uren in december', 'lange reistijd',"
                        + " 'een maand langer', 16, 65");
        of("strength", "kind, description", "'STERK', 'stipt'");
        of("strength", "kind, description", "'VERBETER', 'plannen'");
        of(
                "placement",
                "started_on, contract, hours_per_week, months, employer, client_informed",
                "'2026-10-05', 'WERKERVARINGSPLAATS', 24, 2, 'Bakkerij', true");
        of("hours_worked", "worked_on, hours, kind", "'2026-10-12', 3, 'BEGELEIDING'");
        of(
                "document",
                "type, released_at, released_by, scanned_at, scan_outcome, changed_by, change_reason",
                "'DIPLOMA', '2026-10-12 09:00:00', (select id from coach), '2026-10-11 09:00:00', 'CLEAN', 'test', 'a test'");
        sealed();
    }

    private static void sealed() throws SQLException {
        try (var connection = database.getConnection()) {
            var key = TwoTenants.VAULT
                    .keysFor(connection, TwoTenants.A, Set.of(TwoTenants.client(1)))
                    .get(TwoTenants.client(1));
            tell(
                    "update client set bsn = ? where tenant_id = :tenant and id = ?",
                    key.seal("999990007", "client.bsn"),
                    TwoTenants.client(1));
            tell(
                    "insert into capacity_statement (tenant_id, id, trajectory_id, rubric, limitation, source_role, source_date,"
                            + " valid_through, source_document) values (:tenant, uuid(), ?, ?, ?, 'BEDRIJFSARTS', '2026-07-01',"
                            + " '2027-06-30', ?)",
                    TRAJECTORY,
                    key.seal("V Houding", "capacity_statement.rubric"),
                    key.seal("niet tillen boven 10 kg", "capacity_statement.limitation"),
                    key.seal("FML-1", "capacity_statement.source_document"));
        }
    }

    private static void of(String table, String columns, String values) throws SQLException {
        tell(
                "insert into " + table + " (tenant_id, id, trajectory_id, " + columns + ") values (:tenant, uuid(), ?, "
                        + values + ")",
                TRAJECTORY);
    }

    private static void tell(String statement, Object... arguments) throws SQLException {
        tenants.tell(TwoTenants.A, statement, arguments);
    }

    private static String textOf(ReportKind kind) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var paper = Loader.loadPDF(pdf(connection, kind))) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s", "");
        }
    }

    private static byte[] pdf(Connection connection, ReportKind kind) throws SQLException {
        Map<UUID, Release> releases = Gate.open(connection)
                .release(connection, TwoTenants.A, TwoTenants.COMMISSION, List.of(TRAJECTORY), OCTOBER, kind, NOON);
        var keys = TwoTenants.VAULT.keysFor(connection, TwoTenants.A, Set.of(TwoTenants.client(1)));
        var files = TrajectoryFiles.of(kind, connection, TwoTenants.A, OCTOBER, NOON, releases, keys);
        ProgressDocument document = files.documents("C-1", id -> head()).get(TRAJECTORY);
        var release = releases.get(TRAJECTORY);
        return kind == ReportKind.FINAL
                ? RENDERER.pdf(release.project(FinalDocument.of(document)), DUTCH)
                : RENDERER.pdf(release.project(document), DUTCH);
    }

    private static DocumentHead head() {
        return new DocumentHead("Groenhof", null, null, "VR-1", 1, OCTOBER, NOON, "A-B", "2019", "1");
    }
}
