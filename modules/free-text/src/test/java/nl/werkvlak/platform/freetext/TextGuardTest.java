package nl.werkvlak.platform.freetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.freetext.Mark.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextGuardTest {

    private static final TextGuard GUARD = TextGuard.shipped();

    /** A line of {@code sentences.txt}: a sentence, and what it is marked with. */
    private record Sentence(Set<Kind> kinds, String text, String line) {

        static Sentence of(String line) {
            var parts = line.split(": ", 2);
            var kinds = EnumSet.noneOf(Kind.class);
            if (!parts[0].equals("-")) {
                Arrays.stream(parts[0].split(", ", -1)).map(Kind::valueOf).forEach(kinds::add);
            }
            var text = Pattern.compile("\\\\u([0-9A-F]{4})")
                    .matcher(parts[1].replace("\\n", "\n"))
                    .replaceAll(code ->
                            Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
            return new Sentence(kinds, text, line);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Sentence> sentences() throws IOException {
        try (var file = Objects.requireNonNull(TextGuardTest.class.getResourceAsStream("/sentences.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Sentence::of);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void marks_what_a_text_must_not_hold_and_nothing_else(Sentence sentence) {
        assertThat(kinds(sentence.text()))
                .as(GUARD.marks(sentence.text()).stream()
                        .map(Mark::entry)
                        .toList()
                        .toString())
                .isEqualTo(sentence.kinds());
    }

    @Test
    void every_kind_has_sentences_that_are_marked_with_it() throws IOException {
        assertThat(sentences().flatMap(sentence -> sentence.kinds().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.values());
    }

    @Nested
    class A_mark {

        @Test
        void covers_the_whole_word_as_it_was_written() {
            assertThat(marked("Zijn Gezins\u00ADthérapie begint.")).containsExactly("Gezins\u00ADthérapie");
            assertThat(marked("Na de winter\u200Bdepressie, ja")).containsExactly("winter\u200Bdepressie");
            assertThat(marked("een depres-\n  sie.")).containsExactly("depres-\n  sie");
            assertThat(marked("BSN 9999.90.007!")).containsExactly("9999.90.007");
            assertThat(marked("van Syrische  afkomst")).contains("Syrische  afkomst");
        }

        @Test
        void counts_as_a_browser_counts_also_after_a_smile() {
            assertThat(GUARD.marks("\uD83D\uDE00 kanker"))
                    .singleElement()
                    .returns(3, Mark::from)
                    .returns(9, Mark::to);
        }

        @Test
        void tells_the_entry_it_was_found_by_and_never_prints_it() {
            assertThat(GUARD.marks("kankeronderzoek"))
                    .singleElement()
                    .returns("*kanker*", Mark::entry)
                    .hasToString("Mark[0-15]");
        }

        @Test
        void of_one_kind_stands_once_where_two_entries_meet() {
            assertThat(GUARD.marks("depressieve klachten"))
                    .extracting(Mark::kind)
                    .containsExactly(Kind.ILLNESS, Kind.ILLNESS);
            assertThat(marked("chronische rugpijn")).hasSize(1);
        }
    }

    @Nested
    class An_allowed_word {

        @Test
        void drops_the_mark_that_stands_within_it() {
            assertThat(marked("stressbestendig")).isEmpty();
        }

        @Test
        void leaves_the_same_word_marked_elsewhere_in_the_text() {
            assertThat(marked("stressbestendig, maar nu stress")).containsExactly("stress");
        }

        @Test
        void does_not_cover_what_goes_on_beyond_it() {
            assertThat(kinds("Werkt met mensen met dementie, heeft zelf depressies"))
                    .containsExactly(Kind.ILLNESS);
        }
    }

    @Test
    void nothing_is_marked_in_nothing() {
        assertThat(GUARD.marks("")).isEmpty();
        assertThat(GUARD.isMarked(" ")).isFalse();
    }

    @Test
    void the_version_is_that_of_the_lists() {
        assertThat(GUARD.version())
                .matches("[0-9a-f]{12}")
                .isEqualTo(WordList.shipped().version());
    }

    @Test
    void the_lists_are_long_enough_to_be_of_use() {
        assertThat(WordList.shipped().entries().stream().map(Entry::entry).distinct())
                .hasSizeGreaterThan(1_000);
    }

    private static Set<Kind> kinds(String text) {
        return GUARD.marks(text).stream().map(Mark::kind).collect(Collectors.toSet());
    }

    private static List<String> marked(String text) {
        return GUARD.marks(text).stream()
                .map(mark -> text.substring(mark.from(), mark.to()))
                .toList();
    }
}
