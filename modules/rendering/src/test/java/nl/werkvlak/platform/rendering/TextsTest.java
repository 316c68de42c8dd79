package nl.werkvlak.platform.rendering;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    /** The closed lists of the schema that get onto paper, and the list of texts for each. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            entry("ck_agreement_actor", "who"),
            entry("ck_trajectory_product", "product"),
            entry("ck_trajectory_frame", "law"),
            entry("ck_trajectory_phase", "phase"),
            entry("ck_trajectory_reason", "endReason"),
            entry("ck_goal_status", "goal"),
            entry("ck_contact_kind", "contact"),
            entry("ck_application_kind", "application"),
            entry("ck_application_response", "response"),
            entry("ck_progress_status", "status"),
            entry("ck_progress_outlook", "outlook"),
            entry("ck_capacity_role", "source"),
            entry("ck_placement_contract", "contract"));

    @ParameterizedTest
    @MethodSource("foldersWithTexts")
    void both_languages_have_the_same_texts(String folder) throws IOException {
        assertThat(keys(folder, "texts_en.properties")).isEqualTo(keys(folder, "texts.properties"));
    }

    /** From the file itself: a bundle would answer in Dutch for what English lacks. */
    private static Set<Object> keys(String folder, String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Samples.file(folder, file))) {
            texts.load(reader);
        }
        return texts.keySet();
    }

    @ParameterizedTest
    @MethodSource("foldersWithTexts")
    void no_text_holds_an_apostrophe_which_would_vanish_from_a_message(String folder) {
        for (Locale language : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            var texts = new Texts(folder, language);

            assertThat(Collections.list(texts.getKeys()))
                    .filteredOn(key -> !key.equals("moment"))
                    .noneMatch(key -> texts.getString(key).contains("'"));
        }
    }

    private static Stream<String> foldersWithTexts() {
        return Stream.concat(Stream.of("house-style"), ReportFolder.ALL.stream().map(ReportFolder::name));
    }

    @Test
    void every_folder_of_a_report_is_known() throws IOException {
        try (var folders = Files.list(Samples.file("house-style", "..").normalize())) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("texts.properties")))
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(foldersWithTexts().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_code_that_the_schema_allows_has_a_text(String language) throws IOException {
        var words = new Words("progress", Locale.forLanguageTag(language));
        String schema = schema();

        assertThat(codes(schema, "ck_hours_kind"))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(new Words("invoice", Locale.forLanguageTag(language)).code("work", code))
                        .isNotBlank());
        LISTS.forEach((constraint, list) -> assertThat(codes(schema, constraint))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(words.code(list, code)).isNotBlank()));
    }

    private static String schema() throws IOException {
        try (var files = Files.list(Path.of("..", "..", "db", "trajectory"))) {
            var all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static List<String> codes(String schema, String constraint) {
        return Pattern.compile("constraint " + constraint + " check \\(\\w+ in \\(([^)]*)\\)")
                .matcher(schema)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",")))
                .map(code -> code.strip().replace("'", ""))
                .toList();
    }
}
