package nl.werkvlak.platform.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.data.JRBeanCollectionDataSource;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontExtensionHelper;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;

/**
 * The measure of a whole run: JasperReports and nothing else, as one would write it for speed. A template compiled once,
 * beans in memory, filled and exported without tags; no database, no decision, no sealing, no register.
 */
final class RawEngine {

    private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    private final JasperReport template;
    private final List<RawRow> beans = beans();

    RawEngine() {
        context.setProperty("net.sf.jasperreports.default.font.name", "Liberation Sans");
        context.setExtensions(
                FontFamily.class,
                SimpleFontExtensionHelper.getInstance().loadFontFamilies(context, "reports/house-style/fonts.xml"));
        try (InputStream file = Objects.requireNonNull(RawEngine.class.getResourceAsStream("/raw.jrxml"))) {
            template = JasperCompileManager.getInstance(context).compile(JRXmlLoader.load(context, file));
        } catch (JRException e) {
            throw new IllegalStateException("The template does not compile", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a progress report of the {@link BusyOffice}, and the points of its two charts. */
    private static List<RawRow> beans() {
        var rows = new ArrayList<RawRow>();
        rows.add(RawRow.of("title", "Voortgangsrapportage", "Over oktober 2026  ·  opdracht C-1"));
        rows.add(RawRow.of("who", "Jo Jansen-45", "Cliëntnummer K45"));
        rows.add(RawRow.of("panels", "Op schema", "Week 52 van 74", "Twee gesprekken voeren", "uiterlijk 1 december"));
        rows.add(RawRow.of("heading", "Voortgang"));
        rows.add(RawRow.of("fact", "Toelichting", "De afspraken zijn nagekomen en het zoekprofiel is aangescherpt."));
        rows.add(RawRow.of("fact", "Vooruitzicht", "Op tijd klaar."));
        for (var month = 1; month <= 12; month++) {
            rows.add(RawRow.point("ladder", "m" + month, 4));
            rows.add(RawRow.point("score", "m" + month, 7));
        }
        rows.add(RawRow.of(
                "charts",
                "Participatieladder",
                "Cijfer van de coach",
                "Van trede 4 in november 2025 naar trede 4 in oktober 2026.",
                "Van een 7 in november 2025 naar een 7 in oktober 2026."));
        rows.add(RawRow.of("heading", "Doelen"));
        rows.add(RawRow.of("fact", "Hoofddoel", "Werk dat past"));
        rows.add(RawRow.of("head", "Doel", "Termijn", "Stand"));
        for (var goal = 0; goal < 4; goal++) {
            rows.add(RawRow.of("row", "Twee gesprekken voeren bij een bedrijf in de buurt", "1 december 2026", "Open"));
        }
        rows.add(RawRow.of("heading", "Contact in oktober 2026"));
        rows.add(RawRow.of(
                "text", "Contactmomenten: 4 gepland, waarvan 4 gehouden, 0 op tijd afgezegd, 0 keer niet verschenen."));
        rows.add(RawRow.of("head", "Datum", "Soort", "Duur"));
        for (var contact = 0; contact < 4; contact++) {
            rows.add(RawRow.of("row", "6 oktober 2026", "Gesprek", "45 min"));
        }
        rows.add(RawRow.of("heading", "Visie van de cliënt"));
        rows.add(RawRow.of("fact", "Concept gezien op", "28 oktober 2026"));
        rows.add(RawRow.of("fact", "Reactie", "Akkoord"));
        rows.add(RawRow.of("heading", "Profiel"));
        rows.add(RawRow.of("fact", "Zoekt", "Logistiek"));
        rows.add(RawRow.of("fact", "Opleiding", "MBO 4 logistiek"));
        rows.add(RawRow.of("fact", "Werkervaring", "Tien jaar planning"));
        rows.add(RawRow.of("heading", "Belastbaarheid"));
        rows.add(RawRow.of("head", "Rubriek", "Wat geldt", "Bron"));
        rows.add(RawRow.of("row", "Werktijden", "Maximaal vier uur per dag", "Bedrijfsarts, 1 september 2026"));
        rows.add(RawRow.of("heading", "Dienstverband"));
        rows.add(RawRow.of("fact", "Functie", "Planner"));
        rows.add(RawRow.of("fact", "Contract", "32 uur per week"));
        rows.add(RawRow.of("heading", "Traject"));
        rows.add(RawRow.of("fact", "Soort", "Re-integratie tweede spoor"));
        rows.add(RawRow.of("fact", "Wettelijk kader", "Wet verbetering poortwachter, tweede spoor"));
        rows.add(RawRow.of("fact", "Begonnen op", "3 november 2025"));
        rows.add(RawRow.of("fact", "Gepland einde", "31 maart 2027"));
        rows.add(RawRow.of("fact", "Volgend rapport", "3 december 2026, over november 2026"));
        rows.add(RawRow.of("heading", "Bestede uren en kosten"));
        rows.add(RawRow.of("fact", "In oktober 2026", "1 uur 30"));
        rows.add(RawRow.of("fact", "Sinds het begin", "18 uur"));
        rows.add(RawRow.of("fact", "Kosten zonder btw", "EUR 1.620,00"));
        return List.copyOf(rows);
    }

    /** Makes so many reports on so many threads, and drops them; returns how many bytes they were. */
    long make(int reports, ExecutorService threads, int workers) {
        var bytes = new AtomicLong();
        IntStream.range(0, workers)
                .mapToObj(worker -> CompletableFuture.runAsync(
                        () -> {
                            for (var each = worker; each < reports; each += workers) {
                                bytes.addAndGet(pdf().length);
                            }
                        },
                        threads))
                .toList()
                .forEach(CompletableFuture::join);
        return bytes.get();
    }

    byte[] pdf() {
        try {
            var print = JasperFillManager.getInstance(context)
                    .fill(template, new HashMap<>(), new JRBeanCollectionDataSource(beans));
            var out = new ByteArrayOutputStream();
            var exporter = new JRPdfExporter(context);
            exporter.setExporterInput(new SimpleExporterInput(print));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
            exporter.exportReport();
            return out.toByteArray();
        } catch (JRException e) {
            throw new IllegalStateException("The bare engine made no report", e);
        }
    }
}
