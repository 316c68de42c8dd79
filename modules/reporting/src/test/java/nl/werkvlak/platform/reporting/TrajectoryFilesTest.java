package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.FinalDocument;
import nl.werkvlak.platform.rendering.ProgressDocument;
import nl.werkvlak.platform.rendering.ProgressDocument.Agreement;
import nl.werkvlak.platform.rendering.ProgressDocument.Annex;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class TrajectoryFilesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID TRAJECTORY = TwoTenants.trajectory(1);

    private DataSource database;
    private TwoTenants tenants;

    @BeforeEach
    void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
    }

    private ProgressDocument fileOf(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            var releases = Gate.open(connection)
                    .release(
                            connection,
                            tenant,
                            TwoTenants.COMMISSION,
                            List.of(TRAJECTORY),
                            OCTOBER,
                            ReportKind.PROGRESS,
                            NOON);
            var keys = TwoTenants.VAULT.keysFor(connection, tenant, Set.of(TwoTenants.client(1)));
            return TrajectoryFiles.of(ReportKind.PROGRESS, connection, tenant, OCTOBER, NOON, releases, keys)
                    .documents(
                            "C-1",
                            id -> new DocumentHead(
                                    "T", null, null, "VR-1", 1, OCTOBER, NOON, "AAAAA-BBBBB", "2019", "1"))
                    .get(TRAJECTORY);
        }
    }

    private void document(TenantId tenant, String type, String releasedAt, String outcome) throws SQLException {
        tenants.tell(
                tenant,
                "insert into document (tenant_id, id, trajectory_id, type, released_at, released_by, scanned_at,"
                        + " scan_outcome, changed_by, change_reason) select :tenant, uuid(), ?, ?, ?,"
                        + " if(? is null, null, c.id), '2026-10-01 08:00:00', ?, 'test', 'a test' from coach c limit 1",
                TRAJECTORY,
                type,
                releasedAt,
                releasedAt,
                outcome);
    }

    @Test
    void lists_a_document_only_when_the_coach_released_it_and_nothing_was_found_in_it() throws SQLException {
        for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
            tenants.tell(
                    tenant, "update commission set data_scope = concat(data_scope, ',DOC') where tenant_id = :tenant");
            tenants.tell(
                    tenant, "update legal_basis set categories = concat(categories, ',DOC') where tenant_id = :tenant");
        }
        document(TwoTenants.A, "DIPLOMA", "2026-10-12 22:30:00", "CLEAN");
        document(TwoTenants.A, "CV", null, "CLEAN");
        document(TwoTenants.A, "TRAJECTPLAN", "2026-10-12 10:00:00", "MARKED");
        document(TwoTenants.A, "LOONSTROOK", "2026-10-12 10:00:00", "CLEAN");
        document(TwoTenants.A, "EVALUATIE", "2026-11-01 12:00:01", "CLEAN");
        document(TwoTenants.B, "SOLLICITATIEBRIEF", "2026-10-20 10:00:00", "CLEAN");

        assertThat(fileOf(TwoTenants.A).annexes())
                .as("half past midnight in Amsterdam is the next day")
                .containsExactly(new Annex("DIPLOMA", LocalDate.of(2026, 10, 13)));
        assertThat(fileOf(TwoTenants.B).annexes())
                .containsExactly(new Annex("SOLLICITATIEBRIEF", LocalDate.of(2026, 10, 20)));
    }

    @Test
    void reckons_the_costs_until_now_by_the_rate_of_the_commission() throws SQLException {
        for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
            for (var day : List.of("2026-09-10", "2026-10-10", "2026-11-01")) {
                tenants.tell(
                        tenant,
                        "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                                + " values (:tenant, uuid(), ?, ?, ?, 'BEGELEIDING')",
                        TRAJECTORY,
                        day,
                        tenant.equals(TwoTenants.A) ? 1.5 : 2);
            }
        }
        tenants.tell(TwoTenants.B, "update commission set hourly_rate = null where tenant_id = :tenant");

        assertThat(fileOf(TwoTenants.A).hours()).satisfies(hours -> {
            assertThat(hours.inPeriod()).isEqualByComparingTo("1.5");
            assertThat(hours.total()).isEqualByComparingTo("3");
            assertThat(hours.costs()).isEqualByComparingTo(new BigDecimal("270"));
        });
        assertThat(fileOf(TwoTenants.B).hours().costs()).isNull();
    }

    @Test
    void reaches_back_to_the_start_for_a_final_report() throws SQLException {
        for (var day : List.of("2026-03-10 09:00:00", "2026-10-10 09:00:00", "2026-10-31 23:30:00")) {
            tenants.tell(
                    TwoTenants.A,
                    "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance)"
                            + " values (:tenant, uuid(), ?, ?, 'GESPREK', 30, 'AANWEZIG')",
                    TRAJECTORY,
                    day);
        }
        tenants.tell(
                TwoTenants.A,
                "insert into progress (tenant_id, id, trajectory_id, measured_on, status, ladder, prognosis)"
                        + " values (:tenant, uuid(), ?, '2026-09-20', 'OP_SCHEMA', 4, 'advies')",
                TRAJECTORY);

        agreed(TwoTenants.A, "open", "2026-03-10", null, null);
        agreed(TwoTenants.A, "done", "2026-03-10", "2026-04-10", null);

        try (var connection = database.getConnection()) {
            var releases = Gate.open(connection)
                    .release(
                            connection,
                            TwoTenants.A,
                            TwoTenants.COMMISSION,
                            List.of(TRAJECTORY),
                            OCTOBER,
                            ReportKind.FINAL,
                            NOON);
            var keys = TwoTenants.VAULT.keysFor(connection, TwoTenants.A, Set.of(TwoTenants.client(1)));
            var whole = FinalDocument.of(
                    TrajectoryFiles.of(ReportKind.FINAL, connection, TwoTenants.A, OCTOBER, NOON, releases, keys)
                            .documents(
                                    "C-1",
                                    id -> new DocumentHead(
                                            "T", null, null, "ER-1", 1, OCTOBER, NOON, "AAAAA-BBBBB", "2019", "1"))
                            .get(TRAJECTORY));

            assertThat(whole.activities()).containsExactly(new FinalDocument.Activity("GESPREK", 2, 60));
            assertThat(whole.attendance().held()).isEqualTo(2);
            assertThat(whole.standing().prognosis()).isEqualTo("advies");
            assertThat(whole.plan().agreements())
                    .as("what is left to be done")
                    .extracting(Agreement::action)
                    .containsExactly("open");
        }
        assertThat(fileOf(TwoTenants.A).contacts()).hasSize(1);
        assertThat(fileOf(TwoTenants.A).standing().prognosis()).isNull();
        assertThat(fileOf(TwoTenants.B).contacts()).isEmpty();
    }

    @Test
    void holds_what_was_agreed_as_it_stood_at_the_end_of_the_month() throws SQLException {
        agreed(TwoTenants.A, "still to be done", "2026-09-20", null, null);
        agreed(TwoTenants.A, "done in the month", "2026-10-05", "2026-10-31", null);
        agreed(TwoTenants.A, "done after it", "2026-10-05", "2026-11-01", null);
        agreed(TwoTenants.A, "done before it", "2026-09-05", "2026-09-30", null);
        agreed(TwoTenants.A, "dropped in it", "2026-09-05", null, "2026-10-31");
        agreed(TwoTenants.A, "dropped after it", "2026-10-31", null, "2026-11-01");
        agreed(TwoTenants.A, "agreed after it", "2026-11-01", null, null);
        agreed(TwoTenants.B, "of the other", "2026-10-05", null, null);

        assertThat(fileOf(TwoTenants.A).plan().agreements())
                .extracting(Agreement::action, Agreement::who, Agreement::due, Agreement::doneOn)
                .containsExactlyInAnyOrder(
                        tuple("still to be done", "CLIENT", LocalDate.of(2026, 12, 1), null),
                        tuple("done in the month", "CLIENT", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 10, 31)),
                        tuple("done after it", "CLIENT", LocalDate.of(2026, 12, 1), null),
                        tuple("dropped after it", "CLIENT", LocalDate.of(2026, 12, 1), null));
        assertThat(fileOf(TwoTenants.B).plan().agreements())
                .extracting(Agreement::action)
                .containsExactly("of the other");
    }

    private void agreed(TenantId tenant, String action, String agreedOn, String doneOn, String droppedOn)
            throws SQLException {
        tenants.tell(
                tenant,
                "insert into agreement (tenant_id, id, trajectory_id, agreed_on, action, actor, due, done_on, dropped_on,"
                        + " changed_by, change_reason) values (:tenant, uuid(), ?, ?, ?, 'CLIENT', '2026-12-01', ?, ?,"
                        + " 'test', 'a test')",
                TRAJECTORY,
                agreedOn,
                action,
                doneOn,
                droppedOn);
    }

    @Test
    void says_when_the_client_saw_the_concept_and_who_guides() throws SQLException {
        assertThat(fileOf(TwoTenants.A).plan().shownOn()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(fileOf(TwoTenants.A).coach()).isEqualTo("Coach");

        tenants.tell(
                TwoTenants.A, "update concept_preview set shown_at = '2026-11-01 12:00:01' where tenant_id = :tenant");

        assertThat(fileOf(TwoTenants.A).plan().shownOn())
                .as("not yet at that instant")
                .isNull();
        assertThat(fileOf(TwoTenants.B).plan().shownOn()).isEqualTo(LocalDate.of(2026, 10, 31));
    }
}
