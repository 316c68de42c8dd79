package nl.werkvlak.platform.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.processingregister.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** Asks the rule and its second reading the same questions, over random facts of random worlds. */
final class Readings {

    private static final int PER_TRAJECTORY = 10;

    private final long seed;
    private final RandomFacts random;

    Readings(long seed) {
        this.seed = seed;
        this.random = new RandomFacts(new Random(seed));
    }

    /** @param tried every so many, the instant until which the answer holds is looked for by trying all */
    void agree(int decisions, int tried) {
        var permitted = 0;
        var ending = 0;
        var worlds = new World[] {shipped(), disturbed(random), disturbed(random)};
        for (var i = 0; i < decisions; ) {
            var world = random.any(worlds);
            var facts = random.facts();
            var answers = world.rule().about(facts);
            var instants = RandomFacts.instantsOf(facts);
            for (var last = i + PER_TRAJECTORY; i < last; i++) {
                var category = random.any(DataCategory.values());
                var report = random.any(ReportKind.values());
                var at = random.near(instants);

                var decision = answers.decide(category, report, at);

                var expected = world.second().answer(category.name(), facts, report.name(), at);
                if (!inWords(decision).equals(expected)) {
                    assertThat(inWords(decision))
                            .as("seed %d, decision %d: %s in %s at %s of %s", seed, i, category, report, at, facts)
                            .isEqualTo(expected);
                }
                if (i % tried == 0) {
                    assertThat(decision.validThrough())
                            .as("seed %d, decision %d: %s in %s at %s of %s", seed, i, category, report, at, facts)
                            .isEqualTo(firstChange(world.second(), category, facts, report, at, instants));
                    ending += decision.validThrough() == null ? 0 : 1;
                }
                permitted += decision.isPermitted() ? 1 : 0;
            }
        }
        assertThat(permitted).as("permitted, seed %d", seed).isGreaterThan(decisions / 50);
        assertThat(ending).as("answers that end, seed %d", seed).isGreaterThan(decisions / tried / 10);
    }

    /** The rule and its second reading, over the same matrix and register. */
    private record World(Rule rule, SecondReading second) {}

    private static World shipped() {
        var register = Shipped.RULE.register();
        return new World(Shipped.RULE, secondReading(Map.of(firstDay(), Shipped.cells()), register));
    }

    /** A world in which the matrix changes, cells are missing, and the register comes and goes. */
    private static World disturbed(RandomFacts random) {
        var cells = Shipped.cells();
        var places = List.copyOf(cells.keySet());
        var later = new HashMap<String, String>();
        for (var place : places) {
            later.put(place, cells.get(random.any(places.toArray(String[]::new))));
        }
        places.subList(0, 30).forEach(later::remove);
        for (var place : places.subList(30, 200)) {
            later.put(place, random.cell());
        }
        var versions = Map.of(firstDay(), cells, LocalDate.of(2026, 10, 31), Map.copyOf(later));
        var entries =
                new ArrayList<RegisterEntry>(Shipped.RULE.register().entries().subList(0, 2));
        for (var i = 0; i < 4; i++) {
            entries.add(random.registerEntry(i));
        }
        var retention = new EnumMap<>(Shipped.RULE.register().retentionMonths());
        retention.remove(DataCategory.PLAN);
        for (var category : List.of(DataCategory.GOAL, DataCategory.HOURS)) {
            var rules = new TreeMap<>(Objects.requireNonNull(retention.get(category)));
            rules.put(Period.startOf(LocalDate.of(2026, 2, 28)), random.any(new Integer[] {24, 84}));
            retention.put(category, rules);
        }
        var register = new ProcessingRegister(entries, retention);
        return new World(new Rule(Shipped.matrix(versions), register), secondReading(versions, register));
    }

    private static SecondReading secondReading(Map<LocalDate, Map<String, String>> cells, ProcessingRegister register) {
        return new SecondReading(
                cells,
                register.entries(),
                register.retentionMonths().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(), entry -> Map.copyOf(entry.getValue()))));
    }

    private static LocalDate firstDay() {
        return Period.dayOf(Shipped.RULE.matrix().versions().get(0).from());
    }

    private static @Nullable Instant firstChange(
            SecondReading second,
            DataCategory category,
            Facts facts,
            ReportKind report,
            Instant at,
            Iterable<Instant> instants) {
        var candidates = new TreeSet<Instant>();
        for (var instant : instants) {
            for (var beside = -1; beside <= 1; beside++) {
                candidates.add(instant.plusNanos(beside));
            }
        }
        var now = second.answer(category.name(), facts, report.name(), at);
        return candidates.tailSet(at, false).stream()
                .filter(later -> !second.answer(category.name(), facts, report.name(), later)
                        .equals(now))
                .findFirst()
                .orElse(null);
    }

    private static String inWords(Decision decision) {
        var conditions = decision.conditions().stream().map(Enum::name).collect(Collectors.joining(" "));
        return decision.reasons().stream().map(Enum::name).collect(Collectors.joining(" "))
                + " | "
                + decision.bases().stream().map(LegalBasis::number).toList()
                + " | "
                + decision.projection()
                + " |"
                + (conditions.isEmpty() ? "" : " " + conditions + " ");
    }
}
