package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A list of reports holds what it shows, one after the other as the database orders them; a withdrawal holds what it
 * withdraws in an order of its own. Two tenants with reports of the same ids and names; it happens at one of them.
 */
@NullUnmarked
class WaitingForEachOtherTest {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    /** An id of version 4. */
    private static final String OF_CHANCE = "insert(insert(md5(%s), 13, 1, '4'), 17, 1, '8')";

    /** Enough that among reports with ids of chance alone there are some that the two take in opposite orders. */
    private static final int CLIENTS = 40;

    /** The database takes back who wrote least, and a list has written nothing yet. */
    private static final int OUTWEIGHS = 5;

    private DataSource database;
    private TwoTenants tenants;
    private Node node;

    @BeforeEach
    void a_month_of_reports() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        tenants.join(A, 4, CLIENTS, "2026-01-05");
        node = new Node(database, TwoTenants.CLOCK);
        node.run();
        the_month_before();
    }

    /** Reports from before ids began with the moment: two orders of such ids are seldom the same. */
    private void the_month_before() throws SQLException {
        try (var connection = database.getConnection()) {
            copy(connection, "report", "id", ", period = '2026-09', number = concat('S-', number)");
            copy(connection, "report_standing", "report_id", "");
            copy(connection, "report_person", "report_id", "");
            connection.setAutoCommit(false);
            DisclosureRegister.append(connection, TwoTenants.VAULT, A, entries(Sql.ofTenant(connection, A)));
            connection.commit();
        }
    }

    private static List<DisclosureRegister.Entry> entries(Sql sql) throws SQLException {
        return sql.query(
                "select p.report_id, p.client_id, p.categories from report_person p join report r"
                        + " on r.tenant_id = p.tenant_id and r.id = p.report_id"
                        + " where p.tenant_id = :tenant and r.period = '2026-09'",
                row -> new DisclosureRegister.Entry(
                        DisclosureRegister.Event.ISSUED,
                        row.uuid("report_id"),
                        row.uuid("client_id"),
                        "tenant " + A,
                        row.set("categories", DataCategory.class),
                        Set.of("B-1"),
                        TwoTenants.CLOCK.instant()));
    }

    private static void copy(Connection connection, String table, String id, String changes) throws SQLException {
        var sql = Sql.ofTenant(connection, A);
        sql.update("create temporary table earlier as select * from " + table + " where tenant_id = :tenant and " + id
                + " in (select id from report where tenant_id = :tenant and kind = 'PROGRESS' and period = '2026-10')");
        sql.update(
                "update earlier set " + id + " = " + OF_CHANCE.formatted(id) + changes + " where tenant_id = :tenant");
        sql.update("insert into " + table + " select * from earlier where tenant_id = :tenant");
        Sql.ofPlatform(connection).update("drop temporary table earlier");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** What the list still wants when it stands before one report, and a withdrawal takes before that one. */
    private record Crossing(UUID report, List<UUID> takenBefore) {

        List<UUID> withdrawn() {
            return Stream.concat(takenBefore.stream(), Stream.of(report)).toList();
        }
    }

    @Test
    void a_list_that_the_database_took_back_looks_again_and_shows_what_was_not_withdrawn() throws Exception {
        var crossing = crossing();
        assertThat(crossing.takenBefore()).hasSizeGreaterThanOrEqualTo(OUTWEIGHS);
        var holds = new AtomicInteger();
        try (var looking = new Node(
                        ListeningDatabase.over(database, statement -> {
                            if (statement.startsWith("select report_id from report_standing")
                                    && statement.endsWith("lock in share mode")) {
                                holds.incrementAndGet();
                            }
                        }),
                        TwoTenants.CLOCK);
                var third = database.getConnection()) {
            third.setAutoCommit(false);
            Sql.ofTenant(third, A)
                    .query(
                            "select report_id from report_standing where tenant_id = :tenant and report_id = ? for update",
                            row -> row.uuid("report_id"),
                            crossing.report());

            var listing = CompletableFuture.supplyAsync(() -> listed(looking, A, SEPTEMBER));
            until(() -> isWaiting("select report_id from report_standing"));
            restrict(crossing.withdrawn());
            var withdrawing = CompletableFuture.runAsync(() -> node.corrector.recheck(A, crossing.withdrawn()));
            until(() -> isWaiting("update report_standing set facts"));
            third.rollback();

            var shown = listing.get(1, TimeUnit.MINUTES);
            withdrawing.get(1, TimeUnit.MINUTES);
            assertThat(holds).as("it was taken back, and asked again").hasValue(2);
            assertThat(shown)
                    .hasSize(CLIENTS - crossing.withdrawn().size())
                    .doesNotContainAnyElementsOf(crossing.withdrawn());
            assertThat(ids("select report_id id from disclosure where tenant_id = :tenant and event = 'LISTED'"))
                    .as("each stands in the register once, and no other does")
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
        assertThat(listed(node, B, Node.OCTOBER)).as("of the other tenant").hasSize(3);
    }

    /** The report at which most others lie crosswise. */
    private Crossing crossing() throws SQLException {
        var asListed = ids("select s.report_id id from report_standing s join report r on r.tenant_id = s.tenant_id"
                + " and r.id = s.report_id where s.tenant_id = :tenant and r.kind = 'PROGRESS'"
                + " and r.period = '2026-09' order by s.report_id");
        assertThat(asListed).hasSize(CLIENTS);
        var most = new Crossing(asListed.get(0), List.of());
        for (var at = 0; at < asListed.size(); at++) {
            var report = asListed.get(at);
            var before = asListed.subList(at + 1, asListed.size()).stream()
                    .filter(other -> other.compareTo(report) < 0)
                    .toList();
            if (before.size() > most.takenBefore().size()) {
                most = new Crossing(report, before);
            }
        }
        return most;
    }

    private void restrict(Collection<UUID> reports) throws SQLException {
        tenants.tell(
                A,
                "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by, change_reason)"
                        + " select tenant_id, uuid(), client_id, '2026-11-04 10:00:00', 'ONRECHTMATIG', 'test', 'a test'"
                        + " from report_person where tenant_id = :tenant and report_id in (?)",
                reports);
    }

    private static List<UUID> listed(Node asked, TenantId tenant, YearMonth month) {
        try {
            var query = new Reports.Query(month, ReportKind.PROGRESS, null, null, 50);
            return CurrentTenant.with(tenant, () -> asked.reports.list(query, "portal")).reports().stream()
                    .map(Report::id)
                    .toList();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** It stands before what another one holds: by itself it takes no such time. */
    private boolean isWaiting(String statement) {
        return !Transactions.in(
                        database,
                        connection -> Sql.ofPlatform(connection)
                                .query(
                                        "select id from information_schema.processlist where db = schema()"
                                                + " and id <> connection_id() and info like ? and time_ms > 300",
                                        row -> row.count("id"),
                                        statement + "%"))
                .isEmpty();
    }

    private List<UUID> ids(String question) throws SQLException {
        try (var connection = database.getConnection()) {
            return new ArrayList<>(Sql.ofTenant(connection, A).query(question, row -> row.uuid("id")));
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) {
        var limit = Instant.now().plusSeconds(60);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(limit);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
