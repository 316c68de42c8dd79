package nl.werkvlak.platform.trajectory;

/**
 * A marked text that stayed inside.
 *
 * @param digest tells who has the text that it was this one, and nothing else to anybody
 * @param reviews how often it had been reviewed by then; once more, and there is news about it
 */
public record HeldText(String digest, int reviews) {}
