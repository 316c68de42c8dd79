package nl.werkvlak.platform.onboarding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of a file: how it is written, and where it goes.
 *
 * @param stored the column of the table, or nothing for a number that only refers
 * @param refersTo the file whose rows this number names
 * @param sealedAs the place under which the value is sealed with the client's key
 * @param canLack a file without this column has no such values: other systems do not write it
 */
record Column(
        String name,
        Form form,
        boolean required,
        @Nullable String stored,
        @Nullable ExportFile refersTo,
        @Nullable String sealedAs,
        boolean canLack) {

    private static final Form NUMBER = Form.text(254);

    static Column required(String name, Form form, String stored) {
        return new Column(name, form, true, stored, null, null, false);
    }

    static Column optional(String name, Form form, String stored) {
        return new Column(name, form, false, stored, null, null, false);
    }

    /** The number of a row of another file, which has to stand there. */
    static Column refersTo(String name, ExportFile refersTo) {
        return new Column(name, NUMBER, true, null, refersTo, null, false);
    }

    /** The number of a row of another file, or nothing. */
    static Column mayReferTo(String name, ExportFile refersTo) {
        return new Column(name, NUMBER, false, null, refersTo, null, false);
    }

    /** Seals the value under the client's key, bound to this table and column. */
    Column sealedIn(String table) {
        return new Column(
                name, form, required, stored, refersTo, table + "." + Objects.requireNonNull(stored), canLack);
    }

    Column mayLack() {
        return new Column(name, form, required, stored, refersTo, sealedAs, true);
    }
}
