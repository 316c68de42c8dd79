package nl.werkvlak.platform.disclosure.rule;

import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.aBasis;
import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.consent;
import static nl.werkvlak.platform.disclosure.rule.BasisBuilder.legitimateInterest;
import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.CLIENT;
import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.COMMISSION;
import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.aTrajectoryFor;
import static nl.werkvlak.platform.disclosure.rule.FactsBuilder.statement;
import static nl.werkvlak.platform.legalbasis.DataCategory.CAPACITY;
import static nl.werkvlak.platform.legalbasis.DataCategory.CONTACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.DOC;
import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HEALTH;
import static nl.werkvlak.platform.legalbasis.DataCategory.STRENGTH;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E1;
import static nl.werkvlak.platform.legalbasis.RecipientKind.E2;
import static nl.werkvlak.platform.legalbasis.RecipientKind.G;
import static nl.werkvlak.platform.legalbasis.RecipientKind.U;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.Evidence.Kind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Objection.Outcome;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.DocumentType;
import nl.werkvlak.platform.trajectory.FileDocument;
import nl.werkvlak.platform.trajectory.FileDocument.ScanOutcome;
import nl.werkvlak.platform.trajectory.Product;
import nl.werkvlak.platform.trajectory.SpecialGround;
import nl.werkvlak.platform.trajectory.StatutoryRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a decision read, fact by fact: which, since when and until when it holds, what it says, and what it puts in the way.
 * Written as {@code reference from..until value [reasons]}, on the matrix and the register as shipped.
 */
class EvidenceTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-10-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-01T09:00:00Z");
    private static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-000000007a1e");

    @Test
    void comes_in_the_order_of_the_gates() {
        var facts = aTrajectoryFor(G)
                .withObjection("2026-10-30T09:00:00Z")
                .withRestriction("2026-10-01T00:00:00Z", null)
                .build();
        var evidence = Evidence.of(Shipped.RULE, CAPACITY, facts, ReportKind.PROGRESS, NOON);
        assertThat(evidence)
                .extracting(Evidence::kind)
                .containsExactly(
                        Kind.MATRIX_CELL,
                        Kind.COMMISSION_TERMS,
                        Kind.REGISTER_ENTRY,
                        Kind.LEGAL_BASIS,
                        Kind.OBJECTION,
                        Kind.SPECIAL_GROUND,
                        Kind.RESTRICTION,
                        Kind.RETENTION,
                        Kind.CAPACITY_STATEMENT,
                        Kind.SECRECY_AGREEMENT,
                        Kind.SICKNESS);
        assertThat(evidence).extracting(one -> one.kind().gate()).containsExactly(1, 2, 3, 4, 4, 5, 6, 7, 8, 8, 8);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> evidence.get(0).reasons().clear());
    }

    @Nested
    class Of_the_matrix_and_the_commission {

        @Test
        void a_cell_says_its_verdict_with_its_codes_and_what_it_denies() {
            assertThat(read(Kind.MATRIX_CELL, aTrajectoryFor(E2), CAPACITY)).containsExactly("2026-1 .. COND K3 K4 []");
            assertThat(read(Kind.MATRIX_CELL, aTrajectoryFor(E1), HEALTH))
                    .containsExactly("2026-1 .. DENY N2 N7 [MATRIX_N2, MATRIX_N7]");
        }

        @Test
        void there_is_no_cell_before_there_was_a_matrix() {
            var before = Instant.parse("2019-01-01T00:00:00Z");
            assertThat(read(Kind.MATRIX_CELL, aTrajectoryFor(E2), GOAL, before)).isEmpty();
            assertThat(read(Kind.REGISTER_ENTRY, aTrajectoryFor(E2), GOAL, before))
                    .containsExactly("REG-E2 2019-09-02T22:00:00Z.. 2026-1 [NOT_IN_REGISTER]");
        }

        @Test
        void the_terms_are_those_of_the_instant_and_say_since_when() {
            var narrower = new CommissionTerms(EARLIER, EnumSet.of(EDU), true, null, null);
            var facts = aTrajectoryFor(E2).scope(EnumSet.of(EDU, STRENGTH)).with(narrower);
            assertThat(read(Kind.COMMISSION_TERMS, facts, STRENGTH, EARLIER.minusSeconds(1)))
                    .containsExactly(COMMISSION + " .. EDU STRENGTH []");
            assertThat(read(Kind.COMMISSION_TERMS, facts, STRENGTH))
                    .containsExactly(COMMISSION + " 2026-10-01T09:00:00Z.. EDU [NOT_IN_COMMISSION_SCOPE]");
        }

        @Test
        void an_entry_of_the_register_is_named_when_it_is_about_this() {
            assertThat(read(Kind.REGISTER_ENTRY, aTrajectoryFor(U), GOAL))
                    .containsExactly("REG-U 2019-09-02T22:00:00Z.. 2026-1 []");
            assertThat(read(Kind.REGISTER_ENTRY, aTrajectoryFor(E1), HEALTH)).isEmpty();
        }

        @Test
        void a_special_ground_is_asked_for_capacity_alone() {
            assertThat(read(Kind.SPECIAL_GROUND, aTrajectoryFor(E2), CAPACITY))
                    .containsExactly(COMMISSION + " .. H1 []");
            assertThat(read(Kind.SPECIAL_GROUND, aTrajectoryFor(E2).specialGround(null), CAPACITY))
                    .containsExactly(COMMISSION + " .. - [SPECIAL_GROUND_MISSING]");
            var later = new CommissionTerms(EARLIER, EnumSet.of(CAPACITY), true, SpecialGround.H2, EARLIER);
            assertThat(read(Kind.SPECIAL_GROUND, aTrajectoryFor(E2).with(later), CAPACITY))
                    .containsExactly(COMMISSION + " 2026-10-01T09:00:00Z.. H2 [SPECIAL_GROUND_MISSING]");
            assertThat(read(Kind.SPECIAL_GROUND, aTrajectoryFor(E2), GOAL)).isEmpty();
        }
    }

    @Nested
    class Of_the_legal_bases {

        @Test
        void each_says_what_stops_it_as_if_it_stood_alone() {
            var against = new LegalBasis.Balancing(false, Instant.parse("2025-12-19T23:00:00Z"), false);
            var facts = aTrajectoryFor(U)
                    .on(
                            legitimateInterest("D"),
                            legitimateInterest("AGAINST").balancing(against),
                            consent("F").withdrawnAt("2026-10-16T07:00:00Z"),
                            consent("GIVEN").through(LocalDate.of(2026, 12, 31)),
                            aBasis("A", Ground.PUBLIC_TASK).from("2026-11-01"))
                    .withObjection("2026-10-30T09:00:00Z");
            assertThat(read(Kind.LEGAL_BASIS, facts, GOAL))
                    .containsExactly(
                            "D 2025-12-31T23:00:00Z.. REG 7(d), AVG 6(1)(f); commission; balanced in favour 2025-12-20"
                                    + " [OBJECTION_PENDING]",
                            "AGAINST 2025-12-31T23:00:00Z.. REG 7(d), AVG 6(1)(f); commission; balanced against 2025-12-20"
                                    + " [BALANCING_TEST_MISSING, OBJECTION_PENDING]",
                            "F 2025-12-31T23:00:00Z.. REG 7(f), AVG 6(1)(a); client; given 2026-01-01;"
                                    + " withdrawn 2026-10-16T07:00:00Z [CONSENT_WITHDRAWN]",
                            "GIVEN 2025-12-31T23:00:00Z..2026-12-31T23:00:00Z REG 7(f), AVG 6(1)(a); client;"
                                    + " given 2026-01-01 []",
                            "A 2026-10-31T23:00:00Z.. REG 7(a), AVG 6(1)(e); commission"
                                    + " [BASIS_NOT_YET_IN_FORCE, OBJECTION_PENDING]");
        }

        @Test
        void what_other_gates_say_is_not_laid_at_the_door_of_a_basis() {
            assertThat(read(Kind.LEGAL_BASIS, aTrajectoryFor(E1), HEALTH))
                    .containsExactly(
                            "D 2025-12-31T23:00:00Z.. REG 7(d), AVG 6(1)(f); commission; balanced in favour 2025-12-20 []");
        }

        @Test
        void one_for_something_else_is_not_named() {
            var facts = aTrajectoryFor(E2)
                    .on(
                            legitimateInterest("OF-EDU").forCategories(EnumSet.of(EDU)),
                            legitimateInterest("OF-P1").forPurposes(EnumSet.of(Purpose.P1)));
            assertThat(read(Kind.LEGAL_BASIS, facts, GOAL)).isEmpty();
        }
    }

    @Nested
    class Of_the_rights_of_the_client {

        @Test
        void an_objection_says_what_became_of_it_and_until_when_it_stopped_anything() {
            assertThat(read(Kind.OBJECTION, aTrajectoryFor(E2).withObjection("2026-10-01T09:00:00Z"), GOAL))
                    .containsExactly("2026-10-01T09:00:00Z 2026-10-01T09:00:00Z.. UNDECIDED [OBJECTION_PENDING]");
            assertThat(read(Kind.OBJECTION, decided(Outcome.UPHELD), GOAL))
                    .containsExactly("2026-10-01T09:00:00Z 2026-10-01T09:00:00Z.."
                            + " UPHELD 2026-10-09T10:00:00Z [OBJECTION_UPHELD]");
            assertThat(read(Kind.OBJECTION, decided(Outcome.OVERRIDDEN), GOAL))
                    .containsExactly("2026-10-01T09:00:00Z 2026-10-01T09:00:00Z..2026-10-09T10:00:00Z"
                            + " OVERRIDDEN 2026-10-09T10:00:00Z []");
        }

        private FactsBuilder decided(Outcome outcome) {
            return aTrajectoryFor(E2).withObjection("2026-10-01T09:00:00Z", "2026-10-09T10:00:00Z", outcome);
        }

        @Test
        void an_objection_to_another_purpose_is_not_named() {
            var other = new Objection(CLIENT, Set.of(Purpose.P1), EARLIER, null, null);
            assertThat(read(Kind.OBJECTION, aTrajectoryFor(E2).with(other), GOAL))
                    .isEmpty();
        }

        @Test
        void a_restriction_stops_while_it_lasts() {
            var facts = aTrajectoryFor(E2)
                    .withRestriction("2026-10-01T09:00:00Z", null)
                    .withRestriction("2026-09-01T09:00:00Z", "2026-10-01T09:00:00Z")
                    .with(new Restriction(CLIENT, EnumSet.of(GOAL, EDU), new Period(EARLIER, LATER), Set.of()))
                    .with(new Restriction(CLIENT, EnumSet.of(EDU), new Period(EARLIER, null), Set.of()));
            assertThat(read(Kind.RESTRICTION, facts, GOAL))
                    .containsExactly(
                            "2026-10-01T09:00:00Z 2026-10-01T09:00:00Z.. * [PROCESSING_RESTRICTED]",
                            "2026-09-01T09:00:00Z 2026-09-01T09:00:00Z..2026-10-01T09:00:00Z * []",
                            "2026-10-01T09:00:00Z 2026-10-01T09:00:00Z..2026-11-01T09:00:00Z GOAL"
                                    + " [PROCESSING_RESTRICTED]");
        }
    }

    @Nested
    class Of_the_retention {

        @Test
        void it_has_no_end_before_the_trajectory_has() {
            assertThat(read(Kind.RETENTION, aTrajectoryFor(E2), GOAL)).containsExactly("GOAL .. - []");
        }

        @Test
        void it_ends_two_years_after_and_then_stops() {
            assertThat(read(Kind.RETENTION, aTrajectoryFor(E2).endedOn(LocalDate.of(2026, 3, 15)), GOAL))
                    .containsExactly("GOAL ..2028-03-15T23:00:00Z ended 2026-03-15 []");
            assertThat(read(Kind.RETENTION, aTrajectoryFor(E2).endedOn(LocalDate.of(2024, 3, 15)), GOAL))
                    .containsExactly("GOAL ..2026-03-15T23:00:00Z ended 2024-03-15 [RETENTION_EXPIRED]");
        }
    }

    @Nested
    class Of_the_conditions {

        @Test
        void a_concept_was_shown_or_excused_or_neither() {
            assertThat(read(Kind.CONCEPT_PREVIEW, aTrajectoryFor(E2).conceptShownAt(EARLIER), GOAL))
                    .containsExactly(TRAJECTORY + " 2026-10-01T09:00:00Z.. SHOWN []");
            var excused = aTrajectoryFor(E2).conceptShownAt(null).conceptExcusedAt(LATER);
            assertThat(read(Kind.CONCEPT_PREVIEW, excused, GOAL))
                    .containsExactly(TRAJECTORY + " 2026-11-01T09:00:00Z.. REASON_RECORDED [CONDITION_K2]");
            assertThat(read(Kind.CONCEPT_PREVIEW, aTrajectoryFor(E2).conceptShownAt(null), GOAL))
                    .containsExactly(TRAJECTORY + " .. - [CONDITION_K2]");
            assertThat(read(Kind.CONCEPT_PREVIEW, aTrajectoryFor(E2), CAPACITY)).isEmpty();
        }

        @Test
        void a_statement_about_capacity_holds_or_is_what_is_missing() {
            var over = new Period(EARLIER, EARLIER.plusSeconds(60));
            var valid = new Period(EARLIER, null);
            assertThat(read(Kind.CAPACITY_STATEMENT, aTrajectoryFor(E2).capacityStatedOver(over), CAPACITY))
                    .containsExactly(statement(0) + " 2026-10-01T09:00:00Z..2026-10-01T09:01:00Z - [CONDITION_K3]");
            assertThat(read(Kind.CAPACITY_STATEMENT, aTrajectoryFor(E2).capacityStatedOver(over, valid), CAPACITY))
                    .containsExactly(
                            statement(0) + " 2026-10-01T09:00:00Z..2026-10-01T09:01:00Z - []",
                            statement(1) + " 2026-10-01T09:00:00Z.. - []");
        }

        @Test
        void a_secrecy_agreement_is_signed_or_not() {
            assertThat(read(Kind.SECRECY_AGREEMENT, aTrajectoryFor(E2).secrecySignedAt(EARLIER), CAPACITY))
                    .containsExactly(COMMISSION + " 2026-10-01T09:00:00Z.. SIGNED []");
            assertThat(read(Kind.SECRECY_AGREEMENT, aTrajectoryFor(E2).secrecySignedAt(null), CAPACITY))
                    .containsExactly(COMMISSION + " .. - [CONDITION_K4]");
        }

        @Test
        void a_document_is_released_and_clean_or_is_what_is_missing() {
            var clean = new FileDocument(new UUID(0, 1), DocumentType.CV, EARLIER, EARLIER, ScanOutcome.CLEAN);
            var marked = new FileDocument(new UUID(0, 2), DocumentType.CV, EARLIER, EARLIER, ScanOutcome.MARKED);
            var untouched = new FileDocument(new UUID(0, 3), DocumentType.VOG, null, null, null);
            assertThat(read(Kind.DOCUMENT, aTrajectoryFor(E2).with(marked).with(untouched), DOC))
                    .containsExactly(
                            new UUID(0, 2) + " 2026-10-01T09:00:00Z.. CV MARKED [CONDITION_K11]",
                            new UUID(0, 3) + " .. VOG - [CONDITION_K11]");
            assertThat(read(Kind.DOCUMENT, aTrajectoryFor(E2).with(clean).with(untouched), DOC))
                    .containsExactly(
                            new UUID(0, 1) + " 2026-10-01T09:00:00Z.. CV CLEAN []", new UUID(0, 3) + " .. VOG - []");
        }

        @Test
        void a_statutory_request_covers_this_or_is_what_is_missing() {
            var other = new StatutoryRequest(CLIENT, EnumSet.of(GOAL, EDU), "UWV 1", EARLIER);
            var asked = new StatutoryRequest(CLIENT, EnumSet.of(CONTACT), "UWV 2", EARLIER);
            assertThat(read(Kind.STATUTORY_REQUEST, aTrajectoryFor(U).with(other), CONTACT))
                    .containsExactly("UWV 1 2026-10-01T09:00:00Z.. EDU GOAL [CONDITION_K14]");
            assertThat(read(Kind.STATUTORY_REQUEST, aTrajectoryFor(U).with(asked), CONTACT))
                    .containsExactly("UWV 2 2026-10-01T09:00:00Z.. CONTACT []");
        }

        @Test
        void a_product_and_sickness_say_what_they_are() {
            assertThat(read(Kind.PRODUCT, aTrajectoryFor(E1), STRENGTH))
                    .containsExactly(COMMISSION + " .. SPOOR_2 [CONDITION_K17]");
            assertThat(read(Kind.PRODUCT, aTrajectoryFor(E1).product(Product.JOBCOACHING), STRENGTH))
                    .containsExactly(COMMISSION + " .. JOBCOACHING []");
            assertThat(read(Kind.SICKNESS, aTrajectoryFor(G), CAPACITY)).containsExactly(COMMISSION + " .. YES []");
            assertThat(read(Kind.SICKNESS, aTrajectoryFor(G).sicknessRelated(false), CAPACITY))
                    .containsExactly(COMMISSION + " .. NO [CONDITION_K19]");
        }
    }

    private static List<String> read(Kind kind, FactsBuilder facts, DataCategory category) {
        return read(kind, facts, category, NOON);
    }

    private static List<String> read(Kind kind, FactsBuilder facts, DataCategory category, Instant at) {
        return Evidence.of(Shipped.RULE, category, facts.build(), ReportKind.PROGRESS, at).stream()
                .filter(one -> one.kind() == kind)
                .map(one -> "%s %s..%s %s %s"
                        .formatted(
                                one.reference(),
                                one.from() == null ? "" : one.from(),
                                one.until() == null ? "" : one.until(),
                                one.value(),
                                one.reasons()))
                .toList();
    }
}
