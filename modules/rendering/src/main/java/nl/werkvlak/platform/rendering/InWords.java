package nl.werkvlak.platform.rendering;

/** A picture that says something. */
interface InWords {

    /** The same in words, for whoever cannot see it. */
    String inWords();
}
