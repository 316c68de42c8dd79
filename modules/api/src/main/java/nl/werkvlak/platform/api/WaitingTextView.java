package nl.werkvlak.platform.api;

import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.trajectory.RecordedText;
import nl.werkvlak.platform.trajectory.WaitingText;

/**
 * A text that no report shows until somebody reviews it, for who may.
 *
 * @param seen to be given back with the review
 * @param mayRelease who asks is a second person to it
 */
public record WaitingTextView(
        RecordedText field,
        UUID row,
        UUID trajectory,
        String trajectoryNumber,
        String text,
        String seen,
        List<MarkView> marks,
        boolean mayRelease) {

    static WaitingTextView of(WaitingText text) {
        return new WaitingTextView(
                text.field(),
                text.row(),
                text.trajectory(),
                text.trajectoryNumber(),
                text.text(),
                text.seen(),
                text.marks().stream().map(MarkView::of).toList(),
                text.mayRelease());
    }

    @Override
    public String toString() {
        return "Waiting text";
    }
}
