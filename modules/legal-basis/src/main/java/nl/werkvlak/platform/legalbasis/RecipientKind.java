package nl.werkvlak.platform.legalbasis;

/** What kind of opdrachtgever receives, for one commission (ontvangersoort); the columns of the disclosure matrix. */
public enum RecipientKind {
    /** Employer, first track or job coaching with the own employer. */
    E1,
    /** Employer, second track. */
    E2,
    /** UWV. */
    U,
    /** Municipality. */
    G,
    /** Insurer or occupational health service. */
    V;

    public boolean isEmployer() {
        return this == E1 || this == E2;
    }

    /** UWV and municipality: they carry a public task, and may receive a BSN (UAVG 46). */
    public boolean isPublicBody() {
        return this == U || this == G;
    }
}
