package nl.werkvlak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.onboarding.ImportReport;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.reporting.ReportPreview;
import nl.werkvlak.platform.reporting.RunAct;
import nl.werkvlak.platform.reporting.RunPart;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Role;
import nl.werkvlak.platform.tenancy.LetterheadChange;
import nl.werkvlak.platform.trajectory.Agreement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Set<String> DUTCH = Texts.in(Texts.DUTCH).keySet();

    @Nested
    class Both_languages {

        @Test
        void have_the_same_keys() {
            assertThat(Texts.in(Texts.ENGLISH).keySet()).isEqualTo(DUTCH);
        }

        @Test
        void leave_no_text_empty() {
            assertThat(Stream.of(Texts.DUTCH, Texts.ENGLISH))
                    .allSatisfy(locale -> assertThat(DUTCH)
                            .allSatisfy(
                                    key -> assertThat(Texts.say(locale, key)).isNotBlank()));
        }
    }

    @Nested
    class The_reader {

        @Test
        void who_reads_neither_gets_dutch_whatever_the_language_of_the_server() {
            assertThat(Texts.say(Locale.GERMAN, "logout")).isEqualTo("Uitloggen");
        }

        @Test
        void who_reads_english_gets_english() {
            assertThat(Texts.say(Locale.UK, "logout")).isEqualTo("Log out");
        }
    }

    @Nested
    class Every_text {

        @Test
        void that_a_page_or_a_class_asks_for_is_there() throws IOException {
            var asked = new TreeSet<String>();
            Views.found("t\\['([^']+)']").forEach(found -> asked.add(found.group(1)));
            Views.found("words\\('([^']+)'").forEach(found -> asked.add(found.group(1)));
            found("../web/src/main/java", "Texts\\.say\\(\\s*Here\\.locale\\(\\),\\s*\"([a-zA-Z.]+[a-zA-Z])\"")
                    .forEach(asked::add);
            assertThat(asked).hasSizeGreaterThan(50).isSubsetOf(DUTCH);
        }

        @Test
        void of_a_closed_list_is_there() {
            assertThat(keys("role.", Role.values())).isSubsetOf(DUTCH);
            assertThat(keys("kind.", ReportKind.values())).isSubsetOf(DUTCH);
            assertThat(keys("reason.", Reason.values())).isSubsetOf(DUTCH);
            assertThat(keys("concept.outcome.", ReportPreview.Outcome.values())).isSubsetOf(DUTCH);
            assertThat(keys("actor.", Agreement.Actor.values())).isSubsetOf(DUTCH);
            assertThat(keys("run.state.", RunView.State.values())).isSubsetOf(DUTCH);
            assertThat(keys("run.act.", RunAct.Kind.values())).isSubsetOf(DUTCH);
            assertThat(keys("run.acted.", RunAct.Kind.values())).isSubsetOf(DUTCH);
            assertThat(keys("part.reason.", RunPart.Reason.values())).isSubsetOf(DUTCH);
            assertThat(keys("import.state.", ImportReport.State.values())).isSubsetOf(DUTCH);
            assertThat(keys("letterhead.what.", LetterheadChange.What.values())).isSubsetOf(DUTCH);
            assertThat(keys("received.event.", DisclosureRegister.Event.values()))
                    .isSubsetOf(DUTCH);
            assertThat(keys("form.", Form.values())).isSubsetOf(DUTCH);
            assertThat(Slice.KINDS)
                    .allSatisfy(kind ->
                            assertThat(DUTCH).contains("slice." + kind, "slice.mark." + kind, "slice.help." + kind));
        }

        @ParameterizedTest
        @EnumSource(Permission.class)
        void of_a_permission_says_what_the_table_says(Permission permission) {
            assertThat(Texts.say(Texts.DUTCH, "permission." + permission)).isEqualTo(permission.explanation());
        }
    }

    @Nested
    class Every_refusal {

        @Test
        void of_every_room_has_its_own_words() throws IOException {
            var codes = found("..", "Refusal\\s*\\.(?:unknown|forbidden|conflict|rule)\\(\\s*\"([a-z-]+)\"");
            assertThat(codes.stream().map("refusal."::concat))
                    .hasSizeGreaterThan(8)
                    .isSubsetOf(DUTCH);
        }
    }

    private static Set<String> keys(String prefix, Object[] values) {
        return Arrays.stream(values).map(value -> prefix + value).collect(Collectors.toSet());
    }

    /** What the pattern's group finds in the sources of the rooms under a folder; the API has words of its own. */
    private static Set<String> found(String folder, String pattern) throws IOException {
        var looked = Pattern.compile(pattern);
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of(folder), 12)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> each.toString().contains("src/main/"))
                    .filter(each -> !each.startsWith(Path.of("..", "api")))
                    .toList()) {
                looked.matcher(Files.readString(file)).results().forEach(result -> found.add(result.group(1)));
            }
        }
        return found;
    }
}
