package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.disclosure.MatrixDifference;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;

/** A cell that changes on the first day of a version; without a decision there was, or will be, no cell. */
public record MatrixDifferenceView(
        DataCategory category,
        RecipientKind recipientKind,
        ReportKind reportKind,
        MatrixDifference.Effect effect,
        Cell.@Nullable Verdict decisionBefore,
        List<String> codesBefore,
        Cell.@Nullable Verdict decisionAfter,
        List<String> codesAfter) {

    static MatrixDifferenceView of(MatrixDifference difference) {
        var place = difference.place();
        var before = difference.before();
        var after = difference.after();
        return new MatrixDifferenceView(
                place.category(),
                place.recipient(),
                place.report(),
                difference.effect(),
                before == null ? null : before.verdict(),
                before == null ? List.of() : MatrixCell.codesOf(before),
                after == null ? null : after.verdict(),
                after == null ? List.of() : MatrixCell.codesOf(after));
    }
}
