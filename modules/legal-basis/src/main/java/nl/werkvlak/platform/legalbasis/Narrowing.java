package nl.werkvlak.platform.legalbasis;

/** A part of a category that some recipients do not get, although the category itself is permitted. */
public enum Narrowing {
    /** Nothing special: the projection decides. */
    NONE,
    /** A name: not on an invoice, which has the reference instead (condition K10). */
    NAME,
    /** A date of birth: only for UWV and municipality, and not on an invoice (condition K10). */
    PUBLIC_BODIES_ONLY,
    /** What an employer gave and knows, such as the first day of sickness: for employers only. */
    EMPLOYERS_ONLY,
    /** The name of a new employer: only where the matrix lists condition K12. */
    NEW_EMPLOYER,
    /** What does not shape a search profile, such as points to improve: not where the matrix lists K18. */
    BEYOND_SEARCH_PROFILE,
    /** An amount of money in an income or a benefit: not where the matrix lists K20, which lets hours and yes or no through. */
    AMOUNT
}
