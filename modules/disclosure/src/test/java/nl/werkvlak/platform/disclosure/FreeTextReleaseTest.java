package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HEALTH;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Shipped;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.legalbasis.TextKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a category lets through, a text may still not hold (M2). */
class FreeTextReleaseTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");

    public record Document(
            @NoPersonalData String title,
            @Carries(GOAL) @Nullable String goal,
            @Carries(GOAL) List<String> goals,
            @Carries(HEALTH) @Nullable String health,

            @Carries(value = PLAN, text = TextKind.CODE) @Nullable
            String code,

            @Carries(value = PLAN, text = TextKind.NAME) @Nullable
            String name,

            @Carries(value = PLAN, text = TextKind.REFERENCE) @Nullable
            String reference,

            List<Line> lines) {}

    public record Line(
            @Carries(PLAN) @Nullable String text,
            @Carries(PLAN) @Nullable LocalDate due) {}

    private static final String FINE = "Drie sollicitaties per week";
    private static final String MARKED = "Uitval door burn-out";

    private static final Document DOCUMENT = new Document(
            "Rapport",
            MARKED,
            List.of(FINE, MARKED),
            MARKED,
            "OP_SCHEMA",
            "Bakkerij Kanker & Zn.",
            "FML-burn-out",
            List.of(new Line(MARKED, LocalDate.EPOCH), new Line(FINE, null)));

    @Test
    void a_marked_text_is_taken_out_and_everything_else_stays() {
        assertThat(release().project(DOCUMENT).document())
                .isEqualTo(new Document(
                        "Rapport",
                        null,
                        List.of(FINE),
                        null,
                        "OP_SCHEMA",
                        "Bakkerij Kanker & Zn.",
                        "FML-burn-out",
                        List.of(new Line(null, LocalDate.EPOCH), new Line(FINE, null))));
    }

    @Test
    void our_own_people_are_told_how_many_and_not_of_what_was_withheld_anyway() {
        assertThat(counted(release().project(DOCUMENT))).isEqualTo(Map.of(GOAL, 2, PLAN, 1));
    }

    @Test
    void what_is_declared_a_code_and_does_not_look_like_one_is_a_text() {
        var document = new Document("", null, List.of(), null, "uitval door burn-out", null, null, List.of());
        var released = release().project(document);
        assertThat(released.document().code()).isNull();
        assertThat(counted(released)).isEqualTo(Map.of(PLAN, 1));
    }

    private static Map<DataCategory, Integer> counted(Released<?> released) {
        var counts = new EnumMap<DataCategory, Integer>(DataCategory.class);
        released.heldTexts().forEach((category, texts) -> counts.put(category, texts.size()));
        return counts;
    }

    @Test
    void a_text_about_many_is_guarded_as_well() {
        var many = new AggregateRelease(List.of(countable()));
        assertThat(many.project(new Counted("OVERIG")).document().reason()).isEqualTo("OVERIG");
        assertThat(many.project(new Counted("burn-out")).document().reason()).isNull();
    }

    public record Counted(
            @Carries(value = PLAN, atLeast = Projection.AGGREGATE) @Nullable
            String reason) {}

    @Nested
    class A_part_in_which_a_text_could_hide {

        public record Anything(@Carries(GOAL) @Nullable Object part) {}

        public record Perhaps(@Carries(GOAL) Optional<String> part) {}

        public record Mapped(@Carries(GOAL) Map<String, String> part) {}

        public record Sequence(@Carries(GOAL) @Nullable CharSequence part) {}

        @SuppressWarnings("ArrayRecordComponent") // such a record is what is refused
        public record Several(@Carries(GOAL) String @Nullable [] part) {}

        public record Lists(@Carries(GOAL) List<List<String>> part) {}

        public record Wrapped(@Carries(GOAL) @Nullable Value part) {}

        public record Value(String text) {}

        public record Numbers(
                @Carries(GOAL) @Nullable Integer count,
                @Carries(GOAL) @Nullable LocalDate day,
                @Carries(GOAL) List<Integer> counts,
                @Carries(GOAL) @Nullable Amount amount) {}

        public record Amount(int euros) {}

        @Test
        void stops_the_document() {
            for (var document : List.<Record>of(
                    new Anything(null),
                    new Perhaps(Optional.empty()),
                    new Mapped(Map.of()),
                    new Sequence(null),
                    new Several(null),
                    new Lists(List.of()),
                    new Wrapped(null))) {
                assertThatIllegalStateException()
                        .as(document.getClass().getSimpleName())
                        .isThrownBy(() -> release().project(document))
                        .withMessageContaining(".part");
            }
        }

        @Test
        void is_not_one_of_numbers_and_days() {
            var numbers = new Numbers(1, LocalDate.EPOCH, List.of(2), new Amount(3));
            assertThat(release().project(numbers).document()).isEqualTo(numbers);
        }
    }

    private static Release release() {
        return release(ReportKind.PROGRESS);
    }

    private static Release countable() {
        return release(ReportKind.ACCOUNTABILITY);
    }

    private static Release release(ReportKind report) {
        var facts = aTrajectoryFor(RecipientKind.G).build();
        var decisions = new EnumMap<DataCategory, Decision>(DataCategory.class);
        for (var category : DataCategory.values()) {
            decisions.put(category, Shipped.RULE.decide(category, facts, report, NOON));
        }
        return Release.of(facts, report, decisions, NOON);
    }
}
