package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.statement;
import static nl.werkvlak.platform.legalbasis.DataCategory.CAPACITY;
import static nl.werkvlak.platform.legalbasis.DataCategory.DOC;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E1;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E2;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.FactsBuilder;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Shipped;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.DocumentType;
import nl.werkvlak.platform.trajectory.FileDocument;
import nl.werkvlak.platform.trajectory.FileDocument.ScanOutcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where one piece that meets the condition does not carry the others. */
class PiecesTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
    private static final UUID PLACEMENT = new UUID(7, 7);

    @Nested
    class Of_three_statements_of_a_doctor {

        private final FactsBuilder file = aTrajectoryFor(E2)
                .capacityStatedOver(
                        Period.ofDays(LocalDate.of(2026, 1, 2), null),
                        Period.ofDays(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 11, 10)),
                        Period.ofDays(LocalDate.of(2026, 11, 5), null));

        @Test
        void those_valid_at_the_instant_are_shown_until_the_first_of_them_ends() {
            var release = release(file, NOON);
            assertThat(release.pieces(CAPACITY)).containsExactlyInAnyOrder(statement(0), statement(1));
            assertThat(release.validThrough()).isEqualTo("2026-11-10T23:00:00Z");
        }

        @Test
        void none_of_what_began_or_ended_between_two_instants_is_shown() {
            var later = Instant.parse("2026-11-11T12:00:00Z");
            assertThat(release(file, NOON).and(release(file, later)).pieces(CAPACITY))
                    .containsExactly(statement(0));
        }

        @Test
        void none_is_shown_when_the_category_is_withheld() {
            var release = release(file.specialGround(null), NOON);
            assertThat(release.pieces(CAPACITY)).isEmpty();
            assertThat(release.validThrough()).isNotEqualTo(Instant.parse("2026-11-10T23:00:00Z"));
        }
    }

    @Nested
    class A_new_employer {

        @Test
        void is_named_where_the_cell_lists_K12_and_the_client_was_informed() {
            assertThat(release(aTrajectoryFor(E2).informedOf(PLACEMENT), NOON).pieces(RESULT))
                    .containsExactly(PLACEMENT);
            assertThat(release(aTrajectoryFor(E2), NOON).pieces(RESULT)).isEmpty();
            assertThat(release(aTrajectoryFor(E1).informedOf(PLACEMENT), NOON).pieces(RESULT))
                    .isEmpty();
        }
    }

    @Nested
    class A_document {

        @Test
        void is_not_carried_by_another_that_was_released() {
            var released = new FileDocument(new UUID(8, 1), DocumentType.CV, NOON, NOON, ScanOutcome.CLEAN);
            var marked = new FileDocument(new UUID(8, 2), DocumentType.CV, NOON, NOON, ScanOutcome.MARKED);
            assertThat(release(aTrajectoryFor(E2).with(released).with(marked), NOON)
                            .pieces(DOC))
                    .containsExactly(released.id());
        }
    }

    private static Release release(FactsBuilder file, Instant at) {
        var facts = file.build();
        var decisions = new EnumMap<DataCategory, Decision>(DataCategory.class);
        for (var category : DataCategory.values()) {
            decisions.put(category, Shipped.RULE.decide(category, facts, ReportKind.PROGRESS, at));
        }
        return Release.of(facts, ReportKind.PROGRESS, decisions, at);
    }
}
