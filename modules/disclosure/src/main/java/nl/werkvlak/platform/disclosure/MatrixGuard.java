package nl.werkvlak.platform.disclosure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Cell.Verdict;
import nl.werkvlak.platform.disclosure.rule.Condition;
import nl.werkvlak.platform.disclosure.rule.Matrix.Place;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * What no version of the matrix may say, whoever approves it. The database checks the same once more.
 *
 * <p>Health, other special and criminal data and internal notes never leave (GDPR 9 and 10, UAVG 22-33, regulation art.
 * 14.1.a); a BSN goes to UWV and municipality only, and masked (UAVG 46); capacity leaves only in a doctor's words and
 * under secrecy (UAVG 30(4)). The rest keeps a cell from contradicting itself.
 */
final class MatrixGuard {

    private static final Set<DataCategory> NEVER =
            EnumSet.of(DataCategory.HEALTH, DataCategory.SPECIAL, DataCategory.CRIMINAL, DataCategory.NOTE);

    private MatrixGuard() {}

    /** The code of what is wrong with a cell; empty when nothing is. */
    static Optional<String> objection(Place place, Cell cell) {
        var verdict = cell.verdict();
        if (verdict == Verdict.DENY) {
            if (cell.denials().isEmpty()) {
                return Optional.of("denial-without-reason");
            }
            return when(!cell.conditions().isEmpty(), "denial-with-condition");
        }
        if (NEVER.contains(place.category())) {
            return Optional.of("never-leaves");
        }
        if (!cell.denials().isEmpty()) {
            return Optional.of("reason-without-denial");
        }
        if (verdict == Verdict.COND && cell.conditions().isEmpty()) {
            return Optional.of("condition-missing");
        }
        if (verdict == Verdict.AGG
                && !(place.report() == ReportKind.ACCOUNTABILITY
                        && cell.conditions().contains(Condition.K9))) {
            return Optional.of("aggregate-misplaced");
        }
        if (place.category() == DataCategory.BSN) {
            var masked = verdict != Verdict.AGG && cell.conditions().contains(Condition.K5);
            return when(!masked || !place.recipient().isPublicBody(), "bsn-not-here");
        }
        if (place.category() == DataCategory.CAPACITY) {
            var guarded = cell.conditions().containsAll(EnumSet.of(Condition.K3, Condition.K4));
            return when(verdict == Verdict.AGG || !guarded, "capacity-unguarded");
        }
        return Optional.empty();
    }

    private static Optional<String> when(boolean wrong, String code) {
        return wrong ? Optional.of(code) : Optional.empty();
    }
}
