package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two tenants at work in one server, whose commissions, clients and trajectories have the same ids, numbers and names: what
 * one leaves behind, in a transaction, on a thread or in a cache, never stands in a report of the other.
 */
@NullUnmarked
class InterleavedRunsTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Renderer RENDERER = new Renderer();
    private static final List<TenantId> BOTH = List.of(TwoTenants.A, TwoTenants.B);

    private DataSource database;
    private TwoTenants tenants;

    @BeforeEach
    void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
    }

    @Test
    void two_workers_that_take_turns_with_every_statement_keep_to_their_own_tenant() throws Exception {
        var run = plan(OCTOBER);
        var turns = new Turns();
        var threads = Executors.newFixedThreadPool(2);
        try {
            var made = new ArrayList<Future<?>>();
            for (var who : List.of(0, 1)) {
                var worker = worker(ListeningDatabase.over(database, statement -> turns.take(who)));
                var work = work(run, BOTH.get(who));
                made.add(threads.submit(() -> {
                    try {
                        worker.make(work);
                    } finally {
                        turns.done(who);
                    }
                }));
            }
            for (var one : made) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(turns.changes()).as("they really took turns").isGreaterThan(40);
        BOTH.forEach(tenant -> assertOwnValues(tenant, OCTOBER));
    }

    @Test
    void a_thread_on_which_the_work_of_one_broke_off_makes_the_reports_of_the_other() throws Exception {
        var run = plan(OCTOBER);
        var thread = Executors.newSingleThreadExecutor();
        try {
            for (var last = 0; last < 40; last += 3) {
                var worker = worker(breakingAfter(last));
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(() -> thread.submit(() -> worker.make(work(run, TwoTenants.A)))
                                .get());
            }
            for (var tenant : List.of(TwoTenants.B, TwoTenants.A)) {
                thread.submit(() -> worker(database).make(work(run, tenant))).get();
            }
        } finally {
            thread.shutdownNow();
        }
        BOTH.forEach(tenant -> assertOwnValues(tenant, OCTOBER));
    }

    @Test
    void one_worker_makes_the_reports_of_one_then_of_the_other_and_of_the_first_again() throws SQLException {
        for (var tenant : BOTH) {
            tenants.tell(
                    tenant,
                    "insert into concept_preview (tenant_id, id, trajectory_id, period, shown_at, changed_by,"
                            + " change_reason) select :tenant, uuid(), id, '2026-09', '2026-09-30 12:00:00', 'test', 'a test'"
                            + " from trajectory where tenant_id = :tenant");
        }
        var worker = worker(database);
        var september = plan(SEPTEMBER);
        BOTH.forEach(tenant -> worker.make(work(september, tenant)));
        var october = plan(OCTOBER);
        BOTH.forEach(tenant -> worker.make(work(october, tenant)));
        for (var tenant : BOTH) {
            assertOwnValues(tenant, SEPTEMBER);
            assertOwnValues(tenant, OCTOBER);
        }
    }

    private DataSource breakingAfter(int statements) {
        var asked = new AtomicInteger();
        return ListeningDatabase.over(database, statement -> {
            if (asked.getAndIncrement() >= statements) {
                throw new SQLException("The database went away");
            }
        });
    }

    private Corrector corrector() {
        return new Corrector(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
    }

    private static RunWorker worker(DataSource database) {
        return new RunWorker(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
    }

    private UUID plan(YearMonth period) {
        return new Runs(database, new RunScheduler(database, worker(database), corrector(), null), TwoTenants.CLOCK)
                .start(period, "test");
    }

    private static CommissionWork work(UUID run, TenantId tenant) {
        return new CommissionWork(run, tenant, TwoTenants.COMMISSION);
    }

    private void assertOwnValues(TenantId tenant, YearMonth period) {
        var other = tenant.equals(TwoTenants.A) ? TwoTenants.B : TwoTenants.A;
        assertThat(texts(tenant, period))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text)
                        .contains("Hoofddoel " + TwoTenants.word(tenant))
                        .doesNotContain(TwoTenants.word(other)));
    }

    private List<String> texts(TenantId tenant, YearMonth period) {
        try (var connection = database.getConnection()) {
            var owners = Set.of(TwoTenants.client(1), TwoTenants.client(2), TwoTenants.client(3));
            var keys = TwoTenants.VAULT.keysFor(connection, tenant, owners);
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select r.id, t.client_id, c.pdf from report r"
                                    + " join report_content c on c.tenant_id = r.tenant_id and c.report_id = r.id"
                                    + " join trajectory t on t.tenant_id = r.tenant_id and t.id = r.trajectory_id"
                                    + " where r.tenant_id = :tenant and r.period = ?",
                            row -> text(
                                    SealedPdf.open(row.bytes("pdf"), keys.get(row.uuid("client_id")), row.uuid("id"))),
                            period.toString());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
