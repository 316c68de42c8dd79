package nl.werkvlak.platform.legalbasis;

/** Who gives a consent, or withdraws it (UAVG 5). */
public enum ConsentBy {
    /** The client: gives from 16 years, withdraws from 12. */
    CLIENT,
    /** The legal representative of the client. */
    REPRESENTATIVE
}
