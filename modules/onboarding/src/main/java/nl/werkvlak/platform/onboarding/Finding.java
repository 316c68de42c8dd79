package nl.werkvlak.platform.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in an export: where, and what to do about it. It never quotes a value of a row.
 *
 * @param line the line on which the row starts, the header being line 1; nothing for the file as a whole
 * @param code stable and kebab-case, for programs
 * @param advice a sentence in Dutch, for people
 */
public record Finding(
        String file, @Nullable Long line, @Nullable String column, String code, String advice) {

    static Finding of(ExportFile file, @Nullable Long line, @Nullable String column, Fault fault) {
        return new Finding(file.fileName(), line, column, fault.code(), fault.advice());
    }
}
