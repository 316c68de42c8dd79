package nl.werkvlak.platform.legalbasis;

/** A purpose of processing (doel, regulation art. 4). Every report serves {@link #P7}. */
public enum Purpose {
    /** Re-integration of sick employees. */
    P1,
    /** Participation of clients with or without benefit. */
    P2,
    /** Assessment of suitability. */
    P3,
    /** Return to the own workplace. */
    P4,
    /** Placement with a new employer. */
    P5,
    /** Workplace coaching and prevention. */
    P6,
    /** Administration, reporting and accountability. */
    P7,
    /** Legal obligations. */
    P8
}
