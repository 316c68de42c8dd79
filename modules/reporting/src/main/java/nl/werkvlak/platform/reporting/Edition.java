package nl.werkvlak.platform.reporting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report is called: a number that stays, and a version that a correction raises.
 *
 * @param replaces the report that this one takes the place of; null for the first version
 */
record Edition(String number, int version, @Nullable UUID replaces) {

    /** What is never kept: the database has no place for a version 0. */
    static Edition concept() {
        return new Edition("CONCEPT", 0, null);
    }

    static Edition first(String number) {
        return new Edition(number, 1, null);
    }
}
