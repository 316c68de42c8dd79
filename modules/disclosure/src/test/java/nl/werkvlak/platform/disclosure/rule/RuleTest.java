package nl.werkvlak.platform.disclosure.rule;

import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.processingregister.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class RuleTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
    private static final int DECISIONS = 200_000;

    /** Every so many, the instant until which the answer holds is looked for by trying. */
    private static final int TRIED = 20;

    @Nested
    class Two_readings_of_the_same_text {

        private final long seed = Long.getLong("seed", new Random().nextLong());
        private final Random dice = new Random(seed);
        private final RandomFacts random = new RandomFacts(dice);

        @Test
        void agree_on_every_answer_and_on_how_long_it_holds(TestReporter reporter) {
            reporter.publishEntry("seed", Long.toString(seed));
            var permitted = 0;
            var ending = 0;
            var worlds = List.of(shipped(), disturbed(random), disturbed(random));
            for (var i = 0; i < DECISIONS; i++) {
                var world = random.any(worlds.toArray(World[]::new));
                var facts = random.facts();
                var category = random.any(DataCategory.values());
                var report = random.any(ReportKind.values());
                var instants = RandomFacts.instantsOf(facts);
                var at = random.near(instants);

                var decision = world.rule().decide(category, facts, report, at);

                var expected = world.second().answer(category.name(), facts, report.name(), at);
                assertThat(inWords(decision))
                        .as("seed %d, decision %d: %s in %s at %s of %s", seed, i, category, report, at, facts)
                        .isEqualTo(expected);
                if (i % TRIED == 0) {
                    assertThat(decision.validThrough())
                            .as("seed %d, decision %d: %s in %s at %s of %s", seed, i, category, report, at, facts)
                            .isEqualTo(firstChange(world.second(), category, facts, report, at, instants));
                    ending += decision.validThrough() == null ? 0 : 1;
                }
                permitted += decision.isPermitted() ? 1 : 0;
            }
            assertThat(permitted).as("permitted, seed %d", seed).isGreaterThan(DECISIONS / 50);
            assertThat(ending).as("answers that end, seed %d", seed).isGreaterThan(DECISIONS / TRIED / 10);
        }
    }

    @Nested
    class What_nobody_wrote_down {

        @Test
        void is_withheld_in_a_cell_that_the_matrix_does_not_have() {
            var empty = new Rule(new Matrix(List.of()), Shipped.RULE.register());

            var decision = empty.decide(
                    DataCategory.GOAL, aTrajectoryFor(RecipientKind.E1).build(), ReportKind.PROGRESS, NOON);

            assertThat(decision.reasons()).containsExactly(Reason.UNKNOWN_CELL);
            assertThat(decision.mayCount()).isFalse();
        }

        @Test
        void is_withheld_before_the_first_version_of_the_matrix() {
            var decision = Shipped.RULE.decide(
                    DataCategory.GOAL,
                    aTrajectoryFor(RecipientKind.E1).build(),
                    ReportKind.PROGRESS,
                    Instant.parse("1999-12-31T00:00:00Z"));

            assertThat(decision.reasons()).contains(Reason.UNKNOWN_CELL, Reason.NOT_IN_REGISTER);
        }

        @Test
        void is_withheld_without_any_basis() {
            var decision = Shipped.RULE.decide(
                    DataCategory.GOAL, aTrajectoryFor(RecipientKind.E1).withoutUsualBasis(), ReportKind.PROGRESS, NOON);

            assertThat(decision.reasons()).containsExactly(Reason.NO_LEGAL_BASIS);
        }
    }

    @Nested
    class The_matrix_as_shipped {

        @Test
        void has_a_cell_for_every_category_recipient_and_report() {
            for (var category : DataCategory.values()) {
                for (var recipient : RecipientKind.values()) {
                    for (var report : ReportKind.values()) {
                        assertThat(Shipped.RULE.matrix().cell(category, recipient, report, NOON))
                                .as("%s to %s in %s", category, recipient, report)
                                .isPresent();
                    }
                }
            }
        }

        @Test
        void never_lets_out_health_special_criminal_or_internal_notes() {
            for (var category :
                    List.of(DataCategory.HEALTH, DataCategory.SPECIAL, DataCategory.CRIMINAL, DataCategory.NOTE)) {
                for (var recipient : RecipientKind.values()) {
                    for (var report : ReportKind.values()) {
                        assertThat(Shipped.RULE
                                        .matrix()
                                        .cell(category, recipient, report, NOON)
                                        .map(Cell::verdict))
                                .as("%s to %s in %s", category, recipient, report)
                                .contains(Cell.Verdict.DENY);
                    }
                }
            }
        }
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
        var versions = Map.of(firstDay(), cells, LocalDate.of(2026, 10, 31), Map.copyOf(later));
        var entries =
                new ArrayList<RegisterEntry>(Shipped.RULE.register().entries().subList(0, 2));
        for (var i = 0; i < 4; i++) {
            entries.add(random.registerEntry(i));
        }
        var retention = new EnumMap<>(Shipped.RULE.register().retentionMonths());
        retention.remove(DataCategory.PLAN);
        var register = new ProcessingRegister(entries, retention);
        return new World(new Rule(Shipped.matrix(versions), register), secondReading(versions, register));
    }

    private static SecondReading secondReading(Map<LocalDate, Map<String, String>> cells, ProcessingRegister register) {
        return new SecondReading(
                cells,
                register.entries(),
                register.retentionMonths().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
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
