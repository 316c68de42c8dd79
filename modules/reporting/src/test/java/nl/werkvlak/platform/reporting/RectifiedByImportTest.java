package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.ImportReport;
import nl.werkvlak.platform.onboarding.Imports;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A month is reported on what an export said, and the next export says it otherwise. Of two tenants with a client of the same
 * number and name, for whom the same was recorded; one of them is rectified.
 */
@NullUnmarked
class RectifiedByImportTest {

    private static final TenantId ALFA = TenantId.ofCode("ALFA");
    private static final TenantId BETA = TenantId.ofCode("BETA");
    private static final String GOALS = "doelen.csv";
    private static final String SCOPE = "IDENT|PLAN|GOAL|ACT|ATTEND|PROGRESS|HOURS";

    private final Map<String, List<String>> export = new TreeMap<>();
    private DataSource database;
    private Imports imports;
    private Node node;
    private Report old;

    @BeforeEach
    void a_month_of_reports() throws IOException {
        export.put(
                "opdrachtgevers.csv",
                List.of(
                        "code;naam;soort;kvk;huiskleur;contact_naam;contact_email",
                        "ALFA;Zelfde Naam B.V.;WERKGEVER;90000001;#0b6b50;HR;hr@een.example",
                        "BETA;Zelfde Naam B.V.;WERKGEVER;90000002;#1f4e9e;HR;hr@twee.example"));
        export.put(
                "coaches.csv",
                List.of("code;naam;email;geheimhouding_getekend", "c1;Coach;c1@werkvlak.example;02-01-2025"));
        export.put(
                "opdrachten.csv",
                List.of(
                        "nummer;opdrachtgever;ontvangersoort;product;ingang;einde;categorieen;ziektegerelateerd;"
                                + "bijzondere_grond;geheimhouding_getekend;uren_budget;uurtarief",
                        "O1;ALFA;E2;SPOOR_2;01-01-2025;;" + SCOPE + ";ja;;15-12-2024;100;",
                        "O2;BETA;E2;SPOOR_2;01-01-2025;;" + SCOPE + ";ja;;15-12-2024;100;"));
        export.put(
                "grondslagen.csv",
                List.of(
                        "nummer;opdracht;trajectnr;letter;doelen;categorieen;ingang;einde;bewijs;belangenafweging;"
                                + "belangenafweging_datum;toestemming_op;toestemming_door;ingetrokken_op",
                        "B1;O1;;d;P7;" + SCOPE + ";01-01-2025;;Afweging;VOORDEEL;20-12-2024;;;",
                        "B1;O2;;d;P7;" + SCOPE + ";01-01-2025;;Afweging;VOORDEEL;20-12-2024;;;"));
        export.put(
                "clienten.csv",
                List.of(
                        "clientnr;opdrachtgever;achternaam;voornaam;geboortedatum;bsn;adres;postcode;plaats;telefoon;"
                                + "email;vertegenwoordiger",
                        "C1;ALFA;Jansen;Jo;01-01-1980;;;;;;;",
                        "C1;BETA;Jansen;Jo;01-01-1980;;;;;;;"));
        export.put(
                "trajecten.csv",
                List.of(
                        "trajectnr;opdracht;clientnr;coach;product;start;gepland_einde;einde;reden_einde;functie;"
                                + "contracturen;eerste_ziektedag;hoofddoel;opleiding;werkervaring;voorkeur",
                        "T1;O1;C1;c1;SPOOR_2;05-01-2026;31-12-2026;;;;;;Hoofddoel ALFA;;;",
                        "T2;O2;C1;c1;SPOOR_2;05-01-2026;31-12-2026;;;;;;Hoofddoel BETA;;;"));
        export.put(
                GOALS,
                List.of(
                        "trajectnr;volgnr;omschrijving;termijn;status",
                        "T1;1;Leren lassen;01-12-2026;OPEN",
                        "T2;1;Leren lassen;01-12-2026;OPEN"));
        export.put(
                "inzage_concept.csv",
                List.of(
                        "trajectnr;periode;getoond_op;reactie",
                        "T1;2026-10;31-10-2026 12:00;",
                        "T2;2026-10;31-10-2026 12:00;"));
        for (var empty : List.of(
                "contactmomenten.csv:trajectnr;moment;soort;minuten;aanwezigheid;onderwerp",
                "voortgang.csv:trajectnr;peildatum;stand;participatieladder;cijfer;toelichting;prognose",
                "belastbaarheid.csv:trajectnr;rubriek;beperking;bron_rol;bron_datum;geldig_tot;bron_document",
                "plaatsingen.csv:trajectnr;datum;contract;uren_per_week;duur_maanden;werkgever;client_geinformeerd",
                "sterke_punten.csv:trajectnr;soort;omschrijving",
                "interne_notities.csv:trajectnr;moment;coach;tekst",
                "uren.csv:trajectnr;datum;uren;soort",
                "bezwaren.csv:clientnr;trajectnr;doelen;ontvangen_op;besloten_op;uitkomst",
                "beperkingen.csv:clientnr;trajectnr;categorieen;vanaf;opgeheven_op;grond")) {
            var parts = empty.split(":", 2);
            export.put(parts[0], List.of(parts[1]));
        }
        database = TestDatabase.fresh();
        imports = new Imports(database, TwoTenants.VAULT, TwoTenants.CLOCK, Runnable::run);
        bringIn();
        node = new Node(database, TwoTenants.CLOCK);
        node.run();
        old = progress(ALFA);
        for (var tenant : List.of(ALFA, BETA)) {
            assertThat(node.pull(tenant, progress(tenant).id())).contains("Leren lassen", "Jo Jansen");
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_report_that_showed_it_is_corrected_and_who_received_it_is_told() throws Exception {
        export.put(
                GOALS,
                List.of(
                        "trajectnr;volgnr;omschrijving;termijn;status",
                        "T1;1;Leren solderen;01-12-2026;OPEN",
                        "T2;1;Leren lassen;01-12-2026;OPEN"));
        assertThat(changed(bringIn())).isOne();

        node.corrector.follow();

        var corrected = progress(ALFA);
        assertThat(corrected.number()).isEqualTo(old.number());
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(node.pull(ALFA, corrected.id()))
                .contains("Leren solderen", "Hoofddoel ALFA")
                .doesNotContain("Leren lassen", "BETA");
        assertThat(notices(ALFA))
                .extracting(Notices.Notice::number, Notices.Notice::what, Notices.Notice::nextVersion)
                .containsExactlyInAnyOrder(
                        tuple(old.number(), Notices.What.WITHDRAWN, null),
                        tuple(old.number(), Notices.What.CORRECTED, 2));
        assertThat(progress(BETA).version()).isOne();
        assertThat(node.pull(BETA, progress(BETA).id())).contains("Leren lassen", "Hoofddoel BETA");
        assertThat(notices(BETA)).isEmpty();
    }

    @Test
    void the_same_export_again_corrects_nothing_and_tells_nobody() throws Exception {
        assertThat(changed(bringIn())).isZero();

        node.corrector.follow();

        assertThat(progress(ALFA).id()).isEqualTo(old.id());
        assertThat(notices(ALFA)).isEmpty();
    }

    private ImportReport bringIn() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "exports")), "export");
        for (var file : export.entrySet()) {
            Files.writeString(
                    folder.resolve(file.getKey()),
                    String.join("\r\n", file.getValue()) + "\r\n",
                    StandardCharsets.UTF_8);
        }
        var report = imports.get(imports.start(folder, false, "test"));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.state()).isEqualTo(ImportReport.State.DONE);
        return report;
    }

    private static long changed(ImportReport report) {
        return report.files().stream()
                .mapToLong(ImportReport.FileCounts::changed)
                .sum();
    }

    private Report progress(TenantId tenant) {
        return node.list(tenant, ReportKind.PROGRESS).get(0);
    }

    private List<Notices.Notice> notices(TenantId tenant) throws Exception {
        return CurrentTenant.with(
                tenant,
                () -> new Notices(database, TwoTenants.CLOCK)
                        .list(new Notices.Query(null, null, 50))
                        .items());
    }
}
