package nl.werkvlak.platform.disclosure.rule;

import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
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

    /** Condition K7, which no cell of the matrix as shipped lists. */
    @Nested
    class A_consent_of_its_own {

        private final Rule rule = new Rule(
                Shipped.matrix(Map.of(LocalDate.of(2026, 1, 1), Map.of("EDU,U,PROGRESS", "COND,K7"))),
                Shipped.RULE.register());

        @Test
        void is_about_this_category_and_the_reports_and_nothing_else() {
            assertThat(reasons(own())).isEmpty();
            assertThat(reasons(own().forCategories(EnumSet.of(DataCategory.EDU, DataCategory.EXP))))
                    .containsExactly(Reason.CONDITION_K7);
            assertThat(reasons(own().forPurposes(EnumSet.of(Purpose.P7, Purpose.P8))))
                    .containsExactly(Reason.CONDITION_K7);
        }

        @Test
        void is_a_consent() {
            var obligation = BasisBuilder.legalObligation("B")
                    .forCategories(EnumSet.of(DataCategory.EDU))
                    .forPurposes(EnumSet.of(Purpose.P7));

            assertThat(reasons(obligation)).containsExactly(Reason.CONDITION_K7);
        }

        @Test
        void counts_only_while_it_is_usable() {
            assertThat(reasons(own().withdrawnAt("2026-10-31T12:00:00Z"), BasisBuilder.publicTask("A")))
                    .containsExactly(Reason.CONDITION_K7);
            assertThat(reasons(own().withdrawnAt("2026-10-31T12:00:01Z"), BasisBuilder.publicTask("A")))
                    .isEmpty();
        }

        private BasisBuilder own() {
            return BasisBuilder.consent("F")
                    .forCategories(EnumSet.of(DataCategory.EDU))
                    .forPurposes(EnumSet.of(Purpose.P7));
        }

        private Set<Reason> reasons(BasisBuilder... bases) {
            var facts = aTrajectoryFor(RecipientKind.U).on(bases).build();
            return rule.decide(DataCategory.EDU, facts, ReportKind.PROGRESS, NOON)
                    .reasons();
        }
    }

    @Nested
    class A_decision {

        @Test
        void counts_a_person_when_only_the_single_value_is_withheld() {
            var facts = aTrajectoryFor(RecipientKind.G).build();

            assertThat(Shipped.RULE
                            .decide(DataCategory.PLAN, facts, ReportKind.ACCOUNTABILITY, NOON)
                            .mayCount())
                    .isTrue();
            assertThat(Shipped.RULE
                            .decide(DataCategory.PLAN, facts, ReportKind.PROGRESS, NOON)
                            .mayCount())
                    .isTrue();
            assertThat(Shipped.RULE
                            .decide(DataCategory.BSN, facts, ReportKind.ACCOUNTABILITY, NOON)
                            .mayCount())
                    .isFalse();
        }
    }

    @Nested
    class A_reason {

        @Test
        void stands_where_its_gate_does() {
            var gates = Arrays.stream(Reason.values()).map(Reason::gate).toList();

            assertThat(gates).isSorted().contains(1, 2, 3, 4, 5, 6, 7, 8).hasSize(Reason.values().length);
            assertThat(gates.get(0)).isEqualTo(1);
        }
    }

    @Nested
    class A_matrix {

        @Test
        void is_called_by_the_name_of_the_version_in_force() {
            assertThat(Shipped.RULE.matrix().version(NOON)).isEqualTo("2026-1");
            assertThat(Shipped.RULE.matrix().version(Instant.parse("2019-09-02T22:00:00Z")))
                    .isEqualTo("2026-1");
            assertThat(Shipped.RULE.matrix().version(Instant.parse("2019-09-02T21:59:59Z")))
                    .isEqualTo("-");
        }

        @Test
        void writes_its_cells_as_it_reads_them() {
            assertThat(Cell.of(Cell.Verdict.COND, "K10 K1").codes()).isEqualTo("K1 K10");
            assertThat(Cell.of(Cell.Verdict.DENY, "N7, N2").codes()).isEqualTo("N2 N7");
            assertThat(Cell.of(Cell.Verdict.ALLOW, " ").codes()).isEmpty();
        }

        @Test
        void refuses_a_cell_that_denies_without_a_reason_or_knows_a_code_that_nobody_does() {
            assertThatIllegalArgumentException().isThrownBy(() -> Cell.of(Cell.Verdict.DENY, "K1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Cell.of(Cell.Verdict.COND, "K21"));
        }
    }

    @Test
    void facts_that_are_taken_as_shown_differ_in_that_alone() {
        var facts = FactsBuilder.aTrajectoryFor(RecipientKind.E2).build();
        assertThat(facts.asShown().trajectory()).isEqualTo(facts.trajectory().shownAt(Instant.EPOCH));
        assertThat(facts.asShown())
                .usingRecursiveComparison()
                .ignoringFields("trajectory")
                .isEqualTo(facts);
    }
}
