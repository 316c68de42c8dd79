package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.disclosure.MatrixDifference;
import nl.werkvlak.platform.disclosure.MatrixVersion;
import org.jspecify.annotations.Nullable;

/**
 * What changes on the first day of a version.
 *
 * @param replaces the version that it is compared with, to be named at its approval
 * @param opens how many cells let out something that did not leave before
 * @param closes how many cells let out nothing any more
 */
public record MatrixDifferences(
        String version, @Nullable String replaces, int opens, int closes, List<MatrixDifferenceView> differences) {

    static MatrixDifferences of(MatrixVersion version, List<MatrixDifference> differences) {
        return new MatrixDifferences(
                version.name(),
                version.replaces(),
                count(differences, MatrixDifference.Effect.OPENS),
                count(differences, MatrixDifference.Effect.CLOSES),
                differences.stream().map(MatrixDifferenceView::of).toList());
    }

    private static int count(List<MatrixDifference> differences, MatrixDifference.Effect effect) {
        return (int) differences.stream()
                .filter(difference -> difference.effect() == effect)
                .count();
    }
}
