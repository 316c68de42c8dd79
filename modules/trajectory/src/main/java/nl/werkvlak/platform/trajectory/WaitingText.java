package nl.werkvlak.platform.trajectory;

import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.freetext.Mark;

/**
 * A marked text that does not leave in any report until somebody reviews it. Only for who may review it: it never goes
 * into a log, and does not print itself.
 *
 * @param seen tells the text apart from every other version of it
 * @param marks what is still to be judged
 * @param mayRelease who asks is a second person to this text, and may release it; rewrite it everybody may
 */
public record WaitingText(
        RecordedText field,
        UUID row,
        UUID trajectory,
        String trajectoryNumber,
        String text,
        String seen,
        List<Mark> marks,
        boolean mayRelease) {

    @Override
    public String toString() {
        return field + " " + row;
    }
}
