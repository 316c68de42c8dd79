package nl.werkvlak.platform.disclosure.rule;

/** A condition of a matrix cell (K code). Some withhold when they are not met, the others narrow what is shown. */
public enum Condition {
    /** In the commission's data scope. */
    K1,
    /** The client saw the concept of this report's period. */
    K2,
    /** A capacity statement of a doctor or labour expert is in force. */
    K3,
    /** The commission's secrecy agreement is signed. */
    K4,
    /** BSN: only to UWV and municipality, and masked. */
    K5,
    /** Facts only. */
    K6,
    /** A consent of its own. */
    K7,
    /** Only to a medical adviser, outside the reports: never met here. */
    K8,
    /** Aggregates only. */
    K9,
    /** Reference over name; date of birth only for UWV and municipality. */
    K10,
    /** A document that was released one by one. */
    K11,
    /** The new employer's name may be shown, if the client was informed. */
    K12,
    /** Only facts of this trajectory: always so. */
    K13,
    /** A written statutory request. */
    K14,
    /** Headline only. */
    K15,
    /** Facts only. */
    K16,
    /** The product is job coaching or workplace coaching. */
    K17,
    /** Only what shapes the search profile. */
    K18,
    /** The commission is sickness related. */
    K19,
    /** Contract hours and yes/no, no amounts. */
    K20
}
