package nl.werkvlak.platform.disclosure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.rule.Condition;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.FileDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which single pieces of a permitted category may be shown, where one piece that meets the condition does not carry the
 * others: each statement of a doctor (K3), each document (K11), each new employer's name (K12).
 *
 * @param until the earliest instant at which time alone takes one of them away; null when it never does
 */
record Pieces(Map<DataCategory, Set<UUID>> ids, @Nullable Instant until) {

    static Pieces of(Facts facts, Map<DataCategory, Decision> decisions, Instant at) {
        var ids = new EnumMap<DataCategory, Set<UUID>>(DataCategory.class);
        var trajectory = facts.trajectory();
        Instant until = null;
        if (isPermitted(decisions, DataCategory.CAPACITY)) {
            var statements = trajectory.capacityStatements();
            ids.put(DataCategory.CAPACITY, valid(statements, at));
            until = statements.values().stream()
                    .filter(period -> period.holds(at))
                    .map(Period::until)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
        if (isPermitted(decisions, DataCategory.DOC)) {
            ids.put(
                    DataCategory.DOC,
                    trajectory.documents().stream()
                            .filter(document -> document.mayLeave(at))
                            .map(FileDocument::id)
                            .collect(Collectors.toSet()));
        }
        var result = decisions.get(DataCategory.RESULT);
        if (result != null && result.isPermitted() && result.conditions().contains(Condition.K12)) {
            ids.put(DataCategory.RESULT, trajectory.informedPlacements());
        }
        return new Pieces(ids, until);
    }

    private static boolean isPermitted(Map<DataCategory, Decision> decisions, DataCategory category) {
        var decision = decisions.get(category);
        return decision != null && decision.isPermitted();
    }

    private static Set<UUID> valid(Map<UUID, Period> statements, Instant at) {
        return statements.entrySet().stream()
                .filter(statement -> statement.getValue().holds(at))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Set<UUID> of(DataCategory category) {
        return ids.getOrDefault(category, Set.of());
    }

    /** Those that may be shown now and later. */
    Pieces and(Pieces later) {
        var both = new EnumMap<DataCategory, Set<UUID>>(DataCategory.class);
        ids.forEach((category, first) -> {
            var shown = new HashSet<>(first);
            shown.retainAll(later.of(category));
            both.put(category, shown);
        });
        return new Pieces(
                both,
                Stream.of(until, later.until)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
    }
}
