package nl.werkvlak.platform.freetext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Marks in a free text what somebody has to look at before it may leave (domain rules M2 and M10; GDPR 9, 10; UAVG 46).
 *
 * <p>A pure function, in time that grows with the length of the text and with nothing else. It knows words, not people:
 * names are not its matter. Thread-safe.
 */
public final class TextGuard {

    private final WordList words;
    private final Automaton automaton;

    TextGuard(WordList words) {
        this.words = words;
        this.automaton = new Automaton(words.entries());
    }

    private static final class Shipped {
        static final TextGuard GUARD = new TextGuard(WordList.shipped());
    }

    /** The guard with the word lists of this version of the platform. */
    public static TextGuard shipped() {
        return Shipped.GUARD;
    }

    /** Changes with every change of a word list. */
    public String version() {
        return words.version();
    }

    public boolean isMarked(String text) {
        return !marks(text).isEmpty();
    }

    /** All marks, by place; of two of one kind that cover each other only the larger one. */
    public List<Mark> marks(String text) {
        var joined = Folded.of(text, true);
        var marks = new ArrayList<Mark>(0);
        look(joined, marks);
        if (joined.isHyphenated()) {
            look(Folded.of(text, false), marks);
        }
        return marks.size() < 2 ? List.copyOf(marks) : tidied(marks);
    }

    private void look(Folded text, List<Mark> marks) {
        var hits = new ArrayList<Hit>(0);
        automaton.search(text, (entry, from, to) -> hits.add(new Hit(entry, from, to)));
        if (!hits.isEmpty()) {
            take(text, hits, marks);
        }
        Numbers.find(text, marks);
        Addresses.find(text, marks);
    }

    /** An entry that was found, in the folded text. */
    private record Hit(Entry entry, int from, int to) {}

    private static void take(Folded text, List<Hit> hits, List<Mark> marks) {
        // The end, for each place, of the allowed words that stand open there: one pass, however many hits.
        var allowedTo = new int[text.length() + 1];
        hits.stream()
                .filter(hit -> hit.entry().kind() == null)
                .forEach(hit -> allowedTo[hit.from()] = Math.max(allowedTo[hit.from()], hit.to()));
        for (var at = 1; at < allowedTo.length; at++) {
            allowedTo[at] = Math.max(allowedTo[at], allowedTo[at - 1]);
        }
        for (var hit : hits) {
            var kind = hit.entry().kind();
            if (kind != null && allowedTo[hit.from()] < hit.to()) {
                marks.add(new Mark(
                        text.from(hit.from()),
                        text.to(hit.to() - 1),
                        kind,
                        hit.entry().entry()));
            }
        }
    }

    private static List<Mark> tidied(List<Mark> marks) {
        var tidy = new ArrayList<Mark>();
        for (var kind : Mark.Kind.values()) {
            var furthest = -1;
            for (var mark : (Iterable<Mark>) sorted(marks.stream().filter(one -> one.kind() == kind))::iterator) {
                if (mark.to() > furthest) {
                    tidy.add(mark);
                    furthest = mark.to();
                }
            }
        }
        return sorted(tidy.stream()).toList();
    }

    private static Stream<Mark> sorted(Stream<Mark> marks) {
        return marks.sorted(Comparator.comparingInt(Mark::from)
                .thenComparing(Comparator.comparingInt(Mark::to).reversed())
                .thenComparing(Mark::kind)
                .thenComparing(Mark::entry));
    }
}
