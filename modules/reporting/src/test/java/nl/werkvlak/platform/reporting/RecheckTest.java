package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tenants with a report of October of each trajectory: ids, numbers and names are the same, the values differ. */
@NullUnmarked
class RecheckTest {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final UUID FIRST = TwoTenants.trajectory(1);

    private final MovableClock clock = new MovableClock(TwoTenants.CLOCK);
    private final List<String> statements = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private DataSource database;
    private TwoTenants tenants;
    private Node node;

    @BeforeEach
    void a_month_of_reports() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        node = node(ListeningDatabase.over(database, statements::add), clock);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
    }

    private Node node(DataSource ofNode, Clock ofIts) {
        var started = new Node(ofNode, ofIts);
        nodes.add(started);
        return started;
    }

    @Nested
    class A_report_whose_facts_did_not_change {

        @Test
        void takes_one_look_and_no_rule_is_asked() {
            node.run();
            var report = node.reportOf(A, FIRST);
            statements.clear();

            node.get(A, report.id());
            oneLook();

            statements.clear();
            assertThat(node.list(A)).hasSize(4);
            oneLook();

            statements.clear();
            assertThat(node.pull(A, report.id())).contains("Hoofddoel " + TwoTenants.word(A));
            assertThat(statements)
                    .noneMatch(statement -> statement.contains("legal_basis"))
                    .filteredOn(statement -> statement.contains("fact_version"))
                    .hasSize(1);
        }

        private void oneLook() {
            assertThat(statements)
                    .noneMatch(statement -> statement.contains("legal_basis"))
                    .filteredOn(statement -> statement.contains("fact_version"))
                    .hasSize(1)
                    .allSatisfy(look -> assertThat(look).contains("report_standing", "reference_version"));
        }

        @Test
        void is_given_out_until_time_alone_takes_its_basis_away() throws SQLException {
            tenants.tell(A, "update legal_basis set last_day = '2026-12-31' where tenant_id = :tenant");
            node.run();
            var report = node.reportOf(A, FIRST);

            clock.set("2026-12-31T22:59:59.999999Z");
            assertThat(node.get(A, report.id()).version()).isOne();
            clock.set("2026-12-31T23:00:00Z");
            node.assertUnknown(A, report.id());
            assertThat(node.list(A)).isEmpty();
            assertThat(node.list(B)).hasSize(4);
        }
    }

    @Nested
    class An_objection_that_was_upheld {

        private Report old;

        @BeforeEach
        void against_what_only_legitimate_interest_carries() throws SQLException {
            basisForAllButEducation(A);
            basisForAllButEducation(B);
            node.run();
            old = node.reportOf(A, FIRST);
            assertThat(node.pull(A, old.id())).contains("Opleiding " + TwoTenants.word(A));
            object(A, 1);
        }

        @Test
        void makes_the_old_report_unknown_and_a_corrected_one_of_what_is_still_permitted() throws SQLException {
            var other = node(database, clock);
            node.assertUnknown(A, old.id());
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> other.pull(A, old.id()));
            assertThat(node.list(A, ReportKind.PROGRESS)).hasSize(2);

            node.correct();

            var corrected = node.reportOf(A, FIRST);
            assertThat(corrected.id()).isNotEqualTo(old.id());
            assertThat(corrected.number()).isEqualTo(old.number());
            assertThat(corrected.version()).isEqualTo(2);
            assertThat(node.pull(A, corrected.id()))
                    .doesNotContain("Opleiding")
                    .contains("Hoofddoel " + TwoTenants.word(A), "Jo Jansen", old.number());
            assertThat(corrected.categories()).doesNotContain(DataCategory.EDU);
            assertThat(old.categories())
                    .containsAll(corrected.categories())
                    .hasSize(corrected.categories().size() + 1);
            node.assertUnknown(A, old.id());
            assertThat(tenants.texts("select replaces t from report where version = 2 and kind = 'PROGRESS'"))
                    .containsExactly(old.id().toString());
            assertThat(tenants.texts("select distinct cause t from report_standing where cause is not null"))
                    .containsExactly("OBJECTION_UPHELD");
            assertThat(tenants.texts("select event t from disclosure where report_id = '%s'".formatted(corrected.id())))
                    .contains("ISSUED");
            assertThat(node.pull(B, node.reportOf(B, FIRST).id())).contains("Opleiding " + TwoTenants.word(B));
        }

        @Test
        void is_followed_before_anybody_asks() throws SQLException {
            node.corrector.follow();

            assertThat(node.reportOf(A, FIRST).version()).isEqualTo(2);
            assertThat(node.list(A)).hasSize(4);
            assertThat(tenants.texts("select 1 t from fact_version where is_news"))
                    .isEmpty();
        }

        @Test
        void leads_to_one_corrected_version_however_many_ask_and_however_often_it_is_made() throws Exception {
            var other = node(database, clock);
            var all = Executors.newFixedThreadPool(4);
            var attempts = Stream.of(node, other, node, other)
                    .map(each -> all.submit(() -> {
                        each.assertUnknown(A, old.id());
                        return each.correct();
                    }))
                    .toList();
            for (var attempt : attempts) {
                attempt.get();
            }
            all.shutdown();
            // A node died after its work and before it could say so: the work is done again.
            node.correct();
            node.corrector.follow();

            assertThat(tenants.texts("select version t from report where subject_id = '%s' and tenant_id = '%s'"
                            .formatted(FIRST, A)))
                    .containsExactlyInAnyOrder("1", "2");
            assertThat(node.list(A)).hasSize(4);
        }

        @Test
        void does_not_bring_the_old_one_back_when_it_is_overridden_after_all() throws SQLException {
            node.corrector.follow();
            tenants.tell(A, "update objection set outcome = 'OVERRIDDEN' where tenant_id = :tenant");
            node.corrector.follow();

            node.assertUnknown(A, old.id());
            assertThat(node.reportOf(A, FIRST).version())
                    .as("what stands may stay")
                    .isEqualTo(2);
        }
    }

    @Nested
    class A_report_of_which_nothing_is_permitted {

        @Test
        void has_no_new_version_until_the_rule_permits_it_again() throws SQLException {
            node.run();
            var old = node.reportOf(A, FIRST);
            tenants.restrict(A, 1);
            node.assertUnknown(A, old.id());
            node.correct();
            node.corrector.follow();
            assertThat(node.list(A, ReportKind.PROGRESS)).hasSize(2);

            tenants.tell(A, "update restriction set lifted_at = '2026-11-20 12:00:00' where tenant_id = :tenant");
            node.corrector.follow();
            assertThat(node.list(A, ReportKind.PROGRESS))
                    .as("lifted in the future")
                    .hasSize(2);
            clock.set("2026-11-20T12:00:00Z");
            node.corrector.follow();

            assertThat(node.reportOf(A, FIRST).version()).isEqualTo(2);
            node.assertUnknown(A, old.id());
        }

        @Test
        void is_not_made_again_by_the_next_run_of_the_month() throws SQLException {
            node.run();
            tenants.restrict(A, 1);
            node.corrector.follow();

            var again = node.run();
            assertThat(again.newlyIssued()).isZero();
            assertThat(again.withheld()).isEqualTo(1);
        }
    }

    @Nested
    class A_report_over_many {

        @Test
        void is_made_anew_without_who_may_not_be_counted_any_more() throws SQLException {
            node.run();
            var old = node.reportOf(A, TwoTenants.COMMISSION);
            tenants.restrict(A, 2);

            node.assertUnknown(A, old.id());
            node.correct();

            var corrected = node.reportOf(A, TwoTenants.COMMISSION);
            assertThat(corrected.version()).isEqualTo(2);
            assertThat(tenants.texts("select trajectory_id t from report_person where report_id = '%s'"
                            .formatted(corrected.id())))
                    .containsExactlyInAnyOrder(
                            TwoTenants.trajectory(1).toString(),
                            TwoTenants.trajectory(3).toString());
            assertThat(node.reportOf(B, TwoTenants.COMMISSION).version()).isOne();
        }
    }

    @Nested
    class A_new_version_of_what_all_decisions_share {

        @Test
        void is_followed_for_every_tenant() throws SQLException {
            node.run();
            tenants.tellPlatform(
                    "update register_entry set last_day = '2026-11-10', ended_by = 'x', ended_at = '2026-11-05 09:00:00',"
                            + " end_reason = 'x' where id = 'REG-E2'");
            tenants.tellPlatform(
                    "insert into register_entry (id, version, title, purposes, categories, recipient_kinds, first_day, replaces,"
                            + " recorded_by, recorded_at, reason) select 'REG-E2-2', '2026-2', title, purposes,"
                            + " replace(categories, 'EDU,', ''), recipient_kinds, '2026-11-11', id, 'x', '2026-11-05 09:00:00', 'x'"
                            + " from register_entry where id = 'REG-E2'");
            node.corrector.follow();
            assertThat(node.reportOf(A, FIRST).version()).as("not in force yet").isOne();
            clock.set("2026-11-11T00:00:00Z");
            node.corrector.follow();

            for (var tenant : List.of(A, B)) {
                assertThat(node.list(tenant, ReportKind.PROGRESS))
                        .hasSize(3)
                        .allSatisfy(report -> assertThat(report.version()).isEqualTo(2));
                assertThat(node.pull(tenant, node.reportOf(tenant, FIRST).id()))
                        .doesNotContain("Opleiding")
                        .contains("Hoofddoel " + TwoTenants.word(tenant));
            }
        }
    }

    private void basisForAllButEducation(TenantId tenant) throws SQLException {
        tenants.tell(
                tenant,
                "insert into legal_basis (tenant_id, id, number, commission_id, letter, purposes, categories, first_day,"
                        + " evidence, changed_by, change_reason) select tenant_id, uuid(), 'B-2', commission_id, 'b',"
                        + " purposes, replace(categories, 'EDU,', ''), first_day, 'x', 'test', 'a test' from legal_basis where tenant_id = :tenant");
    }

    private void object(TenantId tenant, int client) throws SQLException {
        tenants.tell(
                tenant,
                "insert into objection (tenant_id, id, client_id, received_at, decided_at, outcome, changed_by,"
                        + " change_reason) values (:tenant, uuid(), ?, '2026-11-01 10:00:00', '2026-11-04 10:00:00',"
                        + " 'UPHELD', 'test', 'a test')",
                TwoTenants.client(client));
    }
}
