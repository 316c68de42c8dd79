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

    private static final int WARM_UP = 200;

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

    /** As much as a progress report of the {@link BusyOffice} says, and as many pages. */
    private static List<RawRow> beans() {
        var rows = new ArrayList<RawRow>();
        rows.add(RawRow.of("title", "Voortgangsrapportage oktober 2026", "", "", ""));
        for (var fact = 0; fact < 10; fact++) {
            rows.add(RawRow.of("row", "Functie", "Planner", "", ""));
        }
        rows.add(RawRow.of("heading", "Doelen", "", "", ""));
        rows.add(RawRow.of("head", "Doel", "Uiterlijk", "Stand", ""));
        for (var goal = 0; goal < 4; goal++) {
            rows.add(RawRow.of(
                    "row", "Twee gesprekken voeren bij een bedrijf in de buurt", "1 december 2026", "Open", ""));
        }
        rows.add(RawRow.of("heading", "Contactmomenten", "", "", ""));
        rows.add(RawRow.of("head", "Wanneer", "Soort", "Aanwezig", "Minuten"));
        for (var contact = 0; contact < 12; contact++) {
            rows.add(RawRow.of("row", "6 oktober 2026", "Gesprek", "Aanwezig", "45"));
        }
        rows.add(RawRow.of("heading", "Voortgang", "", "", ""));
        for (var paragraph = 0; paragraph < 4; paragraph++) {
            rows.add(RawRow.of(
                    "text",
                    "De afspraken zijn nagekomen en het zoekprofiel is aangescherpt. Op tijd klaar.",
                    "",
                    "",
                    ""));
        }
        for (var month = 1; month <= 12; month++) {
            rows.add(RawRow.point("m" + month, month % 5 + 1.0));
        }
        return List.copyOf(rows);
    }

    /** The first reports of a process are slow. */
    void warmUp(ExecutorService threads, int workers) {
        make(WARM_UP, threads, workers);
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
