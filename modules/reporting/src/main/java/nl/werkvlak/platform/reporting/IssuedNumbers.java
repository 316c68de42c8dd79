package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.aggregate.KeptTally;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that stand in accountability reports of a tenant, each of one commission over one month.
 *
 * <p>They are only added up. A sum of numbers that somebody has tells nothing new, so nothing has to be suppressed again;
 * where one of them gives way in its own report, there is no sum.
 */
final class IssuedNumbers {

    private final List<Commission> commissions;
    private final Map<UUID, Map<YearMonth, Map<String, Long>>> shown = new HashMap<>();

    /** What was agreed about a commission; it says nothing about a person. */
    record Commission(
            UUID id,
            String number,
            String product,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable BigDecimal hoursBudget,
            @Nullable BigDecimal hourlyRate) {

        private boolean hasBegunBy(YearMonth month) {
            return !firstDay.isAfter(month.atEndOfMonth());
        }
    }

    /** @param commissions those that are added up */
    IssuedNumbers(List<Commission> commissions) {
        this.commissions = List.copyOf(commissions);
    }

    List<Commission> commissions() {
        return commissions;
    }

    /** The numbers of one report; a later version of it takes the place of an earlier one. */
    void add(UUID commission, YearMonth month, List<KeptTally> tallies) {
        var numbers = new HashMap<String, Long>();
        tallies.stream()
                .filter(KeptTally::shown)
                .forEach(kept -> numbers.put(kept.tally().name(), kept.tally().value()));
        shown.computeIfAbsent(commission, any -> new HashMap<>()).put(month, numbers);
    }

    /** There is a report over this month, of any commission. */
    boolean isReported(YearMonth month) {
        return shown.values().stream().anyMatch(months -> months.containsKey(month));
    }

    /**
     * Over all commissions and these months; nothing when one of the numbers does not stand in its report, or the report is
     * not there.
     *
     * @param name of the tally, with {@code %s} for the month
     */
    OptionalLong sum(String name, List<YearMonth> months) {
        var sum = 0L;
        var isAny = false;
        for (var commission : commissions) {
            var own = sum(commission, name, months);
            if (own.isEmpty() && months.stream().anyMatch(commission::hasBegunBy)) {
                return OptionalLong.empty();
            }
            isAny |= own.isPresent();
            sum += own.orElse(0);
        }
        return isAny ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** The same of one commission; months before it began bring nothing. */
    OptionalLong sum(Commission commission, String name, List<YearMonth> months) {
        var sum = 0L;
        var isAny = false;
        for (var month : months) {
            if (commission.hasBegunBy(month)) {
                var number = shown.getOrDefault(commission.id(), Map.of())
                        .getOrDefault(month, Map.of())
                        .get(name.formatted(month));
                if (number == null) {
                    return OptionalLong.empty();
                }
                isAny = true;
                sum += number;
            }
        }
        return isAny ? OptionalLong.of(sum) : OptionalLong.empty();
    }
}
