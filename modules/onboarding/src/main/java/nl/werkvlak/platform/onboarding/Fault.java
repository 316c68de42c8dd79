package nl.werkvlak.platform.onboarding;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What can be wrong with an export: a code for programs, and for people what to do about it.
 *
 * <p>The advice is a constant. No value of a row ever stands in it, so that a report can be shown, mailed and logged.
 */
enum Fault {
    MISSING_FILE,
    DUPLICATE_FILE,
    UNREADABLE_FILE,
    UNREADABLE_ZIP,
    ZIP_TOO_LARGE,
    EMPTY_FILE,
    WRONG_ENCODING,
    NUL_BYTE,
    UNCLOSED_QUOTE,
    STRAY_QUOTE,
    FIELD_TOO_LARGE,
    ROW_TOO_LARGE,
    MISSING_COLUMN,
    DUPLICATE_COLUMN,
    UNKNOWN_COLUMN,
    MARKED_TEXT,
    UNKNOWN_FILES,
    TOO_MANY_FIELDS,
    TOO_FEW_FIELDS,
    MISSING_VALUE,
    TOO_LONG,
    UNKNOWN_CODE,
    BAD_DATE,
    BAD_MOMENT,
    SKIPPED_HOUR,
    BAD_PERIOD,
    DECIMAL_POINT,
    BAD_NUMBER,
    TOO_MANY_DECIMALS,
    OUT_OF_RANGE,
    BAD_YES_NO,
    BAD_BSN,
    BAD_KVK,
    BAD_COLOUR,
    END_BEFORE_START,
    REASON_WITHOUT_END,
    DONE_AND_DROPPED,
    SCOPE_NOT_ONE,
    BALANCING_INCOMPLETE,
    CONSENT_NOT_APPLICABLE,
    CONSENT_INCOMPLETE,
    CONSENT_IS_PERSONAL,
    CONSENT_CANNOT_CARRY,
    CAPACITY_CONSENT_TO_EMPLOYER,
    STARTS_BEFORE_CONSENT,
    CONTRACT_IS_PERSONAL,
    VITAL_INTERESTS_NEVER_REPORT,
    PUBLIC_TASK_OF_PUBLIC_BODY,
    DECISION_INCOMPLETE,
    DUPLICATE_KEY,
    UNKNOWN_REFERENCE,
    AMBIGUOUS_NUMBER,
    CLIENT_OF_OTHER_TENANT,
    WRONG_CLIENT,
    CLIENT_ERASED,
    CHANGED_HERE,
    REFERS_TO_REFUSED;

    /** Stable and kebab-case. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do about a fault with this code: in English for who reads English, and otherwise in Dutch. */
    static String advice(String code, Locale reader) {
        return ResourceBundle.getBundle(
                        "nl.werkvlak.platform.onboarding.faults",
                        reader.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("nl"),
                        Fault.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(code);
    }
}
