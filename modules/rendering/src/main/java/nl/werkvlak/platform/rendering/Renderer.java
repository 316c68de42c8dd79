package nl.werkvlak.platform.rendering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.tenancy.BrandColour;
import nl.werkvlak.platform.tenancy.Letterhead;
import nl.werkvlak.platform.tenancy.Logo;
import org.jspecify.annotations.Nullable;

/**
 * Puts a released document on paper; one that did not come through the gate it cannot be given. Holds the templates and fonts, so one of it is enough; it may be used by many threads at
 * once. The first report of a process takes some seconds, a later one some milliseconds.
 */
public final class Renderer {

    private final HouseStyle house;
    private final Map<Class<?>, ReportFolder<?>> folders = new HashMap<>();
    private final Map<ReportFolder<?>, Template> templates = new HashMap<>();

    public Renderer() {
        house = new HouseStyle();
        for (ReportFolder<?> folder : ReportFolder.ALL) {
            folders.put(folder.document(), folder);
            templates.put(folder, house.template(folder.template()));
        }
    }

    /**
     * The report as PDF.
     *
     * @param language Dutch, or English; every other language gives Dutch
     * @throws IllegalArgumentException for a code that has no text
     */
    public <D extends Record & ReportDocument> byte[] pdf(Released<D> report, Locale language) {
        return pdf(report.document(), language);
    }

    /**
     * The rows of the report, as values; not through the template, whose columns are those of a page.
     *
     * @param out is left open
     * @throws IllegalArgumentException for a kind of report that has no rows
     */
    public <D extends Record & ReportDocument> void write(
            Released<D> report, Locale language, DataFormat format, OutputStream out) throws IOException {
        write(report.document(), language, format, out);
    }

    <D extends Record & ReportDocument> void write(D document, Locale language, DataFormat format, OutputStream out)
            throws IOException {
        ReportFolder<?> folder = folder(document);
        format.write(folder.tables(document, new Words(folder.name(), language)), out);
    }

    /**
     * The same report as one accessible HTML page, in UTF-8.
     *
     * @param language as for the PDF
     */
    public <D extends Record & ReportDocument> byte[] html(Released<D> report, Locale language) {
        return html(report.document(), language);
    }

    /** The same report as JSON, for programs; see {@link #schema}. From it the report can be given out again, in other forms. */
    public <D extends Record & ReportDocument> byte[] json(Released<D> report) {
        return json(report.document());
    }

    /**
     * A report that was kept, as one accessible HTML page.
     *
     * @param json what {@link #json} wrote when the report was issued, and nothing else
     * @param letterhead the tenant's
     * @param language as for the PDF
     */
    public byte[] html(byte[] json, Letterhead letterhead, Locale language) {
        ObjectNode report = PlainData.tree(json);
        return html(folder(PlainData.kindOf(report)), report, letterhead, language);
    }

    private <D extends Record & ReportDocument> byte[] html(
            ReportFolder<D> folder, ObjectNode report, Letterhead letterhead, Locale language) {
        return html(PlainData.read(report, letterhead, folder.document()), language);
    }

    /**
     * The rows of a report that was kept.
     *
     * @param json what {@link #json} wrote when the report was issued, and nothing else
     * @param out is left open
     */
    public void write(byte[] json, Locale language, DataFormat format, OutputStream out) throws IOException {
        ObjectNode report = PlainData.tree(json);
        write(folder(PlainData.kindOf(report)), report, language, format, out);
    }

    private <D extends Record & ReportDocument> void write(
            ReportFolder<D> folder, ObjectNode report, Locale language, DataFormat format, OutputStream out)
            throws IOException {
        write(PlainData.read(report, Letterhead.PLAIN, folder.document()), language, format, out);
    }

    private static ReportFolder<?> folder(String kind) {
        return ReportFolder.ALL.stream()
                .filter(folder -> folder.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no folder for this kind"));
    }

    /** The JSON Schema (2020-12) that each report of a kind follows as JSON; nothing for a kind that there is not. */
    public static Optional<byte[]> schema(String kind) {
        return ReportFolder.ALL.stream()
                .map(ReportFolder::name)
                .filter(kind::equals)
                .findFirst()
                .map(name -> HouseStyle.bytes(name + "/schema.json"));
    }

    <D extends Record & ReportDocument> byte[] pdf(D document, Locale language) {
        return pdf(document, language, TaggedPdf::new);
    }

    <D extends Record & ReportDocument> byte[] pdf(
            D document, Locale language, Function<JasperReportsContext, JRPdfExporter> press) {
        return pdf(prepared(document, language), press.apply(house.context()));
    }

    <D extends Record & ReportDocument> byte[] html(D document, Locale language) {
        Prepared report = prepared(document, language);
        return new WebPage(report.template(), report.words())
                .of(report.title(), report.sender(), report.logo(), report.foot(), report.rows(), report.brand())
                .getBytes(StandardCharsets.UTF_8);
    }

    <D extends Record & ReportDocument> byte[] json(D document) {
        return PlainData.of(folder(document).name(), document);
    }

    private ReportFolder<?> folder(Record document) {
        return Objects.requireNonNull(folders.get(document.getClass()), "no folder for this report");
    }

    /** All that a report says in one language, whatever it is put on. */
    private record Prepared(
            Template template, ReportDocument document, Words words, Color brand, String sender, List<Row> rows) {

        DocumentHead head() {
            return document.head();
        }

        /** None on a concept, which says in that place what it is. */
        @Nullable
        Logo logo() {
            return head().isConcept() ? null : head().logo();
        }

        /** Names the report, never a person: it shows in windows, lists and search results. */
        String title() {
            return words.say(
                    "metadata.title", words.say("title"), words.period(document.about()), head().reportNumber());
        }

        List<String> foot() {
            return List.of(
                    head().isConcept()
                            ? words.say("foot.concept", words.period(document.about()))
                            : words.say(
                                    "foot.report",
                                    head().reportNumber(),
                                    Integer.toString(head().version()),
                                    words.period(document.about())),
                    words.say("foot.trace", head().traceCode(), head().regulationVersion(), head().matrixVersion()),
                    words.say("foot.made", words.momentOf(head().decidedAt())));
        }
    }

    private <D extends Record & ReportDocument> Prepared prepared(D document, Locale language) {
        ReportFolder<?> folder = folder(document);
        Template template = Objects.requireNonNull(templates.get(folder), "template");
        var words = new Words(folder.name(), language);
        Color brand = BrandColour.readable(document.head().brandColour());
        Letters letters = house.letters();
        List<Row> rows = folder.sheet(document, words, brand).rows().stream()
                .map(letters::printable)
                .toList();
        template.mustHold(rows);
        return new Prepared(template, document, words, brand, letters.printable(sender(document.head(), words)), rows);
    }

    /** Stands at the top of every page. */
    private static String sender(DocumentHead head, Words words) {
        return head.isConcept() ? words.say("sender.concept", head.tenant()) : head.tenant();
    }

    private byte[] pdf(Prepared report, JRPdfExporter exporter) {
        Letters letters = house.letters();
        boolean plain =
                letters.arePlain(report.sender()) && report.rows().stream().allMatch(letters::arePlain);
        Words words = report.words();
        List<String> foot = report.foot();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, words.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, words.texts());
        parameters.put(JRParameter.REPORT_TEMPLATES, house.styles(report.brand(), plain));
        parameters.put("tenant", report.sender());
        Logo logo = report.logo();
        parameters.put("logo", logo == null ? null : new Emblem(logo, report.sender()));
        parameters.put("footLeft", foot.get(0));
        parameters.put("footTrace", foot.get(1));
        parameters.put("footMade", foot.get(2));
        Template template = report.template();
        JRDataSource rows = Sheet.source(template.fit(report.rows(), house.longWords()));
        var out = new ByteArrayOutputStream();
        try {
            exporter.setExporterInput(SimpleExporterInput.getInstance(
                    List.of(JasperFillManager.getInstance(house.context()).fill(template.report(), parameters, rows))));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
            exporter.setConfiguration(metadata(report));
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException("Report " + report.head().reportNumber() + " cannot be rendered", e);
        }
        return out.toByteArray();
    }

    private static SimplePdfExporterConfiguration metadata(Prepared report) {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setCompressed(true);
        configuration.setMetadataTitle(report.title());
        configuration.setMetadataAuthor("Werkvlak");
        configuration.setMetadataCreator("Werkvlak");
        configuration.setDisplayMetadataTitle(true);
        // Accessible (PDF/UA-1) and archivable (PDF/A-2a): the tagger writes the structure that these promise.
        configuration.setTagged(true);
        configuration.setTagLanguage(report.words().locale().toLanguageTag());
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
        configuration.setIccProfilePath("reports/house-style/sRGB.icc");
        return configuration;
    }
}
