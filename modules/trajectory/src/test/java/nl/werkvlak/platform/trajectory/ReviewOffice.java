package nl.werkvlak.platform.trajectory;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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

/**
 * Two tenants with the same ids, numbers and texts, each with one text that is marked: what is decided about one changes
 * nothing for the other.
 */
@NullUnmarked
abstract class ReviewOffice {

    static final TenantId A = TenantId.ofCode("AAA");
    static final TenantId B = TenantId.ofCode("BBB");
    static final UUID OWN_COACH = UUID.nameUUIDFromBytes(new byte[] {1});
    static final UUID OTHER_COACH = UUID.nameUUIDFromBytes(new byte[] {2});
    static final UUID TRAJECTORY = UUID.nameUUIDFromBytes(new byte[] {3});
    static final UUID OTHER_TRAJECTORY = UUID.nameUUIDFromBytes(new byte[] {4});
    static final UUID CLIENT = UUID.nameUUIDFromBytes(new byte[] {5});
    static final UUID COMMISSION = UUID.nameUUIDFromBytes(new byte[] {6});
    static final UUID ROW = UUID.nameUUIDFromBytes(new byte[] {7});

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneOffset.UTC);
    static final Vault VAULT = new Vault(new byte[32], CLOCK);
    static final DataSource DATABASE = TestDatabase.fresh();

    static final String MARKED = "Vanwege burn-out minder uren";
    static final Reviewer OFFICER = new Reviewer("fg", null);
    static final Reviewer SECOND = new Reviewer("coach-2", OTHER_COACH);
    static final Reviewer OWN = new Reviewer("coach-1", OWN_COACH);

    final TextReviews reviews = new TextReviews(DATABASE, VAULT);

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

    static void fill(Connection connection, TenantId tenant) throws SQLException {
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

    static void trajectory(Sql sql, UUID id, UUID coach) throws SQLException {
        sql.update(
                "insert into trajectory (tenant_id, id, number, commission_id, client_id, coach_id, product, started_on)"
                        + " values (:tenant, ?, ?, ?, ?, ?, 'SPOOR_2', '2026-01-05')",
                id,
                id.toString(),
                COMMISSION,
                CLIENT,
                coach);
    }

    static void goal(Sql sql, UUID id, UUID trajectory, int position, String text) throws SQLException {
        sql.update(
                "insert into goal (tenant_id, id, trajectory_id, position, description, status)"
                        + " values (:tenant, ?, ?, ?, ?, 'OPEN')",
                id,
                trajectory,
                position,
                text);
    }

    List<WaitingText> waiting(TenantId tenant, Reviewer reviewer) {
        return reviews.waiting(tenant, reviewer, null, 100).texts();
    }

    List<Mark> review(TenantId tenant, Reviewer reviewer, Decision decision, @Nullable String text) {
        return reviews.review(
                tenant,
                reviewer,
                request(waiting(tenant, reviewer).get(0), decision, text),
                new Change(reviewer.id(), CLOCK.instant(), "akkoord"));
    }

    static TextReview request(WaitingText read, Decision decision, @Nullable String text) {
        return new TextReview(read.field(), read.row(), read.seen(), decision, text);
    }

    static Change change(String reason) {
        return new Change("fg", CLOCK.instant(), reason);
    }

    static boolean isOpen(TenantId tenant, UUID trajectory, DataCategory category, String text) {
        return !open(tenant, trajectory, category, text, TextGuard.shipped().marks(text))
                .isEmpty();
    }

    static List<Mark> open(TenantId tenant, UUID trajectory, DataCategory category, String text, List<Mark> marks) {
        return Transactions.in(
                DATABASE,
                connection -> TextClearances.of(
                                Sql.ofTenant(connection, tenant), VAULT, List.of(TRAJECTORY, OTHER_TRAJECTORY))
                        .open(trajectory, category, text, marks));
    }

    static void edit(TenantId tenant, String text) {
        Transactions.in(
                DATABASE,
                connection -> Sql.ofTenant(connection, tenant)
                        .update("update goal set description = ? where tenant_id = :tenant and id = ?", text, ROW));
    }

    static List<String> ask(TenantId tenant, String sql, Object... arguments) {
        return Transactions.in(
                DATABASE,
                connection -> Sql.ofTenant(connection, tenant).query(sql, row -> row.text("answer"), arguments));
    }

    static long factVersion() {
        return Transactions.in(
                DATABASE,
                connection -> Sql.ofTenant(connection, A)
                        .query(
                                "select version from fact_version where tenant_id = :tenant and id = ?",
                                row -> row.count("version"),
                                CLIENT)
                        .get(0));
    }

    static void assertRefused(String code, Runnable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked::run).returns(code, Refusal::code);
    }
}
