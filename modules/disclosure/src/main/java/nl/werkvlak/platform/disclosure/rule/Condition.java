package nl.werkvlak.platform.disclosure.rule;

import nl.werkvlak.platform.legalbasis.Projection;
import org.jspecify.annotations.Nullable;

/** A condition of a matrix cell (K code). Some withhold when they are not met, the others narrow what is shown. */
public enum Condition {
    /** In the commission's data scope: gate 2. */
    K1,
    /** The client saw the concept of this report's period, or it is recorded why not. */
    K2(Reason.CONDITION_K2),
    /** A capacity statement of a doctor or labour expert is in force. */
    K3(Reason.CONDITION_K3),
    /** The commission's secrecy agreement is signed. */
    K4(Reason.CONDITION_K4),
    /** BSN: only to UWV and municipality, and masked. */
    K5(Reason.CONDITION_K5, Projection.MASKED),
    /** Facts only. */
    K6(Projection.FACTS_ONLY),
    /** A consent of its own, for this category and purpose and nothing else. */
    K7(Reason.CONDITION_K7),
    /** Only to a medical adviser, outside the reports: never met here. */
    K8(Reason.CONDITION_K8),
    /** Aggregates only. */
    K9(Projection.AGGREGATE),
    /** Reference over name; date of birth only for UWV and municipality. */
    K10,
    /** A document of a type that may leave, released one by one and scanned. */
    K11(Reason.CONDITION_K11),
    /** The new employer's name may be shown, if the client was informed. */
    K12,
    /** Only facts of this trajectory: always so. */
    K13,
    /** A written statutory request, on a basis b. */
    K14(Reason.CONDITION_K14),
    /** Headline only. */
    K15(Projection.HEADLINE),
    /** Facts only. */
    K16(Projection.FACTS_ONLY),
    /** The product is job coaching or workplace coaching. */
    K17(Reason.CONDITION_K17),
    /** Only what shapes the search profile. */
    K18,
    /** The commission is sickness related. */
    K19(Reason.CONDITION_K19),
    /** Contract hours, loonwaarde and yes/no; no amounts. */
    K20;

    private final @Nullable Reason reason;
    private final Projection projection;

    Condition() {
        this(null, Projection.FULL);
    }

    Condition(Reason reason) {
        this(reason, Projection.FULL);
    }

    Condition(Projection projection) {
        this(null, projection);
    }

    Condition(@Nullable Reason reason, Projection projection) {
        this.reason = reason;
        this.projection = projection;
    }

    /** What the answer says when it is not met; null for one that does not withhold. */
    @Nullable
    Reason reason() {
        return reason;
    }

    /** How much it lets be shown; several parts of a category may be narrowed beside that. */
    Projection projection() {
        return projection;
    }
}
