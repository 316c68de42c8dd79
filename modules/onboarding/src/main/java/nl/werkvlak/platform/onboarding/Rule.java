package nl.werkvlak.platform.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Period;
import org.jspecify.annotations.Nullable;

/** What has to hold between the fields of one row; what the database would refuse, a rule refuses first. */
@FunctionalInterface
interface Rule {

    void check(Row row);

    /** A start and an end of the same kind; equal is in order, because the last day counts. */
    static Rule inOrder(String start, String end) {
        return row -> {
            if (isAfter(row.value(start), row.value(end))) {
                row.refuse(end, Fault.END_BEFORE_START);
            }
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both columns have the same form
    private static boolean isAfter(@Nullable Object start, @Nullable Object end) {
        return start instanceof Comparable from && end != null && from.compareTo(end) > 0;
    }

    static Rule needs(String field, String needed, Fault fault) {
        return row -> {
            if (row.has(field) && !row.has(needed)) {
                row.refuse(field, fault);
            }
        };
    }

    static Rule together(String one, String other, Fault fault) {
        return row -> {
            if (row.has(one) != row.has(other)) {
                row.refuse(row.has(one) ? other : one, fault);
            }
        };
    }

    static Rule exactlyOne(String one, String other, Fault fault) {
        return row -> {
            if (row.has(one) == row.has(other)) {
                row.refuse(one, fault);
            }
        };
    }

    static Rule atMostOne(String one, String other, Fault fault) {
        return row -> {
            if (row.has(one) && row.has(other)) {
                row.refuse(other, fault);
            }
        };
    }

    /** Letter f is consent, and says when and by whom; no other letter carries any of it. */
    Rule CONSENT = row -> {
        if ("f".equals(row.value("letter"))) {
            Stream.of("toestemming_op", "toestemming_door")
                    .filter(field -> !row.has(field))
                    .forEach(field -> row.refuse(field, Fault.CONSENT_INCOMPLETE));
        } else if (row.value("letter") != null) {
            Stream.of("toestemming_op", "toestemming_door", "ingetrokken_op")
                    .filter(row::has)
                    .forEach(field -> row.refuse(field, Fault.CONSENT_NOT_APPLICABLE));
        }
    };

    /** A consent is withdrawn after it was given; both on one day is in order. */
    Rule WITHDRAWAL = row -> {
        if (row.value("toestemming_op") instanceof LocalDate given
                && row.value("ingetrokken_op") instanceof Instant withdrawn
                && withdrawn.isBefore(Period.startOf(given))) {
            row.refuse("ingetrokken_op", Fault.END_BEFORE_START);
        }
    };
}
