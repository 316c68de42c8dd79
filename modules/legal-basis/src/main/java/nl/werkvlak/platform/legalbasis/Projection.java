package nl.werkvlak.platform.legalbasis;

/** How much of a permitted value is shown, narrowest first; with several conditions the narrowest one is the answer. */
public enum Projection {
    /** Only counted, in cells of a minimum size (K9). */
    AGGREGATE,
    /** Product, start, end, phase and result code (K15). */
    HEADLINE,
    /** Closed codes, dates and durations: no text of a conversation, no reason (K6, K16). */
    FACTS_ONLY,
    /** Shown with most of it hidden (K5). */
    MASKED,
    FULL;

    public Projection narrowest(Projection other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** A value that needs {@code other} may be shown under this projection. */
    public boolean reaches(Projection other) {
        return compareTo(other) >= 0;
    }
}
