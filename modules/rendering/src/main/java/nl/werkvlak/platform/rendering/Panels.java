package nl.werkvlak.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** Answers side by side under the title, as many as there is something to say, at most three; together they fill the width. */
final class Panels {

    private static final int CELLS = 9;
    private static final int CELLS_OF_ONE = 3;

    private final List<String> cells = new ArrayList<>();
    private final List<Renderable> bars = new ArrayList<>();
    private String barUnder = "";
    private @Nullable String sentence;

    /**
     * One answer.
     *
     * @param bar only one of the panels has it
     */
    void add(String label, String value, @Nullable String note, @Nullable Renderable bar) {
        cells.add(label);
        cells.add(value);
        cells.add(note == null ? "" : note);
        if (bar != null) {
            bars.add(bar);
            barUnder = Integer.toString(cells.size() / CELLS_OF_ONE);
        }
    }

    /** An answer that is a sentence where others are a word: smaller, and after all others. */
    void last(String label, String text, @Nullable String note) {
        add(label, "", note, null);
        sentence = text.replace('\n', ' ');
    }

    /** Nothing to say leaves no row. */
    void addTo(Sheet sheet) {
        int panels = cells.size() / CELLS_OF_ONE;
        if (panels == 0) {
            return;
        }
        while (cells.size() < CELLS) {
            cells.add("");
        }
        cells.add(barUnder);
        if (sentence != null) {
            cells.add(sentence);
        }
        sheet.drawing("panels" + panels, bars, cells.toArray(String[]::new));
    }
}
