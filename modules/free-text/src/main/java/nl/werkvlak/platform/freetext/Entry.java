package nl.werkvlak.platform.freetext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of writing an entry of a word list.
 *
 * @param kind nothing for an entry of the allow list
 * @param entry as it stands in the list
 * @param core what has to stand in the folded text
 * @param opensWord the core has to begin where a word begins
 * @param closesWord the core has to end where a word ends
 */
record Entry(Mark.@Nullable Kind kind, String entry, String core, boolean opensWord, boolean closesWord) {

    private static final String WRITTEN = "[*]?[a-z0-9' -]*[a-z0-9' ][*+]?";

    /**
     * Reads an entry: {@code *} at an end stands for any letters, {@code +} at its end for the endings of the language,
     * and a hyphen may be written as a space or be left out.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    static List<Entry> read(Mark.@Nullable Kind kind, String entry, List<String> endings) {
        if (!entry.matches(WRITTEN) || entry.contains("  ")) {
            throw new IllegalArgumentException("small letters, digits, ', -, single spaces, and * or + at an end");
        }
        var opens = !entry.startsWith("*");
        var inflects = entry.endsWith("+");
        var closes = !entry.endsWith("*");
        var core = entry.substring(opens ? 0 : 1, closes && !inflects ? entry.length() : entry.length() - 1);
        var read = new ArrayList<Entry>();
        for (var written :
                core.contains("-") ? List.of(core.replace("-", " "), core.replace("-", "")) : List.of(core)) {
            read.add(new Entry(kind, entry, written, opens, closes));
            if (inflects) {
                endings.forEach(ending -> read.add(new Entry(kind, entry, written + ending, opens, true)));
            }
        }
        return read;
    }
}
