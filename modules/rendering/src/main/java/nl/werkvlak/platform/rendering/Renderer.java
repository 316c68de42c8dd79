package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import nl.werkvlak.platform.disclosure.Released;

/**
 * Puts a released document on paper; one that did not come through the gate it cannot be given. Holds the templates and fonts, so one of it is enough; it may be used by many threads at
 * once. The first report of a process takes some seconds, a later one some milliseconds.
 */
public final class Renderer {

    private static final String PROGRESS = "progress";
    private static final String ACCOUNTABILITY = "accountability";

    private final HouseStyle house;
    private final Template progress;
    private final Template accountability;

    public Renderer() {
        house = new HouseStyle();
        progress = house.template("progress/progress.jasper");
        accountability = house.template("accountability/accountability.jasper");
    }

    /**
     * The progress report as PDF.
     *
     * @param language Dutch, or English; every other language gives Dutch
     * @throws IllegalArgumentException for a code that has no text
     */
    public byte[] progress(Released<ProgressDocument> report, Locale language) {
        return pdf(report.document(), language);
    }

    byte[] pdf(ProgressDocument document, Locale language) {
        var words = new Words(PROGRESS, language);
        Color brand = BrandColour.readable(document.head().brandColour());
        return pdf(progress, document.head(), new ProgressSheet(words, brand).of(document), words, brand);
    }

    /**
     * The accountability report as PDF.
     *
     * @param language Dutch, or English; every other language gives Dutch
     * @throws IllegalArgumentException for a code that has no text
     */
    public byte[] accountability(Released<AccountabilityDocument> report, Locale language) {
        return pdf(report.document(), language);
    }

    byte[] pdf(AccountabilityDocument document, Locale language) {
        var words = new Words(ACCOUNTABILITY, language);
        Color brand = BrandColour.readable(document.head().brandColour());
        return pdf(accountability, document.head(), new AccountabilitySheet(words, brand).of(document), words, brand);
    }

    private byte[] pdf(Template template, DocumentHead head, Sheet sheet, Words words, Color brand) {
        template.mustHold(sheet.rows());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, words.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, words.texts());
        parameters.put(JRParameter.REPORT_TEMPLATES, house.styles(brand));
        parameters.put("tenant", head.tenant());
        parameters.put(
                "footLeft",
                words.say(
                        "foot.report",
                        head.reportNumber(),
                        Integer.toString(head.version()),
                        words.month(head.period())));
        parameters.put(
                "footTrace", words.say("foot.trace", head.traceCode(), head.regulationVersion(), head.matrixVersion()));
        parameters.put("footMade", words.say("foot.made", words.momentOf(head.decidedAt())));
        var out = new ByteArrayOutputStream();
        try {
            var exporter = new JRPdfExporter(house.context());
            exporter.setExporterInput(
                    SimpleExporterInput.getInstance(List.of(JasperFillManager.getInstance(house.context())
                            .fill(template.report(), parameters, sheet.source()))));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
            exporter.setConfiguration(metadata(head, words));
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException("Report " + head.reportNumber() + " cannot be rendered", e);
        }
        return out.toByteArray();
    }

    /** The title names the report, never a person: it shows in windows, lists and search results. */
    private static SimplePdfExporterConfiguration metadata(DocumentHead head, Words words) {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setCompressed(true);
        configuration.setMetadataTitle(
                words.say("metadata.title", words.say("title"), words.month(head.period()), head.reportNumber()));
        configuration.setMetadataAuthor("Werkvlak");
        configuration.setMetadataCreator("Werkvlak");
        configuration.setDisplayMetadataTitle(true);
        configuration.setTagLanguage(words.locale().toLanguageTag());
        return configuration;
    }
}
