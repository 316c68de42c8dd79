package nl.werkvlak.platform.disclosure.rule;

import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");

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
}
