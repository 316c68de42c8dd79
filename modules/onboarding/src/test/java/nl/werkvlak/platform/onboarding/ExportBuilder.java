package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An export that is valid in every respect; a test states only what matters to it.
 *
 * <p>It has two tenants, each with a client C1 of the same name and a legal basis B1, whose values differ; T1 is the
 * first tenant's trajectory, T2 the second's. Another export of other tenants uses the same numbers.
 */
final class ExportBuilder {

    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private final Map<String, byte[]> raw = new LinkedHashMap<>();
    private String folderInZip = "";

    private ExportBuilder(String one, String other) {
        file("opdrachtgevers.csv", "code;naam;soort;kvk;huiskleur;contact_naam;contact_email")
                .add("opdrachtgevers.csv", one + ";Groenhof;WERKGEVER;90000001;#0B6B50;HR;hr@een.example")
                .add("opdrachtgevers.csv", other + ";Groenhof;UWV;90000002;#1f4e9e;HR;hr@twee.example");
        file("coaches.csv", "code;naam;email;geheimhouding_getekend")
                .add("coaches.csv", "c1;Coach Een;c1@werkvlak.example;02-01-2025")
                .add("coaches.csv", "c2;Coach Twee;c2@werkvlak.example;");
        file(
                        "opdrachten.csv",
                        "nummer;opdrachtgever;ontvangersoort;product;ingang;einde;categorieen;ziektegerelateerd;"
                                + "bijzondere_grond;geheimhouding_getekend;uren_budget;uurtarief")
                .add(
                        "opdrachten.csv",
                        "O1;" + one + ";E1;SPOOR_1;01-01-2025;31-12-2027;IDENT|GOAL;ja;H1;15-12-2024;4000;97,50")
                .add("opdrachten.csv", "O2;" + other + ";U;WERKFIT;01-01-2025;;IDENT|BSN|GOAL;nee;;;;");
        file(
                        "clienten.csv",
                        "clientnr;opdrachtgever;achternaam;voornaam;geboortedatum;bsn;adres;postcode;plaats;telefoon;"
                                + "email;vertegenwoordiger")
                .add(
                        "clienten.csv",
                        "C1;" + one + ";Jansen;Anna;27-03-1970;999990007;Straat 1;1012 AB;Hoorn;06-1;a@een.example;")
                .add("clienten.csv", "C1;" + other + ";Jansen;Anna;28-03-1980;999990019;Laan 2;;Zwaag;;;")
                .add("clienten.csv", "C2;" + other + ";Bakker;Bo;01-01-1990;;;;;;;");
        file(
                        "trajecten.csv",
                        "trajectnr;opdracht;clientnr;coach;product;start;gepland_einde;einde;reden_einde;functie;"
                                + "contracturen;eerste_ziektedag;hoofddoel;opleiding;werkervaring;voorkeur")
                .add("trajecten.csv", "T1;O1;C1;c1;SPOOR_1;01-02-2026;01-02-2027;;;docent;36,00;02-01-2026;Werk;;;")
                .add("trajecten.csv", "T2;O2;C1;c2;WERKFIT;01-03-2026;;31-08-2026;PLAATSING;;;;;;;");
        file("doelen.csv", "trajectnr;volgnr;omschrijving;termijn;status")
                .add("doelen.csv", "T1;1;Zoekprofiel;25-06-2026;BEHAALD")
                .add("doelen.csv", "T2;1;Netwerk;;OPEN");
        file("afspraken.csv", "trajectnr;volgnr;afgesproken_op;actie;wie;uiterlijk;gedaan_op;vervallen_op")
                .add("afspraken.csv", "T1;1;12-04-2026;Proefdag aanvragen;CLIENT;01-05-2026;28-04-2026;")
                .add("afspraken.csv", "T2;1;12-04-2026;Netwerk in kaart;COACH;;;");
        file("contactmomenten.csv", "trajectnr;moment;soort;minuten;aanwezigheid;onderwerp")
                .add("contactmomenten.csv", "T1;12-04-2026 15:15;GESPREK;30;AANWEZIG;sollicitaties")
                .add("contactmomenten.csv", "T2;12-04-2026 15:15;GESPREK;45;AFGEMELD;evaluatie");
        file("sollicitaties.csv", "trajectnr;datum;functie;soort;reactie")
                .add("sollicitaties.csv", "T1;14-04-2026;conciërge;VACATURE;GESPREK")
                .add("sollicitaties.csv", "T2;14-04-2026;conciërge;OPEN;GEEN");
        file("voortgang.csv", "trajectnr;peildatum;stand;participatieladder;cijfer;toelichting;prognose")
                .add("voortgang.csv", "T1;30-09-2026;OP_SCHEMA;2;7;\"Goed; verder zo.\";Vervolg.")
                .add("voortgang.csv", "T2;31-08-2026;VERTRAAGD;;;;");
        file("belastbaarheid.csv", "trajectnr;rubriek;beperking;bron_rol;bron_datum;geldig_tot;bron_document")
                .add("belastbaarheid.csv", "T1;V Houding;niet tillen;BEDRIJFSARTS;22-04-2026;03-12-2027;FML-1")
                .add("belastbaarheid.csv", "T2;V Houding;niet zitten;VERZEKERINGSARTS;22-04-2026;;FML-1");
        file("plaatsingen.csv", "trajectnr;datum;contract;uren_per_week;duur_maanden;werkgever;client_geinformeerd")
                .add("plaatsingen.csv", "T2;08-03-2026;ONBEPAALDE_TIJD;24,00;6;Werkgever;nee");
        file("sterke_punten.csv", "trajectnr;soort;omschrijving")
                .add("sterke_punten.csv", "T1;STERK;werkt nauwkeurig")
                .add("sterke_punten.csv", "T2;VERBETER;plannen");
        file("interne_notities.csv", "trajectnr;moment;coach;tekst")
                .add("interne_notities.csv", "T1;29-07-2026 17:00;c1;notitie een")
                .add("interne_notities.csv", "T2;29-07-2026 17:00;c1;notitie twee");
        file("uren.csv", "trajectnr;datum;uren;soort")
                .add("uren.csv", "T1;12-04-2026;1,50;BEGELEIDING")
                .add("uren.csv", "T2;12-04-2026;2;REISTIJD");
        file("inzage_concept.csv", "trajectnr;periode;getoond_op;reactie")
                .add("inzage_concept.csv", "T1;2026-05;31-05-2026 12:00;akkoord")
                .add("inzage_concept.csv", "T2;2026-05;31-05-2026 13:00;");
        file(
                        "grondslagen.csv",
                        "nummer;opdracht;trajectnr;letter;doelen;categorieen;ingang;einde;bewijs;belangenafweging;"
                                + "belangenafweging_datum;toestemming_op;toestemming_door;ingetrokken_op")
                .add("grondslagen.csv", "B1;O1;;d;P7;IDENT|GOAL;01-01-2025;31-12-2027;Afweging;VOORDEEL;20-12-2024;;;")
                .add("grondslagen.csv", "B1;O2;;a;P7;IDENT;01-01-2025;;Wet;;;;;")
                .add(
                        "grondslagen.csv",
                        "B2;;T2;f;P7|P8;EDU;05-12-2025;;Formulier;;;05-12-2025;VERTEGENWOORDIGER;16-10-2026 09:00");
        file("bezwaren.csv", "clientnr;trajectnr;doelen;ontvangen_op;besloten_op;uitkomst")
                .add("bezwaren.csv", "C1;T1;P7;22-09-2026 10:30;06-10-2026 15:00;ONGEGROND")
                .add("bezwaren.csv", "C2;;;22-09-2026 10:30;;");
        file("beperkingen.csv", "clientnr;trajectnr;categorieen;vanaf;opgeheven_op;grond")
                .add("beperkingen.csv", "C1;T1;CAPACITY|STRENGTH;01-10-2026 09:00;29-10-2026 09:00;BEZWAAR")
                .add("beperkingen.csv", "C1;T2;*;01-10-2026 09:00;;ONRECHTMATIG");
    }

    /** Of the tenants ALFA and BETA. */
    static ExportBuilder anExport() {
        return new ExportBuilder("ALFA", "BETA");
    }

    static ExportBuilder anExportOf(String one, String other) {
        return new ExportBuilder(one, other);
    }

    private ExportBuilder file(String name, String header) {
        files.put(name, new ArrayList<>(List.of(header)));
        return this;
    }

    private List<String> lines(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    ExportBuilder add(String name, String... rows) {
        lines(name).addAll(Arrays.asList(rows));
        return this;
    }

    /** Puts another value in a column of the first row. */
    ExportBuilder setting(String name, String column, String value) {
        return setting(name, 2, column, value);
    }

    /** Puts another value in a column of the row on a line. */
    ExportBuilder setting(String name, int line, String column, String value) {
        var lines = lines(name);
        var at = Arrays.asList(lines.get(0).split(";", -1)).indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("No column " + column);
        }
        var fields = lines.get(line - 1).split(";", -1);
        fields[at] = value;
        lines.set(line - 1, String.join(";", fields));
        return this;
    }

    /** Puts another line, the header being line 1, or adds it at the end. */
    ExportBuilder line(String name, int line, String text) {
        lines(name).set(line - 1, text);
        return this;
    }

    ExportBuilder headerOnly(String name) {
        lines(name).subList(1, lines(name).size()).clear();
        return this;
    }

    ExportBuilder without(String name) {
        files.remove(name);
        return this;
    }

    /** A file of exactly these bytes. */
    ExportBuilder bytes(String name, byte[] content) {
        files.remove(name);
        raw.put(name, content);
        return this;
    }

    /** The bytes of a file as it would be written. */
    byte[] bytesOf(String name) {
        return (String.join("\r\n", lines(name)) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    ExportBuilder folderInZip(String folder) {
        folderInZip = folder;
        return this;
    }

    private Map<String, byte[]> contents() {
        var contents = new LinkedHashMap<String, byte[]>();
        files.keySet().forEach(name -> contents.put(name, bytesOf(name)));
        contents.putAll(raw);
        return contents;
    }

    Path inFolder() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "exports")), "export");
            for (var content : contents().entrySet()) {
                Files.write(folder.resolve(content.getKey()), content.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path zipped() {
        try {
            var place = Files.createTempFile(Files.createDirectories(Path.of("target", "exports")), "export", ".zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(place))) {
                for (var content : contents().entrySet()) {
                    zip.putNextEntry(new ZipEntry(folderInZip + content.getKey()));
                    zip.write(content.getValue());
                }
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
