package nl.werkvlak.platform.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.freetext.Mark;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.trajectory.TextReview.Decision;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which texts wait for a review, for how long, and for whom. */
@NullUnmarked
class WaitingTextsTest extends ReviewOffice {

    @Nested
    class A_marked_text {

        @Test
        void waits_with_its_marks_for_a_second_person() {
            assertThat(waiting(A, SECOND)).singleElement().satisfies(text -> {
                assertThat(text.field()).isEqualTo(RecordedText.GOAL);
                assertThat(text.row()).isEqualTo(ROW);
                assertThat(text.text()).isEqualTo(MARKED);
                assertThat(text.marks()).extracting(Mark::kind).containsExactly(Mark.Kind.ILLNESS);
                assertThat(text.mayRelease()).isTrue();
                assertThat(text).hasToString("GOAL " + ROW);
            });
        }

        @Test
        void is_shown_to_its_own_coach_who_may_only_rewrite_it() {
            assertThat(waiting(A, OWN)).singleElement().returns(false, WaitingText::mayRelease);
            assertRefused("not-a-second-person", () -> review(A, OWN, Decision.RELEASED, null));
            review(A, OWN, Decision.REWRITTEN, "Minder uren in november");
            assertThat(waiting(A, SECOND)).isEmpty();
        }

        @Test
        void waits_no_longer_once_a_second_person_released_it() {
            assertThat(review(A, SECOND, Decision.RELEASED, null)).isEmpty();
            assertThat(waiting(A, OFFICER)).isEmpty();
            assertThat(isOpen(A, TRAJECTORY, DataCategory.GOAL, MARKED)).isFalse();
        }

        @Test
        void waits_in_the_other_tenant_all_the_same() {
            review(A, OFFICER, Decision.RELEASED, null);
            assertThat(waiting(B, OFFICER)).hasSize(1);
            assertThat(isOpen(B, TRAJECTORY, DataCategory.GOAL, MARKED)).isTrue();
        }

        @Test
        void is_released_for_its_own_trajectory_and_category_only() {
            review(A, OFFICER, Decision.RELEASED, null);
            assertThat(isOpen(A, OTHER_TRAJECTORY, DataCategory.GOAL, MARKED)).isTrue();
            assertThat(isOpen(A, TRAJECTORY, DataCategory.EDU, MARKED)).isTrue();
        }

        @Test
        void waits_again_when_it_is_edited_and_not_when_it_is_put_back() {
            review(A, OFFICER, Decision.RELEASED, null);
            edit(A, MARKED + ", zegt hij");
            assertThat(waiting(A, OFFICER)).hasSize(1);
            edit(A, MARKED);
            assertThat(waiting(A, OFFICER)).isEmpty();
        }

        @Test
        void waits_again_when_a_list_learns_another_of_its_words() {
            var lists = TextGuard.shipped();
            var before = new TextReviews(DATABASE, VAULT);
            var text = before.waiting(A, OFFICER, null, 10).texts().get(0);
            before.review(A, OFFICER, request(text, Decision.RELEASED, null), change("akkoord"));
            var marks = lists.marks(MARKED);
            var more = new ArrayList<>(marks);
            more.add(new Mark(MARKED.indexOf("minder"), MARKED.indexOf("minder") + 6, Mark.Kind.ILLNESS, "minder"));
            assertThat(open(A, TRAJECTORY, DataCategory.GOAL, MARKED, more))
                    .singleElement()
                    .returns("minder", Mark::entry);
        }
    }

    @Nested
    class A_sealed_text {

        private final UUID statement = UUID.nameUUIDFromBytes(new byte[] {8});

        @BeforeEach
        void a_doctor_is_said_to_have_written_a_diagnosis() {
            Transactions.in(DATABASE, connection -> {
                var key = VAULT.keysFor(connection, A, Set.of(CLIENT)).get(CLIENT);
                return Sql.ofTenant(connection, A)
                        .update(
                                "insert into capacity_statement (tenant_id, id, trajectory_id, rubric, limitation,"
                                        + " source_role, source_date, source_document)"
                                        + " values (:tenant, ?, ?, ?, ?, 'BEDRIJFSARTS', '2026-10-01', ?)",
                                statement,
                                TRAJECTORY,
                                key.seal("VI Werktijden", "capacity_statement.rubric"),
                                key.seal("max. 4 uur vanwege depressie", "capacity_statement.limitation"),
                                key.seal("FML-1", "capacity_statement.source_document"));
            });
        }

        @Test
        void is_opened_for_the_reviewer_and_sealed_again_when_it_is_rewritten() {
            var text = waiting(A, OFFICER).get(1);
            assertThat(text.text()).isEqualTo("max. 4 uur vanwege depressie");
            reviews.review(A, OFFICER, request(text, Decision.REWRITTEN, "max. 4 uur per dag"), change("M2"));
            String sealed = Transactions.in(DATABASE, connection -> {
                var key = VAULT.keysFor(connection, A, Set.of(CLIENT)).get(CLIENT);
                return key.openText(
                        Sql.ofTenant(connection, A)
                                .query(
                                        "select limitation from capacity_statement where tenant_id = :tenant",
                                        row -> row.bytes("limitation"))
                                .get(0),
                        "capacity_statement.limitation");
            });
            assertThat(sealed).isEqualTo("max. 4 uur per dag");
        }

        @Test
        void says_nothing_once_its_key_is_erased() {
            Transactions.in(DATABASE, connection -> {
                VAULT.erase(connection, A, CLIENT);
                return connection;
            });
            assertThat(waiting(A, OFFICER)).extracting(WaitingText::field).containsExactly(RecordedText.GOAL);
        }
    }

    @Test
    void the_list_is_leafed_through_once() {
        Transactions.in(DATABASE, connection -> {
            var sql = Sql.ofTenant(connection, A);
            for (var position = 3; position < 12; position++) {
                goal(sql, UUID.randomUUID(), OTHER_TRAJECTORY, position, "Reuma nummer " + position);
            }
            sql.update(
                    "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance, subject)"
                            + " values (:tenant, uuid(), ?, '2026-10-01 10:00:00', 'VIDEO', 30, 'AFGEMELD', 'bij de psycholoog')",
                    OTHER_TRAJECTORY);
            return sql;
        });
        var seen = new HashSet<UUID>();
        TextReviews.Place next = null;
        do {
            var page = reviews.waiting(A, OFFICER, next, 3);
            page.texts().forEach(text -> assertThat(seen.add(text.row())).isTrue());
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(11);
    }
}
