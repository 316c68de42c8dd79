package nl.werkvlak.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Divides a long text over as many rows as it takes. The engine cannot: where a heading and two rows do not fit on a
 * page together, it prints over the edge of the next.
 */
final class LongText {

    /** A heading, the head of a table and two rows of so many lines fit on a page. */
    private static final int LINES = 20;

    /** Points; more than most letters need, so that the estimate is on the safe side. */
    private static final int LETTER = 6;

    private static final char FIRST_WIDE = '\u1100';

    private LongText() {}

    /** @param band the parts of the row's band */
    static Stream<Row> divided(Row row, List<Part> band) {
        List<List<String>> columns = IntStream.range(0, row.cells().size())
                .mapToObj(i -> pieces(row.cells().get(i), width(i + 1, band)))
                .toList();
        int rows = columns.stream().mapToInt(List::size).max().orElse(1);
        return rows == 1
                ? Stream.of(row)
                : IntStream.range(0, rows)
                        .mapToObj(i -> row.with(columns.stream()
                                .map(pieces -> i < pieces.size() ? pieces.get(i) : "")
                                .toList()));
    }

    /** Zero for a cell that is not printed. */
    private static int width(int cell, List<Part> band) {
        return band.stream()
                .filter(part -> part.number() == cell && !part.drawing())
                .mapToInt(Part::width)
                .min()
                .orElse(0);
    }

    private static List<String> pieces(String text, int width) {
        if (text.length() <= LINES || width == 0) {
            return List.of(text);
        }
        int perLine = Math.max(1, width / LETTER);
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int lines = 0;
        int across = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            across += letter < FIRST_WIDE ? 1 : 2;
            if (letter == '\n' || across >= perLine) {
                across = 0;
                lines++;
            }
            if (lines == LINES) {
                int end = endOfWord(text, begin, i + 1);
                pieces.add(text.substring(begin, end).strip());
                begin = end;
                lines = 0;
            }
        }
        pieces.add(text.substring(begin).strip());
        return pieces;
    }

    private static int endOfWord(String text, int begin, int here) {
        for (int i = here; i > begin + (here - begin) / 2; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return here;
    }
}
