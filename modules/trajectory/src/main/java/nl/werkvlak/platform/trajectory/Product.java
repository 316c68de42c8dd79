package nl.werkvlak.platform.trajectory;

/** What kind of trajectory was commissioned. */
public enum Product {
    SPOOR_1,
    SPOOR_2,
    /** Job coaching and workplace coaching. */
    JOBCOACHING,
    WERKFIT,
    NAAR_WERK,
    PARTICIPATIE
}
