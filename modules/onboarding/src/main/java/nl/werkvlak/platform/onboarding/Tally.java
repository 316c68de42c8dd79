package nl.werkvlak.platform.onboarding;

/** The rows of one file, as they are counted. */
final class Tally {

    long read;
    long added;
    long changed;
    long unchanged;
    long refused;
}
