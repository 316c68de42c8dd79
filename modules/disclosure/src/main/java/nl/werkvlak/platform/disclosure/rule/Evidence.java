package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * One fact that the rule read for a decision, and what it did there. It names facts by the numbers that the office gave
 * them, and says nothing else about a person.
 *
 * @param reference which one: the number of a basis, the name of a version, an id
 * @param from since when it holds; absent for what always did
 * @param until until when; absent when it has no end
 * @param value what it says, in codes
 * @param reasons what it puts in the way at the instant of the decision; none when it stops nothing
 */
public record Evidence(
        Kind kind,
        String reference,
        @Nullable Instant from,
        @Nullable Instant until,
        String value,
        Set<Reason> reasons) {

    /** What kind of fact, in the order in which the gates read them. */
    public enum Kind {
        MATRIX_CELL(1),
        COMMISSION_TERMS(2),
        REGISTER_ENTRY(3),
        LEGAL_BASIS(4),
        OBJECTION(4),
        SPECIAL_GROUND(5),
        RESTRICTION(6),
        RETENTION(7),
        CONCEPT_PREVIEW(8),
        CAPACITY_STATEMENT(8),
        SECRECY_AGREEMENT(8),
        DOCUMENT(8),
        STATUTORY_REQUEST(8),
        PRODUCT(8),
        SICKNESS(8);

        private final int gate;

        Kind(int gate) {
            this.gate = gate;
        }

        /** The gate that reads it, 1 to 8. */
        public int gate() {
            return gate;
        }
    }

    public Evidence {
        reasons = Collections.unmodifiableSet(reasons);
    }

    /** All that the rule read for the decision on one category, in the order of the gates. */
    public static List<Evidence> of(Rule rule, DataCategory category, Facts facts, ReportKind report, Instant at) {
        return new EvidenceReader(rule, category, facts, report, at).all();
    }
}
