package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows that go to the database together: enough to be fast, and never more than a bounded amount of text. */
final class Portion {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    /** Takes a portion, which is never empty. */
    interface Taker {
        void take(List<Row> rows) throws IOException, SQLException;
    }

    private final Taker taker;
    private List<Row> rows = new ArrayList<>();
    private int characters;

    Portion(Taker taker) {
        this.taker = taker;
    }

    void add(Row row) throws IOException, SQLException {
        rows.add(row);
        characters += row.characters();
        if (rows.size() == MOST_ROWS || characters > MOST_CHARACTERS) {
            flush();
        }
    }

    void flush() throws IOException, SQLException {
        if (!rows.isEmpty()) {
            var full = rows;
            rows = new ArrayList<>();
            characters = 0;
            taker.take(full);
        }
    }
}
