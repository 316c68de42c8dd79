package nl.werkvlak.platform.onboarding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in an export: where, and what to do about it. It never quotes a value of a row.
 *
 * @param line the line on which the row starts, the header being line 1; nothing for the file as a whole
 * @param code stable and kebab-case, for programs
 */
public record Finding(
        String file, @Nullable Long line, @Nullable String column, String code) {

    /** What to do about it: a sentence for people, in English for who reads English, and otherwise in Dutch. */
    public String advice(Locale reader) {
        return Fault.advice(code, reader);
    }

    static Finding of(ExportFile file, @Nullable Long line, @Nullable String column, Fault fault) {
        return new Finding(file.fileName(), line, column, fault.code());
    }
}
