package nl.werkvlak.platform.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.freetext.Mark;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.trajectory.TextReview.Decision;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tenants with the same ids, numbers and texts: what is decided about one changes nothing for the other. */
@NullUnmarked
class TextReviewsTest {

    private static final TenantId A = TenantId.ofCode("AAA");
    private static final TenantId B = TenantId.ofCode("BBB");
    private static final UUID OWN_COACH = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID OTHER_COACH = UUID.nameUUIDFromBytes(new byte[] {2});
    private static final UUID TRAJECTORY = UUID.nameUUIDFromBytes(new byte[] {3});
    private static final UUID OTHER_TRAJECTORY = UUID.nameUUIDFromBytes(new byte[] {4});
    private static final UUID CLIENT = UUID.nameUUIDFromBytes(new byte[] {5});
    private static final UUID COMMISSION = UUID.nameUUIDFromBytes(new byte[] {6});
    private static final UUID ROW = UUID.nameUUIDFromBytes(new byte[] {7});

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneOffset.UTC);
    private static final Vault VAULT = new Vault(new byte[32], CLOCK);
    private static final DataSource DATABASE = TestDatabase.fresh();

    private static final String MARKED = "Vanwege burn-out minder uren";
    private static final Reviewer OFFICER = new Reviewer("fg", null);
    private static final Reviewer SECOND = new Reviewer("coach-2", OTHER_COACH);
    private static final Reviewer OWN = new Reviewer("coach-1", OWN_COACH);

    private final TextReviews reviews = new TextReviews(DATABASE, VAULT);

    @BeforeEach
    void the_same_in_two_tenants() {
        Transactions.in(DATABASE, connection -> {
            var platform = Sql.ofPlatform(connection);
            platform.update("set foreign_key_checks = 0");
            // A truncated table fires no trigger: reviews cannot be deleted otherwise.
            for (var table : List.of(
                    "text_review",
                    "goal",
                    "contact_moment",
                    "capacity_statement",
                    "trajectory",
                    "client",
                    "data_key",
                    "commission",
                    "tenant",
                    "coach")) {
                platform.update("truncate table " + table);
            }
            platform.update("set foreign_key_checks = 1");
            for (var coach : List.of(OWN_COACH, OTHER_COACH)) {
                platform.update(
                        "insert into coach (id, code, name, email) values (?, 'c', 'Coach', ?)", coach, coach + "@c");
            }
            for (var tenant : List.of(A, B)) {
                fill(connection, tenant);
            }
            return platform;
        });
    }

    private static void fill(Connection connection, TenantId tenant) throws SQLException {
        Sql.ofPlatform(connection)
                .update(
                        "insert into tenant (id, code, name, kind) values (?, left(?, 20), 'Zelfde B.V.', 'EMPLOYER')",
                        tenant,
                        tenant.toString());
        VAULT.keysFor(connection, tenant, Set.of(CLIENT));
        var sql = Sql.ofTenant(connection, tenant);
        sql.update(
                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                        + " sickness_related) values (:tenant, ?, 'C', 'E2', 'SPOOR_2', '2025-01-01', 'GOAL', true)",
                COMMISSION);
        sql.update(
                "insert into client (tenant_id, id, number, last_name, first_name, birth_date)"
                        + " values (:tenant, ?, 'K', 'Jansen', 'Jo', '1980-01-01')",
                CLIENT);
        trajectory(sql, TRAJECTORY, OWN_COACH);
        trajectory(sql, OTHER_TRAJECTORY, OTHER_COACH);
        goal(sql, ROW, TRAJECTORY, 1, MARKED);
        goal(sql, UUID.randomUUID(), TRAJECTORY, 2, "Drie sollicitaties per week");
    }

    private static void trajectory(Sql sql, UUID id, UUID coach) throws SQLException {
        sql.update(
                "insert into trajectory (tenant_id, id, number, commission_id, client_id, coach_id, product, started_on)"
                        + " values (:tenant, ?, ?, ?, ?, ?, 'SPOOR_2', '2026-01-05')",
                id,
                id.toString(),
                COMMISSION,
                CLIENT,
                coach);
    }

    private static void goal(Sql sql, UUID id, UUID trajectory, int position, String text) throws SQLException {
        sql.update(
                "insert into goal (tenant_id, id, trajectory_id, position, description, status)"
                        + " values (:tenant, ?, ?, ?, ?, 'OPEN')",
                id,
                trajectory,
                position,
                text);
    }

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

    private List<WaitingText> waiting(TenantId tenant, Reviewer reviewer) {
        return reviews.waiting(tenant, reviewer, null, 100).texts();
    }

    private List<Mark> review(TenantId tenant, Reviewer reviewer, Decision decision, @Nullable String text) {
        return reviews.review(
                tenant,
                reviewer,
                request(waiting(tenant, reviewer).get(0), decision, text),
                new Change(reviewer.id(), CLOCK.instant(), "akkoord"));
    }

    private static TextReview request(WaitingText read, Decision decision, @Nullable String text) {
        return new TextReview(read.field(), read.row(), read.seen(), decision, text);
    }

    private static Change change(String reason) {
        return new Change("fg", CLOCK.instant(), reason);
    }

    private static boolean isOpen(TenantId tenant, UUID trajectory, DataCategory category, String text) {
        return !open(tenant, trajectory, category, text, TextGuard.shipped().marks(text))
                .isEmpty();
    }

    private static List<Mark> open(
            TenantId tenant, UUID trajectory, DataCategory category, String text, List<Mark> marks) {
        return Transactions.in(
                DATABASE,
                connection -> TextClearances.of(
                                Sql.ofTenant(connection, tenant), VAULT, List.of(TRAJECTORY, OTHER_TRAJECTORY))
                        .open(trajectory, category, text, marks));
    }

    private static void edit(TenantId tenant, String text) {
        Transactions.in(
                DATABASE,
                connection -> Sql.ofTenant(connection, tenant)
                        .update("update goal set description = ? where tenant_id = :tenant and id = ?", text, ROW));
    }

    private static List<String> ask(TenantId tenant, String sql, Object... arguments) {
        return Transactions.in(
                DATABASE,
                connection -> Sql.ofTenant(connection, tenant).query(sql, row -> row.text("answer"), arguments));
    }

    private static long factVersion() {
        return Transactions.in(
                DATABASE,
                connection -> Sql.ofTenant(connection, A)
                        .query(
                                "select version from fact_version where tenant_id = :tenant and id = ?",
                                row -> row.count("version"),
                                CLIENT)
                        .get(0));
    }

    private static void assertRefused(String code, Runnable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked::run).returns(code, Refusal::code);
    }
}
