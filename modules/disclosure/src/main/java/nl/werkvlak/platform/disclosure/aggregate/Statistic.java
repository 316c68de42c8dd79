package nl.werkvlak.platform.disclosure.aggregate;

import java.util.List;

/**
 * A number that a report would like to show.
 *
 * @param name tells it from the others of the report
 * @param weight which gives way first: what weighs least
 * @param reveals the tallies that a reader has when the number is shown. A count reveals itself; a share reveals its part
 *     and its whole, an average its sum and its number of people: one of them is known or found from the other
 */
public record Statistic(String name, Weight weight, List<Tally> reveals) {

    public Statistic {
        reveals = List.copyOf(reveals);
    }

    /** How much the reader would miss it. */
    public enum Weight {
        /** The answer to the reader's question. */
        HEADLINE,
        /** A line of a table. */
        TABLE,
        /** How it was before. */
        BEFORE
    }
}
