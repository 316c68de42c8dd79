package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/** Gate 1: what the matrix says, worked out for each of its cells once. */
final class MatrixGate {

    private static final Answer UNKNOWN = new Answer(EnumSet.of(Reason.UNKNOWN_CELL), Projection.AGGREGATE, Set.of());

    private final List<Version> versions;
    private final List<Instant> changes;

    /**
     * What a cell says.
     *
     * @param reasons why not; none when nothing but the conditions stands in the way
     */
    record Answer(Set<Reason> reasons, Projection projection, Set<Condition> conditions) {}

    /** The answers of one version of the matrix; what it does not have, it does not know. */
    private record Version(Instant from, Map<DataCategory, Map<RecipientKind, Map<ReportKind, Answer>>> answers) {

        static Version of(Matrix.Version version) {
            var answers = new EnumMap<DataCategory, Map<RecipientKind, Map<ReportKind, Answer>>>(DataCategory.class);
            version.cells()
                    .forEach((place, cell) -> answers.computeIfAbsent(
                                    place.category(), category -> new EnumMap<>(RecipientKind.class))
                            .computeIfAbsent(place.recipient(), recipient -> new EnumMap<>(ReportKind.class))
                            .put(place.report(), new Answer(cell.reasons(), cell.projection(), cell.conditions())));
            return new Version(version.from(), answers);
        }

        Answer answer(DataCategory category, RecipientKind recipient, ReportKind report) {
            return answers.getOrDefault(category, Map.of())
                    .getOrDefault(recipient, Map.of())
                    .getOrDefault(report.cells(), UNKNOWN);
        }
    }

    MatrixGate(Matrix matrix) {
        versions = matrix.versions().stream().map(Version::of).toList();
        changes = versions.stream().map(Version::from).toList();
    }

    List<Instant> changes() {
        return changes;
    }

    Answer at(DataCategory category, RecipientKind recipient, ReportKind report, Instant at) {
        var answer = UNKNOWN;
        for (var version : versions) {
            if (!at.isBefore(version.from())) {
                answer = version.answer(category, recipient, report);
            }
        }
        return answer;
    }
}
