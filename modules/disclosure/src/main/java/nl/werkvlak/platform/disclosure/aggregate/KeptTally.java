package nl.werkvlak.platform.disclosure.aggregate;

/**
 * A tally of a report that was issued. What was shown is known for ever, also after the report was withdrawn; what was too
 * small to be shown stays protected by the minimum of its own day.
 *
 * @param answer what stood in its place
 * @param smallest the minimum number of people behind a number, when the report was made
 */
public record KeptTally(Tally tally, Suppression.Answer answer, int smallest) {

    public boolean shown() {
        return answer == Suppression.Answer.SHOWN;
    }
}
