package nl.werkvlak.platform.legalbasis;

/**
 * What kind of text a part of a document is. Only a free text passes the guard, so whatever does not have to has to say
 * so here.
 */
public enum TextKind {
    /** Whatever somebody typed: it leaves only without marks, or after a second person released it. */
    FREE,
    /** One of a closed list, in capitals; what does not look like one is taken for a free text. */
    CODE,
    /** What a person or an organisation is called. */
    NAME,
    /** A number or a reference that the platform or an administration gave out. */
    REFERENCE
}
