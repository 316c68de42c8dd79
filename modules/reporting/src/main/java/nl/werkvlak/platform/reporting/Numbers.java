package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.aggregate.KeptTally;
import nl.werkvlak.platform.disclosure.aggregate.Partition;
import nl.werkvlak.platform.disclosure.aggregate.Statistic;
import nl.werkvlak.platform.disclosure.aggregate.Suppression;
import nl.werkvlak.platform.disclosure.aggregate.Tally;
import nl.werkvlak.platform.rendering.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one report: first all are asked for, then it is decided together which are shown, and then the same
 * questions are answered. A number that was not asked for before the decision has no answer after it.
 */
final class Numbers {

    private final Map<String, Statistic> wanted = new LinkedHashMap<>();
    private final List<Partition> partitions = new ArrayList<>();
    private int smallest;
    private @Nullable Suppression suppression;

    /** What every reader takes for granted; left alone where people count in one and not in the other. */
    void partition(Tally whole, Tally... parts) {
        if (suppression == null
                && whole.value() == Stream.of(parts).mapToLong(Tally::value).sum()) {
            partitions.add(new Partition(whole, List.of(parts)));
        }
    }

    /** A number that is a tally, or is made of nothing else; the first weight that it is given counts. */
    Figure figure(Statistic.Weight weight, Tally tally, Supplier<BigDecimal> value) {
        return figure(tally.name(), weight, value, tally);
    }

    Figure figure(String name, Statistic.Weight weight, Supplier<BigDecimal> value, Tally... reveals) {
        if (suppression == null) {
            wanted.putIfAbsent(name, new Statistic(name, weight, List.of(reveals)));
            return Figure.leftOut();
        }
        return switch (suppression.answer(Objects.requireNonNull(wanted.get(name), name))) {
            case SHOWN -> Figure.of(value.get());
            case FEWER -> Figure.fewerThan(smallest);
            case LEFT_OUT -> Figure.leftOut();
        };
    }

    /** Decides which numbers are shown, against each other and against what the tenant has. */
    void decide(int minimum, UnaryOperator<UUID> personOf, List<KeptTally> earlier) {
        smallest = minimum;
        suppression = new Suppression(minimum, personOf, wanted.values(), partitions, earlier);
    }

    /** What later reports are held against. */
    List<KeptTally> kept() {
        return Objects.requireNonNull(suppression, "not decided yet").kept();
    }
}
