package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report as JSON. After a wanted change of a document, copy its schema from target/schema. */
class PlainDataTest {

    private static final Renderer RENDERER = new Renderer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    static List<ReportFolder<?>> reports() {
        return ReportFolder.ALL;
    }

    private static Set<ValidationMessage> faults(ReportFolder<?> folder, String json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Samples.file(folder.name(), "schema.json")));
        return schema.validate(
                json, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static <D extends Record & ReportDocument> String madeUp(ReportFolder<D> folder, int seed, int rows) {
        return text(RENDERER.json(MadeUp.document(folder.document(), seed, rows)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_published_schema_is_that_of_the_document(ReportFolder<?> folder) throws IOException {
        String schema = Schema.of(folder);
        Path made = Files.createDirectories(Path.of("target", "schema", folder.name()));
        Files.writeString(made.resolve("schema.json"), schema);

        assertThat(Files.readString(Samples.file(folder.name(), "schema.json"))).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_report_follows_its_schema(ReportFolder<?> folder) throws IOException {
        for (int rows : new int[] {0, 1, 3, 300}) {
            for (int seed = 0; seed < 10; seed++) {
                assertThat(faults(folder, madeUp(folder, seed, rows)))
                        .as("%d rows, seed %d", rows, seed)
                        .isEmpty();
            }
        }
    }

    /** So that what is given out later, in another form, is what was released then. */
    @ParameterizedTest
    @MethodSource("reports")
    void a_report_that_is_read_back_makes_the_same_page_letter_by_letter(ReportFolder<?> folder) {
        for (int rows : new int[] {0, 1, 3, 30}) {
            for (int seed = 0; seed < 20; seed++) {
                makesTheSamePage(folder, seed, rows);
            }
        }
    }

    private static <D extends Record & ReportDocument> void makesTheSamePage(
            ReportFolder<D> folder, int seed, int rows) {
        D document = MadeUp.document(folder.document(), seed, rows);
        assertThat(text(RENDERER.html(RENDERER.json(document), document.head().letterhead(), DUTCH)))
                .as("%d rows, seed %d", rows, seed)
                .isEqualTo(text(RENDERER.html(document, DUTCH)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_report_that_is_read_back_has_the_same_rows(ReportFolder<?> folder) throws IOException {
        if (folder.rows() == null) {
            return;
        }
        for (int seed = 0; seed < 20; seed++) {
            hasTheSameRows(folder, seed);
        }
    }

    private static <D extends Record & ReportDocument> void hasTheSameRows(ReportFolder<D> folder, int seed)
            throws IOException {
        D document = MadeUp.document(folder.document(), seed, 3);
        var before = new ByteArrayOutputStream();
        var after = new ByteArrayOutputStream();

        RENDERER.write(document, DUTCH, DataFormat.CSV, before);
        RENDERER.write(RENDERER.json(document), DUTCH, DataFormat.CSV, after);

        assertThat(text(after.toByteArray())).isEqualTo(text(before.toByteArray()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_schema_says_where_it_is_published_and_comes_with_the_product(ReportFolder<?> folder) throws IOException {
        JsonNode schema = JSON.readTree(Renderer.schema(folder.name()).orElseThrow());

        assertThat(schema.get("$id").textValue()).isEqualTo("/api/v1/report-schemas/" + folder.name());
        assertThat(schema).isEqualTo(JSON.readTree(Files.readString(Samples.file(folder.name(), "schema.json"))));
    }

    @Test
    void no_file_of_the_house_is_taken_for_a_schema() {
        assertThat(List.of("", "../progress", "house-style", "progress/schema.json", "PROGRESS"))
                .allMatch(kind -> Renderer.schema(kind).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_schema_knows_no_other_part_and_no_report_without_a_head(ReportFolder<?> folder) throws IOException {
        var more = (ObjectNode) JSON.readTree(madeUp(folder, 1, 1));
        more.put("dossier", "geheim");
        var less = (ObjectNode) JSON.readTree(madeUp(folder, 1, 1));
        less.remove("head");

        assertThat(faults(folder, more.toString())).isNotEmpty();
        assertThat(faults(folder, less.toString())).isNotEmpty();
    }

    @Test
    void a_category_that_was_not_released_is_not_there_not_even_by_its_name() throws IOException {
        JsonNode nothing =
                JSON.readTree(RENDERER.json(Emptied.butFor(Samples.progress(), EnumSet.noneOf(DataCategory.class))));

        assertThat(nothing.fieldNames())
                .toIterable()
                .containsExactly("kind", "head", "commissionNumber", "coach", "coachPhone", "deputy");
    }

    @Test
    void a_goal_whose_text_stays_inside_leaves_no_gap_that_tells_of_it() throws IOException {
        var goals = List.of(
                new ProgressDocument.Goal(null, null, "OPEN", null),
                new ProgressDocument.Goal("Cv op orde", null, "OPEN", null));

        JsonNode report = JSON.readTree(RENDERER.json(Samples.withGoals(goals)));

        assertThat(report.get("goals"))
                .singleElement()
                .returns("Cv op orde", goal -> goal.get("description").textValue());
    }

    @Test
    void goals_that_are_counted_are_there() throws IOException {
        JsonNode report = JSON.readTree(RENDERER.json(Samples.accountability()));

        assertThat(report.get("goals").fieldNames()).toIterable().contains("reached", "notReached", "share");
    }

    @Test
    void a_number_says_that_it_is_suppressed_and_not_how_large_it_is() throws IOException {
        JsonNode report = JSON.readTree(RENDERER.json(Samples.accountability()));

        assertThat(report.at("/flow/running").toString()).isEqualTo("{\"value\":38,\"previous\":{\"value\":41}}");
        assertThat(report.at("/outcome/reasons/1/count").toString())
                .isEqualTo("{\"leftOut\":true,\"previous\":{\"leftOut\":true}}");
        assertThat(report.at("/outcome/reasons/2/count").toString())
                .isEqualTo("{\"below\":5,\"previous\":{\"below\":5}}");
    }
}
