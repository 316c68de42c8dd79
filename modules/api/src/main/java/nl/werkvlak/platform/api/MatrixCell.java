package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.disclosure.CellWords;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Matrix;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/**
 * A cell of the disclosure matrix.
 *
 * @param codes conditions (K) and reasons (N)
 */
public record MatrixCell(
        DataCategory category,
        RecipientKind recipientKind,
        ReportKind reportKind,
        Cell.Verdict decision,
        List<String> codes) {

    static MatrixCell of(Matrix.Place place, Cell cell) {
        return new MatrixCell(place.category(), place.recipient(), place.report(), cell.verdict(), codesOf(cell));
    }

    static List<String> codesOf(Cell cell) {
        return cell.codes().isEmpty() ? List.of() : List.of(cell.codes().split(" ", -1));
    }

    CellWords toWords() {
        return new CellWords(category.name(), recipientKind.name(), reportKind.name(), decision.name(), codes);
    }
}
