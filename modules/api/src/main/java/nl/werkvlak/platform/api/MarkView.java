package nl.werkvlak.platform.api;

import nl.werkvlak.platform.freetext.Mark;

/**
 * A place in a text that somebody has to look at.
 *
 * @param from the first character, as JavaScript counts
 * @param to one past the last
 * @param entry by which entry of a word list it was found
 */
public record MarkView(int from, int to, Mark.Kind kind, String entry) {

    static MarkView of(Mark mark) {
        return new MarkView(mark.from(), mark.to(), mark.kind(), mark.entry());
    }

    @Override
    public String toString() {
        return "Mark";
    }
}
