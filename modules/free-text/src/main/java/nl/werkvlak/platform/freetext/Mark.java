package nl.werkvlak.platform.freetext;

/**
 * A place in a text that somebody has to look at. It prints its place only, because its word may say something about a
 * person.
 *
 * @param from the first character (as Java and JavaScript count them: UTF-16)
 * @param to one past the last
 * @param entry the entry of the word list by which it was found; the kind itself for a number or an address
 */
public record Mark(int from, int to, Kind kind, String entry) {

    /** What a marked word is about; each kind that is found by words has a list per language. */
    public enum Kind {
        /** Diseases, complaints and disabilities. */
        ILLNESS,
        MEDICATION,
        /** Who treats, and how, and where. */
        TREATMENT,
        ADDICTION,
        PREGNANCY,
        RELIGION,
        /** Ethnic origin, nationality and residence. */
        ORIGIN,
        /** Political opinion and membership of a union. */
        POLITICS,
        SEXUALITY,
        CRIME,
        /** A citizen service number that passes the eleven-test. */
        BSN,
        TELEPHONE,
        EMAIL;

        boolean hasWords() {
            return compareTo(BSN) < 0;
        }
    }

    /** The other stands within this one. */
    boolean holds(Mark other) {
        return from <= other.from && other.to <= to;
    }

    @Override
    public String toString() {
        return "Mark[" + from + "-" + to + "]";
    }
}
