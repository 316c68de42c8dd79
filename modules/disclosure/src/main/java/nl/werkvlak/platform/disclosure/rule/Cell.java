package nl.werkvlak.platform.disclosure.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.legalbasis.Projection;

/**
 * A cell of the disclosure matrix.
 *
 * @param denials the N reasons of a {@link Verdict#DENY}
 */
public record Cell(Verdict verdict, Set<Condition> conditions, Set<Reason> denials) {

    public Cell {
        conditions = Collections.unmodifiableSet(conditions);
        denials = Collections.unmodifiableSet(denials);
    }

    /** What the matrix says of a category, a kind of recipient and a kind of report. */
    public enum Verdict {
        ALLOW,
        COND,
        AGG,
        DENY
    }

    /** The codes as the matrix writes them, such as {@code K1 K10}: the other way round of {@link #of}. */
    public String codes() {
        return Stream.concat(
                        conditions.stream().sorted().map(Condition::name),
                        denials.stream().sorted().map(reason -> reason.name().replace("MATRIX_", "")))
                .collect(Collectors.joining(" "));
    }

    /** Why a value does not leave on its own, whatever else holds; none when that is for the other gates to say. */
    Set<Reason> reasons() {
        return verdict == Verdict.AGG ? EnumSet.of(Reason.AGGREGATE_ONLY) : denials;
    }

    /** How much is shown of what may leave: the narrowest that one of the conditions says. */
    Projection projection() {
        var narrowest = verdict == Verdict.AGG ? Projection.AGGREGATE : Projection.FULL;
        for (var condition : conditions) {
            narrowest = narrowest.narrowest(condition.projection());
        }
        return narrowest;
    }

    /** Reads the codes of the matrix, such as {@code K1 K10} or {@code N2 N7}; an unknown code is an error. */
    public static Cell of(Verdict verdict, String codes) {
        var conditions = EnumSet.noneOf(Condition.class);
        var denials = EnumSet.noneOf(Reason.class);
        for (var code : codes.trim().split("[ ,]+", -1)) {
            if (code.startsWith("N")) {
                denials.add(Reason.valueOf("MATRIX_" + code));
            } else if (!code.isEmpty()) {
                conditions.add(Condition.valueOf(code));
            }
        }
        if (verdict == Verdict.DENY && denials.isEmpty()) {
            throw new IllegalArgumentException("A cell that denies has to say why");
        }
        return new Cell(verdict, conditions, denials);
    }
}
