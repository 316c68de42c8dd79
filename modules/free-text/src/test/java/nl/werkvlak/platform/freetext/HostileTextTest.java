package nl.werkvlak.platform.freetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random junk and texts made to hurt; each is made from a seed that its failure prints. */
class HostileTextTest {

    private static final TextGuard GUARD = TextGuard.shipped();
    private static final int LONG = 400_000;

    private static final List<String> PIECES = List.of(
            "kanker",
            "depressie",
            "burn-out",
            "therapie",
            " van ",
            "ziekte van ",
            "999990007",
            "06-",
            "12345678",
            "+31",
            "@",
            "voorbeeld.nl",
            "(at)",
            "-\n",
            "-",
            "\u00AD",
            "\u00AD\n",
            "\u200B",
            "\uD83D\uDE00",
            "\uD835\uDFD7",
            "\uD800",
            "\uDC00",
            "e\u0301",
            "\uFF44",
            "\uFDFA",
            " ",
            "\n",
            "\t",
            "\0",
            "0",
            "1",
            "o",
            "l",
            ".",
            "/",
            "ß");

    /** Built from what the guard looks at, and cut anywhere. */
    private static String junk(Random random) {
        var text = new StringBuilder();
        for (var pieces = random.nextInt(40); pieces >= 0; pieces--) {
            var piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(random.nextBoolean() ? piece : piece.substring(random.nextInt(piece.length())));
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    @RepeatedTest(200)
    void marks_lie_within_the_text_and_cut_no_character_in_two(RepetitionInfo turn) {
        var random = new Random(turn.getCurrentRepetition());
        for (var times = 0; times < 50; times++) {
            var text = junk(random);
            for (var mark : GUARD.marks(text)) {
                assertThat(mark.from()).as(text).isBetween(0, mark.to() - 1);
                assertThat(mark.to()).as(text).isLessThanOrEqualTo(text.length());
                assertThat(isWithinPair(text, mark.from())).as(text).isFalse();
                assertThat(isWithinPair(text, mark.to())).as(text).isFalse();
            }
        }
    }

    @RepeatedTest(200)
    void what_is_marked_is_marked_again_when_it_stands_alone(RepetitionInfo turn) {
        var random = new Random(1_000 + turn.getCurrentRepetition());
        for (var times = 0; times < 20; times++) {
            var text = junk(random);
            for (var mark : GUARD.marks(text)) {
                if (mark.kind().hasWords()) {
                    assertThat(GUARD.isMarked(text.substring(mark.from(), mark.to())))
                            .as("%s in %s", mark, text)
                            .isTrue();
                }
            }
        }
    }

    @RepeatedTest(100)
    void a_word_is_found_at_its_place_whatever_invisible_stands_around_and_in_it(RepetitionInfo turn) {
        var random = new Random(2_000 + turn.getCurrentRepetition());
        var invisible = List.of("\u200B", "\u200D", "\uFEFF", "\u00AD", "\u2060", "\uFE0F");
        var before = "Zo " + "\uD83D\uDE00".repeat(random.nextInt(3)) + " ";
        var word = new StringBuilder();
        "schizofrenie"
                .chars()
                .forEach(letter -> word.append(word.isEmpty() ? "" : invisible.get(random.nextInt(invisible.size())))
                        .append((char) letter));
        assertThat(GUARD.marks(before + word + " is dat.")).singleElement().satisfies(mark -> {
            assertThat(mark.from()).isEqualTo(before.length());
            assertThat(mark.to()).isEqualTo(before.length() + word.length());
        });
    }

    @RepeatedTest(50)
    void the_automaton_finds_what_looking_for_each_entry_alone_finds(RepetitionInfo turn) {
        var random = new Random(3_000 + turn.getCurrentRepetition());
        var entries = WordList.shipped().entries();
        var automaton = new Automaton(entries);
        var text = Folded.of(
                junk(random) + entries.get(random.nextInt(entries.size())).core() + junk(random), true);
        var found = new TreeSet<String>();
        automaton.search(
                text, (entry, from, to) -> found.add(entry.core() + "|" + entry.entry() + "|" + from + "|" + to));
        assertThat(found).isEqualTo(naively(entries, text));
    }

    private static Set<String> naively(List<Entry> entries, Folded text) {
        var plain = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            plain.append(text.at(at) == '-' ? ' ' : text.at(at));
        }
        var found = new TreeSet<String>();
        for (var entry : entries) {
            for (var from = plain.indexOf(entry.core()); from >= 0; from = plain.indexOf(entry.core(), from + 1)) {
                var begin = from;
                var end = from + entry.core().length();
                while (!entry.opensWord() && text.isWord(begin - 1)) {
                    begin--;
                }
                while (!entry.closesWord() && text.isWord(end)) {
                    end++;
                }
                var isOpen = text.isWord(begin) && text.isWord(begin - 1);
                var isClosed = text.isWord(end - 1) && text.isWord(end);
                if (!(entry.opensWord() && isOpen) && !(entry.closesWord() && isClosed)) {
                    found.add(entry.core() + "|" + entry.entry() + "|" + begin + "|" + end);
                }
            }
        }
        return found;
    }

    static Stream<String> hostile() {
        return Stream.of(
                "kanker".repeat(LONG / 6),
                "kanker ".repeat(LONG / 7),
                "a".repeat(LONG),
                "1".repeat(LONG),
                "1 ".repeat(LONG / 2),
                "0".repeat(LONG),
                "06-".repeat(LONG / 3),
                "+".repeat(LONG),
                "@".repeat(LONG),
                "a@".repeat(LONG / 2),
                "a.".repeat(LONG / 2) + "@",
                "a @ ".repeat(LONG / 4),
                "(at)".repeat(LONG / 4),
                "-\n".repeat(LONG / 2),
                "-" + "\n".repeat(LONG),
                ("-" + " ".repeat(100)).repeat(LONG / 100),
                "\u00AD".repeat(LONG),
                "\uFDFA".repeat(LONG / 10),
                "mensen met ".repeat(LONG / 11),
                "stressbestendig".repeat(LONG / 15),
                "therapie\u00AD\n".repeat(LONG / 10));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takes_no_longer_than_its_length_asks(String text) {
        // Twenty times what it takes; what grows with the square of the length would take minutes.
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> GUARD.marks(text));
    }

    @Test
    void a_text_without_anything_to_mark_stays_without_marks_however_it_is_folded() {
        assertThat(GUARD.marks("Uitbreiding\u200B van uren\u00AD; afspraak\n gemaakt \uD83D\uDE00"))
                .isEmpty();
    }

    private static boolean isWithinPair(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isLowSurrogate(text.charAt(place))
                && Character.isHighSurrogate(text.charAt(place - 1));
    }
}
