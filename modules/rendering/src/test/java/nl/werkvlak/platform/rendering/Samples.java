package nl.werkvlak.platform.rendering;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;
import nl.werkvlak.platform.kernel.ReportingPeriod;

/** The sample and the golden text that lie beside each template. All people in them are made up. */
final class Samples {

    /** In place of a number of rows: those that the sample has. */
    static final int AS_IT_IS = -1;

    private static final Path REPORTS = Path.of("..", "..", "reports");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addDeserializer(Instant.class, text(Instant.class, Instant::parse))
                    .addDeserializer(LocalDate.class, text(LocalDate.class, LocalDate::parse))
                    .addDeserializer(YearMonth.class, text(YearMonth.class, YearMonth::parse))
                    .addDeserializer(
                            ReportingPeriod.class,
                            text(
                                    ReportingPeriod.class,
                                    text -> ReportingPeriod.parse(text).orElseThrow()))
                    .addDeserializer(Figure.class, of(Figure.class, Samples::figure)));

    private Samples() {}

    static ProgressDocument progress() {
        return read("progress", ProgressDocument.class);
    }

    static FinalDocument finalReport() {
        return read("final", FinalDocument.class);
    }

    static AccountabilityDocument accountability() {
        return read("accountability", AccountabilityDocument.class);
    }

    static InvoiceDocument invoice() {
        return read("invoice", InvoiceDocument.class);
    }

    /** What lies beside the template of a report. */
    static <D extends Record & ReportDocument> byte[] onPaper(
            ReportFolder<D> folder, Renderer renderer, Locale language) {
        return onPaper(folder, renderer, language, TaggedPdf::new);
    }

    static <D extends Record & ReportDocument> byte[] onPaper(
            ReportFolder<D> folder,
            Renderer renderer,
            Locale language,
            Function<JasperReportsContext, JRPdfExporter> press) {
        return renderer.pdf(read(folder.name(), folder.document()), language, press);
    }

    /** Every report, for the tests that hold for each of them. */
    static List<ReportFolder<?>> folders() {
        return ReportFolder.ALL;
    }

    /** The sample of the progress report, with other goals. */
    static ProgressDocument withGoals(List<ProgressDocument.Goal> goals) {
        return Emptied.with(progress(), "goals", goals);
    }

    /**
     * The sample, with every list in it as long as asked for: its own rows over and over, each a day or a month later.
     *
     * @param period what an accountability report of a whole tenant is about, after a hyphen; empty for the sample as it is
     */
    static <D extends Record & ReportDocument> D withRows(ReportFolder<D> folder, String period, int rows) {
        D sample = read(folder.name(), folder.document());
        D document = rows == AS_IT_IS ? sample : Emptied.repeated(sample, rows);
        if (folder.document() == AccountabilityDocument.class) {
            List<?> commissions = period.isEmpty()
                    ? accountability().commissions()
                    : Emptied.repeated(accountability(), Math.max(2, rows)).commissions();
            document = Emptied.with(document, "commissions", commissions);
            // A trend is of a year at most.
            document = rows > accountability().trend().size()
                    ? Emptied.with(document, "trend", accountability().trend())
                    : document;
        }
        return period.isEmpty()
                ? document
                : Emptied.with(
                        document,
                        "period",
                        ReportingPeriod.parse(period.substring(1)).orElseThrow());
    }

    static Path file(String report, String name) {
        return REPORTS.resolve(report).resolve(name);
    }

    private static <T> T read(String report, Class<T> type) {
        try {
            return JSON.readValue(Files.readString(file(report, "sample.json")), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, "&lt;5", "•", or two of those: now and before. */
    private static Figure figure(JsonNode node) {
        if (node.isArray()) {
            return figure(node.get(0)).after(figure(node.get(1)));
        }
        if (Figure.LEFT_OUT.equals(node.textValue())) {
            return Figure.leftOut();
        }
        return node.isTextual()
                ? Figure.fewerThan(Integer.parseInt(node.textValue().substring(1)))
                : Figure.of(new BigDecimal(node.asText()));
    }

    private static <T> StdDeserializer<T> text(Class<T> type, Function<String, T> parse) {
        return of(type, node -> parse.apply(node.textValue()));
    }

    private static <T> StdDeserializer<T> of(Class<T> type, Function<JsonNode, T> parse) {
        return new StdDeserializer<>(type) {

            private static final long serialVersionUID = 1;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return parse.apply(parser.readValueAsTree());
            }
        };
    }
}
