package nl.werkvlak.platform.trajectory;

/** The exception on which functional capacity may be processed at all (GDPR 9). */
public enum SpecialGround {
    /** UAVG 30(1)(b): re-integration in connection with sickness or incapacity. */
    H1,
    /** UAVG 30(3)(b)2: execution of an insurance contract; only towards an insurer. */
    H2
}
