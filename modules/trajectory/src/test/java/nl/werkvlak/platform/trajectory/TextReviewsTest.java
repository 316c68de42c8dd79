package nl.werkvlak.platform.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.freetext.Mark;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.trajectory.TextReview.Decision;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A review: about the text that was read, by whom it may be, and kept for good. */
@NullUnmarked
class TextReviewsTest extends ReviewOffice {

    @Nested
    class A_review {

        @Test
        void is_about_the_text_that_was_read() {
            var read = waiting(A, OFFICER).get(0);
            edit(A, "Vanwege kanker minder uren");
            assertRefused(
                    "text-changed",
                    () -> reviews.review(A, OFFICER, request(read, Decision.RELEASED, null), change("akkoord")));
        }

        @Test
        void is_about_a_text_that_waits() {
            var read = waiting(A, OFFICER).get(0);
            reviews.review(A, OFFICER, request(read, Decision.RELEASED, null), change("akkoord"));
            assertRefused(
                    "text-not-waiting",
                    () -> reviews.review(A, OFFICER, request(read, Decision.RELEASED, null), change("nog eens")));
        }

        @Test
        void is_about_a_text_of_the_tenant() {
            var read = waiting(A, OFFICER).get(0);
            Transactions.in(
                    DATABASE,
                    connection -> Sql.ofTenant(connection, B)
                            .update("delete from goal where tenant_id = :tenant and id = ?", ROW));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> reviews.review(B, OFFICER, request(read, Decision.RELEASED, null), change("akkoord")))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }

        @Test
        void of_an_unknown_tenant_or_by_a_coach_who_works_elsewhere_is_about_nothing() {
            var nowhere = new TenantId(UUID.randomUUID());
            var stranger = new Reviewer("coach-3", UUID.randomUUID());
            for (Runnable asked : List.<Runnable>of(
                    () -> reviews.waiting(nowhere, OFFICER, null, 10), () -> reviews.waiting(A, stranger, null, 10))) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(asked::run)
                        .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            }
        }

        @Test
        void keeps_its_reason_sealed_and_counts_as_a_change_of_facts() {
            var before = factVersion();
            review(A, SECOND, Decision.RELEASED, null);
            assertThat(factVersion()).isEqualTo(before + 1);
            byte[] sealed = Transactions.in(
                    DATABASE,
                    connection -> Sql.ofTenant(connection, A)
                            .query(
                                    "select reason from text_review where tenant_id = :tenant",
                                    row -> row.bytes("reason"))
                            .get(0));
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("akkoord");
            String reason = Transactions.in(
                    DATABASE,
                    connection -> VAULT.keysFor(connection, A, Set.of(CLIENT))
                            .get(CLIENT)
                            .openText(sealed, "text_review.reason"));
            assertThat(reason).isEqualTo("akkoord");
        }

        @Test
        void can_be_neither_changed_nor_removed() throws SQLException {
            review(A, SECOND, Decision.RELEASED, null);
            for (var statement : List.of(
                    "update text_review set spans = '0-99' where tenant_id = :tenant",
                    "delete from text_review where tenant_id = :tenant")) {
                // The driver gives up a connection on which the trigger spoke, so it is one of its own.
                try (var connection = DATABASE.getConnection()) {
                    assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(() -> Sql.ofTenant(connection, A).update(statement))
                            .withMessageContaining("append-only");
                }
            }
        }
    }

    @Nested
    class A_rewritten_text {

        @Test
        void takes_the_place_of_the_old_one_which_is_kept_nowhere() {
            review(A, SECOND, Decision.REWRITTEN, "Minder uren in november");
            assertThat(ask(A, "select description answer from goal where tenant_id = :tenant and id = ?", ROW))
                    .containsExactly("Minder uren in november");
            assertThat(ask(B, "select description answer from goal where tenant_id = :tenant and id = ?", ROW))
                    .containsExactly(MARKED);
            assertThat(ask(
                            A,
                            "select concat(decision, field, spans, reviewed_by) answer from text_review"
                                    + " where tenant_id = :tenant"))
                    .containsExactly("REWRITTENGOAL8-16coach-2");
        }

        @Test
        void waits_in_its_turn_when_it_has_marks_and_its_author_cannot_release_it() {
            assertThat(review(A, OFFICER, Decision.REWRITTEN, "Vanwege stress minder uren"))
                    .extracting(Mark::kind)
                    .containsExactly(Mark.Kind.ILLNESS);
            assertThat(waiting(A, OFFICER)).singleElement().returns(false, WaitingText::mayRelease);
            assertRefused("not-a-second-person", () -> review(A, OFFICER, Decision.RELEASED, null));
            review(A, SECOND, Decision.RELEASED, null);
            assertThat(waiting(A, OFFICER)).isEmpty();
        }

        @Test
        void has_to_be_another_text_that_fits() {
            assertRefused("text-not-changed", () -> review(A, OFFICER, Decision.REWRITTEN, MARKED));
            assertRefused("bad-input", () -> review(A, OFFICER, Decision.REWRITTEN, null));
            assertRefused("bad-input", () -> review(A, OFFICER, Decision.REWRITTEN, " "));
            assertRefused("bad-input", () -> review(A, OFFICER, Decision.REWRITTEN, "x".repeat(501)));
            assertThat(waiting(A, OFFICER)).hasSize(1);
        }
    }
}
