package nl.werkvlak.platform.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.StatutoryRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every decision, whatever the facts; over random ones, and over the same ones again by {@code -Dseed=N}. */
class PropertiesTest {

    private static final int ROUNDS = 3_000;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random dice = new Random(seed);
    private final RandomFacts random = new RandomFacts(dice);

    @BeforeEach
    void tell(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(seed));
    }

    /** What a client can ask, and what comes to its end, from an instant on. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
    enum Brake {
        RESTRICTION((facts, from) ->
                Changed.with(facts, new Restriction(FactsBuilder.CLIENT, Set.of(), new Period(from, null), Set.of()))),
        OBJECTION((facts, from) -> Changed.with(facts, new Objection(FactsBuilder.CLIENT, Set.of(), from, null, null))),
        OBJECTION_UPHELD((facts, from) -> Changed.with(
                facts, new Objection(FactsBuilder.CLIENT, Set.of(), from, from, Objection.Outcome.UPHELD))),
        OBJECTION_OVERRIDDEN((facts, from) -> Changed.with(
                facts,
                new Objection(
                        FactsBuilder.CLIENT,
                        Set.of(),
                        from,
                        from.plusSeconds(20_000_000),
                        Objection.Outcome.OVERRIDDEN))),
        WITHDRAWAL(Changed::withdrawn),
        EXPIRY(Changed::ended);

        private final BiFunction<Facts, Instant, Facts> apply;

        Brake(BiFunction<Facts, Instant, Facts> apply) {
            this.apply = apply;
        }
    }

    /** What else can be recorded, and may open what was closed, from an instant on. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
    enum News {
        CONCEPT_SHOWN((facts, from) -> Changed.settled(facts, from, null)),
        CONCEPT_EXCUSED((facts, from) -> Changed.settled(facts, null, from)),
        CAPACITY(Changed::withCapacityFrom),
        DOCUMENT(Changed::withDocumentOf),
        STATUTORY_REQUEST((facts, from) -> Changed.with(
                facts, new StatutoryRequest(FactsBuilder.CLIENT, EnumSet.allOf(DataCategory.class), "a letter", from))),
        RETENTION((facts, from) ->
                Changed.with(facts, new RetentionOverride(DataCategory.GOAL, from, 120, "a contract"))),
        TERMS((facts, from) -> Changed.with(facts, new CommissionTerms(from, Set.of(), false, null, null)));

        private final BiFunction<Facts, Instant, Facts> apply;

        News(BiFunction<Facts, Instant, Facts> apply) {
            this.apply = apply;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_brake_never_releases_anything(Brake brake) {
        var braked = 0;
        for (var i = 0; i < ROUNDS; i++) {
            var question = question();
            var changed = question.of(brake.apply.apply(question.facts(), random.moment()));

            var before = question.decide(Shipped.RULE);
            var after = changed.decide(Shipped.RULE);

            var isMore = (after.isPermitted() && !before.isPermitted())
                    || (after.mayCount() && !before.mayCount())
                    || !numbers(before).containsAll(numbers(after))
                    || !before.projection().reaches(after.projection());
            assertThat(isMore)
                    .as("seed %d: %s, and %s releases more", seed, question, changed)
                    .isFalse();
            braked += before.isPermitted() && !after.isPermitted() ? 1 : 0;
        }
        assertThat(braked).as("it stops something, seed %d", seed).isPositive();
    }

    private static List<String> numbers(Decision decision) {
        return decision.bases().stream().map(LegalBasis::number).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_brake_changes_nothing_before_it_begins(Brake brake) {
        changesNothingBefore(brake.apply);
    }

    @ParameterizedTest
    @EnumSource
    void news_changes_nothing_before_it_begins(News news) {
        changesNothingBefore(news.apply);
    }

    private void changesNothingBefore(BiFunction<Facts, Instant, Facts> recorded) {
        for (var i = 0; i < ROUNDS; i++) {
            var question = question();
            var from = question.at().plusNanos(1 + dice.nextInt(3));

            var before = question.decide(Shipped.RULE);
            var after = question.of(recorded.apply(question.facts(), from)).decide(Shipped.RULE);

            assertThat(saying(after))
                    .as("seed %d: %s, from %s", seed, question, from)
                    .isEqualTo(saying(before));
        }
    }

    @Test
    void a_decision_is_the_same_whatever_was_asked_before_on_whatever_thread() {
        var questions = IntStream.range(0, ROUNDS).mapToObj(i -> question()).toList();
        var answers = questions.stream()
                .map(question -> question.decide(Shipped.RULE))
                .toList();
        var another = new Rule(Shipped.RULE.matrix(), Shipped.RULE.register());

        IntStream.range(0, ROUNDS).parallel().forEach(i -> {
            var question = questions.get(ROUNDS - 1 - i);
            assertThat(question.decide(another))
                    .as("seed %d: %s", seed, question)
                    .isEqualTo(answers.get(ROUNDS - 1 - i));
        });
    }

    @Test
    void a_decision_does_not_depend_on_the_order_of_its_facts() {
        for (var i = 0; i < ROUNDS; i++) {
            var question = question();

            var one = question.decide(Shipped.RULE);
            var other = question.of(Changed.turned(question.facts())).decide(Shipped.RULE);

            assertThat(other.reasons()).as("seed %d: %s", seed, question).isEqualTo(one.reasons());
            assertThat(other.bases())
                    .as("seed %d: %s", seed, question)
                    .containsExactlyInAnyOrderElementsOf(one.bases());
            assertThat(other.validThrough()).as("seed %d: %s", seed, question).isEqualTo(one.validThrough());
        }
    }

    /** All but until when: what is recorded later may end an answer earlier. */
    private static String saying(Decision decision) {
        return decision.reasons() + " " + numbers(decision) + " " + decision.projection() + " " + decision.conditions();
    }

    /** What is asked. */
    private record Question(Facts facts, DataCategory category, ReportKind report, Instant at) {

        Question of(Facts others) {
            return new Question(others, category, report, at);
        }

        Decision decide(Rule rule) {
            return rule.decide(category, facts, report, at);
        }
    }

    private Question question() {
        var facts = random.facts();
        return new Question(
                facts,
                random.any(DataCategory.values()),
                random.any(ReportKind.values()),
                random.near(RandomFacts.instantsOf(facts)));
    }
}
