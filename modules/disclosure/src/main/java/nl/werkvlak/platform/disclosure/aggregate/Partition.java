package nl.werkvlak.platform.disclosure.aggregate;

import java.util.List;

/**
 * What every reader knows about the meaning of numbers: the whole is the sum of these parts, whatever the numbers are. It
 * matters for parts that are empty: where the others already add up to the whole, nothing is left for them.
 *
 * @param parts all of them, also those that no report shows
 */
public record Partition(Tally whole, List<Tally> parts) {

    public Partition {
        parts = List.copyOf(parts);
    }
}
