package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.legalbasis.Ground.LEGITIMATE_INTEREST;
import static nl.werkvlak.platform.legalbasis.Ground.PUBLIC_TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.explanation.Difference;
import nl.werkvlak.platform.disclosure.explanation.Explanations;
import nl.werkvlak.platform.disclosure.explanation.Hypothesis;
import nl.werkvlak.platform.disclosure.explanation.Line;
import nl.werkvlak.platform.disclosure.explanation.Question;
import nl.werkvlak.platform.disclosure.explanation.Scope;
import nl.werkvlak.platform.disclosure.rule.Evidence;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
    private static final Instant OBJECTED = Instant.parse("2026-10-01T09:00:00Z");
    private static final Question QUESTION = new Question(ReportKind.PROGRESS, YearMonth.of(2026, 10), NOON, null);

    private final UUID commission = UUID.randomUUID();
    private final UUID trajectory = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final UUID onlyOfUwv = UUID.randomUUID();
    private final Explanations explanations = new Explanations(TestDatabase.shared());

    private Connection connection;
    private Office employer;
    private Office uwv;

    /** Commission, client and trajectory of both bear the same ids; an objection is known to one of them only. */
    @BeforeEach
    void two_tenants_whose_rows_look_alike() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        employer = Office.open(connection)
                .commission(commission, "E2")
                .trajectory(trajectory, commission, client)
                .basisOfCommission("B-EMPLOYER", LEGITIMATE_INTEREST, commission)
                .upheldObjection(client, OBJECTED);
        uwv = Office.open(connection)
                .commission(commission, "U")
                .trajectory(trajectory, commission, client)
                .trajectory(onlyOfUwv, commission, UUID.randomUUID())
                .basisOfCommission("B-UWV", PUBLIC_TASK, commission);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Nested
    class An_explanation {

        @Test
        void names_every_reason_and_the_facts_that_gave_it() {
            var explained = explanations.explain(employer.tenant(), trajectory, DataCategory.EDU, QUESTION);

            assertThat(explained.decision().reasons()).containsExactly(Reason.OBJECTION_UPHELD);
            assertThat(explained.versions().matrix()).isEqualTo("2026-1");
            assertThat(explained.evidence())
                    .extracting(Evidence::kind)
                    .containsExactly(
                            Evidence.Kind.MATRIX_CELL,
                            Evidence.Kind.COMMISSION_TERMS,
                            Evidence.Kind.REGISTER_ENTRY,
                            Evidence.Kind.LEGAL_BASIS,
                            Evidence.Kind.OBJECTION,
                            Evidence.Kind.RETENTION);
            assertThat(explained.evidence())
                    .filteredOn(fact -> !fact.reasons().isEmpty())
                    .extracting(Evidence::reference)
                    .containsExactly("B-EMPLOYER", OBJECTED.toString());
        }

        @Test
        void is_that_of_the_tenant_that_is_named_and_of_no_other() {
            var explained = explanations.explain(uwv.tenant(), trajectory, DataCategory.EDU, QUESTION);

            assertThat(explained.decision().isPermitted()).isTrue();
            assertThat(explained.evidence().toString()).contains("B-UWV").doesNotContain("B-EMPLOYER");
        }

        @Test
        void may_be_asked_about_an_instant_before_the_fact() {
            var before = new Question(ReportKind.PROGRESS, YearMonth.of(2026, 10), OBJECTED.minusNanos(1), null);

            assertThat(explanations
                            .explain(employer.tenant(), trajectory, DataCategory.EDU, before)
                            .decision())
                    .returns(true, decision -> decision.isPermitted())
                    .returns(OBJECTED, decision -> decision.validThrough());
        }

        @Test
        void may_be_asked_of_what_was_known_at_an_instant() throws SQLException {
            var before = Sql.ofPlatform(connection)
                    .query("select now(6) moment", row -> row.instant("moment"))
                    .get(0);
            uwv.upheldObjection(client, OBJECTED);
            var asItWasKnown = new Question(ReportKind.PROGRESS, YearMonth.of(2026, 10), NOON, before);

            assertThat(explanations
                            .explain(uwv.tenant(), trajectory, DataCategory.EDU, asItWasKnown)
                            .decision()
                            .isPermitted())
                    .isTrue();
            assertThat(explanations
                            .explain(uwv.tenant(), trajectory, DataCategory.EDU, QUESTION)
                            .decision()
                            .reasons())
                    .containsExactly(Reason.OBJECTION_UPHELD);
        }

        @Test
        void of_a_trajectory_that_another_tenant_has_is_as_unknown_as_of_one_that_nobody_has() {
            for (var asked : List.of(onlyOfUwv, UUID.randomUUID())) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> explanations.explain(employer.tenant(), asked, DataCategory.EDU, QUESTION))
                        .returns("unknown", Refusal::code);
            }
        }

        @Test
        void finds_the_tenant_by_an_id_that_one_tenant_has_and_refuses_to_guess() {
            assertThat(explanations.tenantOf(onlyOfUwv)).isEqualTo(uwv.tenant());
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> explanations.tenantOf(trajectory))
                    .returns("ambiguous-trajectory", Refusal::code);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> explanations.tenantOf(UUID.randomUUID()))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    @Nested
    class The_coverage_report {

        @Test
        void has_a_line_for_every_category_of_every_trajectory_of_the_tenant() {
            assertThat(lines(uwv, new Scope(null, null))).hasSize(2 * DataCategory.values().length);
            assertThat(lines(uwv, new Scope(commission, null))).hasSize(2 * DataCategory.values().length);
            assertThat(lines(uwv, Scope.ofTrajectory(onlyOfUwv)))
                    .hasSize(DataCategory.values().length)
                    .allMatch(line -> line.trajectory().equals(onlyOfUwv));
        }

        @Test
        void says_the_same_as_the_gate_says_to_a_report() throws SQLException {
            var release = Objects.requireNonNull(Gate.open(connection)
                    .release(
                            connection,
                            employer.tenant(),
                            commission,
                            List.of(trajectory),
                            QUESTION.period(),
                            ReportKind.PROGRESS,
                            NOON)
                    .get(trajectory));

            assertThat(lines(employer, new Scope(null, null)))
                    .allSatisfy(line -> assertThat(line.decision())
                            .isEqualTo(release.decisions().get(line.category())));
        }

        @Test
        void of_what_the_tenant_does_not_have_is_refused_before_the_first_line() {
            var lines = new ArrayList<Line>();
            for (var scope : List.of(
                    Scope.ofTrajectory(onlyOfUwv),
                    new Scope(UUID.randomUUID(), null),
                    new Scope(UUID.randomUUID(), trajectory))) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> explanations.cover(employer.tenant(), scope, QUESTION, lines::add))
                        .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            }
            assertThat(lines).isEmpty();
        }

        private List<Line> lines(Office office, Scope scope) {
            var lines = new ArrayList<Line>();
            explanations.cover(office.tenant(), scope, QUESTION, lines::add);
            return lines;
        }
    }

    @Nested
    class A_what_if {

        @Test
        void shows_what_would_change_and_stores_nothing() {
            var differences = explanations.compare(
                    employer.tenant(), trajectory, QUESTION, without(Evidence.Kind.OBJECTION, OBJECTED.toString()));

            assertThat(differences)
                    .filteredOn(Difference::isOne)
                    .extracting(Difference::category)
                    .containsExactlyInAnyOrder(
                            DataCategory.IDENT,
                            DataCategory.CONTACT,
                            DataCategory.EDU,
                            DataCategory.GOAL,
                            DataCategory.DOC,
                            DataCategory.HOURS);
            assertThat(explanations
                            .explain(employer.tenant(), trajectory, DataCategory.EDU, QUESTION)
                            .decision()
                            .reasons())
                    .isEqualTo(Set.of(Reason.OBJECTION_UPHELD));
        }

        @Test
        void of_a_fact_that_is_not_there_is_refused() {
            var hypothesis = without(Evidence.Kind.OBJECTION, OBJECTED.toString());

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> explanations.compare(uwv.tenant(), trajectory, QUESTION, hypothesis))
                    .returns(Map.of("removed", "no-such-fact"), Refusal::fields);
        }

        @Test
        void adds_a_restriction_and_takes_the_concept_away() {
            var restricted = new Hypothesis(
                    List.of(new Hypothesis.Removed(Evidence.Kind.CONCEPT_PREVIEW, trajectory.toString())),
                    List.of(),
                    List.of(),
                    List.of(new Restriction(client, Set.of(DataCategory.EDU), new Period(OBJECTED, null), Set.of())),
                    null,
                    null);

            var differences = explanations.compare(uwv.tenant(), trajectory, QUESTION, restricted);

            assertThat(then(differences, DataCategory.EDU)).containsExactly(Reason.PROCESSING_RESTRICTED);
            assertThat(then(differences, DataCategory.GOAL)).contains(Reason.CONDITION_K2);
        }

        private static Set<Reason> then(List<Difference> differences, DataCategory category) {
            return differences.stream()
                    .filter(difference -> difference.category() == category)
                    .map(difference -> difference.then().reasons())
                    .findFirst()
                    .orElseThrow();
        }

        private static Hypothesis without(Evidence.Kind kind, String reference) {
            return new Hypothesis(
                    List.of(new Hypothesis.Removed(kind, reference)), List.of(), List.of(), List.of(), null, null);
        }
    }

    @Test
    void the_connection_forgets_as_of_when_it_was_asked() throws SQLException {
        var past =
                new Question(ReportKind.PROGRESS, YearMonth.of(2026, 10), NOON, Instant.parse("2020-01-01T00:00:00Z"));
        explanations.explain(uwv.tenant(), trajectory, DataCategory.EDU, past);

        for (var i = 0; i < 16; i++) {
            try (var other = TestDatabase.shared().getConnection()) {
                assertThat(Sql.ofPlatform(other)
                                .query("select @@session.system_versioning_asof asof", row -> row.text("asof")))
                        .containsExactly("DEFAULT");
            }
        }
    }
}
