package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.Reviewer;
import nl.werkvlak.platform.trajectory.TextReview;
import nl.werkvlak.platform.trajectory.TextReview.Decision;
import nl.werkvlak.platform.trajectory.TextReviews;
import nl.werkvlak.platform.vault.DoesNotOpen;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reports of two tenants with the same ids and names, of which a single piece may not be shown any more. */
@NullUnmarked
class StandingTest extends AtTwoTenants {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final UUID SECOND = TwoTenants.trajectory(2);

    @Nested
    class Of_two_statements_of_a_doctor {

        @BeforeEach
        void of_which_one_ends() throws SQLException {
            for (var tenant : List.of(A, B)) {
                tenants.tell(
                        tenant,
                        "update commission set data_scope = concat(data_scope, ',CAPACITY'), special_ground = 'H1'"
                                + " where tenant_id = :tenant");
                tenants.tell(
                        tenant,
                        "update legal_basis set categories = concat(categories, ',CAPACITY') where tenant_id = :tenant");
                statement(tenant, "Tillen", null);
                statement(tenant, "Staan", tenant.equals(A) ? "2026-11-10" : "2026-11-12");
            }
            node.run();
        }

        @Test
        void the_one_that_ends_is_not_carried_by_the_other() {
            var old = node.reportOf(A, FIRST);
            assertThat(node.pull(A, old.id())).contains("Tillen Appelboom", "Staan Appelboom");

            clock.set("2026-11-10T22:59:59.999999Z");
            assertThat(node.reportOf(A, FIRST).version()).isOne();
            clock.set("2026-11-10T23:00:00Z");
            node.assertUnknown(A, old.id());
            node.correct();

            assertThat(node.pull(A, node.reportOf(A, FIRST).id()))
                    .contains("Tillen Appelboom")
                    .doesNotContain("Staan");
            assertThat(node.pull(B, node.reportOf(B, FIRST).id())).contains("Tillen Berkenlaan", "Staan Berkenlaan");
            assertThat(tenants.texts("select distinct cause t from report_standing where cause is not null"))
                    .containsExactly("NARROWED");
        }

        /** As a disk would that lost a byte. */
        @Test
        void one_that_does_not_open_withdraws_its_report_until_it_is_put_right_and_keeps_no_other_waiting()
                throws SQLException {
            var old = node.reportOf(A, FIRST);
            tenants.tell(
                    A,
                    "update capacity_statement set rubric = left(rubric, length(rubric) - 1) where tenant_id = :tenant");
            tenants.tell(A, "update trajectory set education = 'Mbo' where tenant_id = :tenant and id = ?", SECOND);

            node.corrector.follow();

            node.assertUnknown(A, old.id());
            assertThat(node.reportOf(A, SECOND).version()).as("rectified").isEqualTo(2);
            assertThat(node.list(B))
                    .allSatisfy(report -> assertThat(report.version()).isOne());
            assertThat(tenants.texts("select cause t from report_standing where cause is not null order by cause"))
                    .containsExactly("RECTIFIED", "UNREADABLE");
            assertThat(tenants.texts("select 1 t from fact_version where is_news"))
                    .isEmpty();

            tenants.tell(A, "delete from capacity_statement where tenant_id = :tenant");
            statement(A, "Lopen", null);
            node.correct();
            assertThat(node.pull(A, node.reportOf(A, FIRST).id())).contains("Lopen Appelboom");
        }

        @Test
        void none_of_which_a_server_with_another_master_key_can_open_withdraws_anything() throws SQLException {
            tenants.tell(A, "update trajectory set education = 'Mbo' where tenant_id = :tenant and id = ?", SECOND);
            var other = new Vault("another key, of thirty-two bytes".getBytes(StandardCharsets.UTF_8), clock);

            assertThatExceptionOfType(DoesNotOpen.class)
                    .isThrownBy(() -> new Corrector(database, other, new Renderer(), clock).follow());

            assertThat(tenants.texts("select cause t from report_standing where withdrawn_at is not null"))
                    .isEmpty();
            assertThat(tenants.texts("select 1 t from fact_version where is_news"))
                    .isNotEmpty();
        }

        private void statement(TenantId tenant, String rubric, @Nullable String lastDay) throws SQLException {
            var client = TwoTenants.client(1);
            try (var connection = database.getConnection()) {
                var key = Objects.requireNonNull(TwoTenants.VAULT
                        .keysFor(connection, tenant, Set.of(client))
                        .get(client));
                Sql.ofTenant(connection, tenant)
                        .update(
                                "insert into capacity_statement (tenant_id, id, trajectory_id, rubric, limitation,"
                                        + " source_role, source_date, valid_through, source_document)"
                                        + " values (:tenant, uuid(), ?, ?, ?, 'BEDRIJFSARTS', '2026-10-01', ?, ?)",
                                FIRST,
                                key.seal(rubric + " " + TwoTenants.word(tenant), "capacity_statement.rubric"),
                                key.seal("Niet meer dan een uur", "capacity_statement.limitation"),
                                lastDay,
                                key.seal("FML", "capacity_statement.source_document"));
            }
        }
    }

    @Nested
    class The_name_of_a_new_employer {

        @Test
        void leaves_the_report_when_it_shows_that_the_client_was_never_informed() throws SQLException {
            for (var tenant : List.of(A, B)) {
                tenants.tell(
                        tenant,
                        "insert into placement (tenant_id, id, trajectory_id, started_on, contract, hours_per_week,"
                                + " employer, client_informed) values (:tenant, uuid(), ?, '2026-10-05',"
                                + " 'BEPAALDE_TIJD', 24, ?, true)",
                        FIRST,
                        "Bakkerij " + TwoTenants.word(tenant));
            }
            node.run();
            var old = node.reportOf(A, FIRST);
            assertThat(node.pull(A, old.id())).contains("Bakkerij Appelboom");

            tenants.tell(A, "update placement set client_informed = false where tenant_id = :tenant");

            node.assertUnknown(A, old.id());
            node.correct();
            assertThat(node.pull(A, node.reportOf(A, FIRST).id()))
                    .contains("24")
                    .doesNotContain("Bakkerij");
            assertThat(node.pull(B, node.reportOf(B, FIRST).id())).contains("Bakkerij Berkenlaan");
            assertThat(node.reportOf(A, TwoTenants.trajectory(2)).version()).isOne();
        }
    }

    @Nested
    class Of_two_documents {

        @Test
        void the_one_in_which_something_was_found_after_all_leaves_the_report() throws SQLException {
            for (var tenant : List.of(A, B)) {
                tenants.tell(
                        tenant,
                        "update commission set data_scope = concat(data_scope, ',DOC') where tenant_id = :tenant");
                tenants.tell(
                        tenant,
                        "update legal_basis set categories = concat(categories, ',DOC') where tenant_id = :tenant");
                document(tenant, "TRAJECTPLAN");
                document(tenant, "DIPLOMA");
            }
            node.run();
            var old = node.reportOf(A, FIRST);
            assertThat(node.pull(A, old.id())).contains("Trajectplan", "Diploma");

            tenants.tell(
                    A,
                    "update document set scan_outcome = 'MARKED' where tenant_id = :tenant and type = 'TRAJECTPLAN'");

            node.assertUnknown(A, old.id());
            node.correct();
            assertThat(node.pull(A, node.reportOf(A, FIRST).id()))
                    .contains("Diploma")
                    .doesNotContain("Trajectplan");
            assertThat(node.pull(B, node.reportOf(B, FIRST).id())).contains("Trajectplan", "Diploma");
        }

        private void document(TenantId tenant, String type) throws SQLException {
            tenants.tell(
                    tenant,
                    "insert into document (tenant_id, id, trajectory_id, type, released_at, released_by, scanned_at,"
                            + " scan_outcome, changed_by, change_reason) select tenant_id, uuid(), id, ?,"
                            + " '2026-10-20 09:00:00', coach_id, '2026-10-20 09:00:00', 'CLEAN', 'test', 'a test'"
                            + " from trajectory where tenant_id = :tenant and id = ?",
                    type,
                    FIRST);
        }
    }

    @Nested
    class A_marked_text_that_stayed_inside {

        private static final String MARKED = "Opbouwen na Appelboomdepressie";

        private final Reviewer officer = new Reviewer("fg", null);

        @BeforeEach
        void in_both_tenants() throws SQLException {
            for (var tenant : List.of(A, B)) {
                tenants.tell(
                        tenant,
                        "update trajectory set main_goal = ? where tenant_id = :tenant and id = ?",
                        MARKED,
                        FIRST);
            }
            node.run();
            assertThat(goal(A)).doesNotContain("Opbouwen");
        }

        @Test
        void is_in_a_corrected_version_as_soon_as_a_second_person_released_it() {
            review(Decision.RELEASED, null);
            node.corrector.follow();

            assertThat(node.reportOf(A, FIRST).version()).isEqualTo(2);
            assertThat(goal(A)).contains(MARKED);
            assertThat(node.reportOf(B, FIRST).version()).isOne();
            assertThat(goal(B)).doesNotContain("Opbouwen");
            node.corrector.follow();
            assertThat(node.reportOf(A, FIRST).version()).as("once is enough").isEqualTo(2);
        }

        @Test
        void is_there_as_it_was_rewritten_also_when_that_is_marked_again() {
            review(Decision.REWRITTEN, "Opbouwen na een burn-out");
            node.corrector.follow();
            assertThat(node.reportOf(A, FIRST).version()).isEqualTo(2);
            assertThat(goal(A)).doesNotContain("Opbouwen");

            review(Decision.REWRITTEN, "Opbouwen tot vier dagdelen");
            node.corrector.follow();
            assertThat(node.reportOf(A, FIRST).version()).isEqualTo(3);
            assertThat(goal(A)).contains("Opbouwen tot vier dagdelen");
        }

        private void review(Decision decision, @Nullable String text) {
            var reviews = new TextReviews(database, TwoTenants.VAULT);
            var waiting = reviews.waiting(A, officer, null, 10).texts().get(0);
            reviews.review(
                    A,
                    officer,
                    new TextReview(waiting.field(), waiting.row(), waiting.seen(), decision, text),
                    new Change("fg", clock.instant(), "nagekeken"));
        }

        private String goal(TenantId tenant) {
            return node.pull(tenant, node.reportOf(tenant, FIRST).id()).replaceAll("\\s+", " ");
        }
    }

    @Nested
    class A_client_whose_key_was_erased {

        @Test
        void has_no_report_any_more_and_nobody_keeps_trying_to_make_one() throws SQLException {
            node.run();
            var old = node.reportOf(A, FIRST);
            try (var connection = database.getConnection()) {
                TwoTenants.VAULT.erase(connection, A, TwoTenants.client(1));
            }

            node.assertUnknown(A, old.id());
            assertThat(node.correct()).isOne();
            node.corrector.follow();

            assertThat(node.list(A, ReportKind.PROGRESS)).hasSize(2);
            assertThat(tenants.texts("select cause t from report_standing where withdrawn_at is not null"))
                    .containsExactly("KEY_ERASED");
            assertThat(tenants.texts(
                            "select 1 t from report_standing where withdrawn_at is not null and valid_through is not null"
                                    + " union select 1 from fact_version where is_news"))
                    .as("nothing is left to look at")
                    .isEmpty();
            assertThat(node.list(B)).hasSize(4);
            tenants.tell(A, "update report_standing set withdrawn_at = null, cause = null where tenant_id = :tenant");
            var again = node.run();
            assertThat(again.failed()).isZero();
        }
    }

    @Nested
    class A_report_that_was_issued_before_its_standing_was_kept {

        @Test
        void is_made_anew_of_what_is_permitted_now() throws Exception {
            node.run();
            var old = node.reportOf(A, FIRST);
            // As it was then.
            tenants.tellPlatform("drop trigger report_person_never_goes");
            tenants.tellPlatform("delete from report_person");
            tenants.tellPlatform("delete from report_standing");
            tenants.tellPlatform(migration());
            tenants.tell(
                    A,
                    "insert into restriction (tenant_id, id, client_id, categories, imposed_at, ground, changed_by,"
                            + " change_reason) values (:tenant, uuid(), ?, 'EDU', '2026-11-04 10:00:00',"
                            + " 'ONRECHTMATIG', 'test', 'a test')",
                    TwoTenants.client(1));

            node.assertUnknown(A, old.id());
            node.corrector.follow();

            for (var tenant : List.of(A, B)) {
                assertThat(node.list(tenant))
                        .hasSize(4)
                        .allSatisfy(report -> assertThat(report.version()).isEqualTo(2));
            }
            assertThat(node.pull(A, node.reportOf(A, FIRST).id()))
                    .doesNotContain("Opleiding")
                    .contains("Hoofddoel Appelboom");
            assertThat(node.pull(B, node.reportOf(B, FIRST).id())).contains("Opleiding Berkenlaan");
        }

        /** As it stands in the history of the schema. */
        private String migration() throws IOException {
            try (var in = Objects.requireNonNull(
                    getClass().getResourceAsStream("/db/reporting/0004-standing-and-corrections.sql"))) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var from = text.indexOf("insert into report_standing");
                return text.substring(from, text.indexOf(';', from));
            }
        }
    }
}
