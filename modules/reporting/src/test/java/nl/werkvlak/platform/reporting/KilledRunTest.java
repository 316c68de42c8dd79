package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static nl.werkvlak.platform.reporting.TwoTenants.CLOCK;
import static nl.werkvlak.platform.reporting.TwoTenants.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.MortalServer;
import nl.werkvlak.platform.testing.OtherJvm;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Two nodes make a month. They are killed, or the database under them is, at any instant; the run ends by itself all the
 * same, with everything in one state, once.
 */
class KilledRunTest {

    private static final int PEOPLE = 300;
    private static final int MONTHS = 21;
    /** Each time; {@code -Dkills=20} is for patient people. */
    private static final int KILLS = Integer.getInteger("kills", 6);

    private static final int KILLS_OF_THE_DATABASE = 5;
    private static final int HANGS = 20;

    /** All tables are in one file, which may not grow beyond what the disk has left. */
    private static final String ALL_IN_ONE_FILE = "--innodb-file-per-table=OFF";

    private static final String SMALL = "--innodb-data-file-path=ibdata1:12M:autoextend:max:36M";
    private static final String LARGE = "--innodb-data-file-path=ibdata1:12M:autoextend";
    private static final Renderer RENDERER = new Renderer();
    private static final Duration HEARTBEAT = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A node is a process; it is told where the database is. */
    public static void main(String... arguments) throws SQLException, InterruptedException {
        work(OtherJvm.database());
        new CountDownLatch(1).await();
    }

    private static RunScheduler work(DataSource database) {
        var scheduler = scheduler(database);
        scheduler.start(Executors.defaultThreadFactory(), new MailSender(database, CLOCK));
        return scheduler;
    }

    private static RunScheduler scheduler(DataSource database) {
        return new RunScheduler(
                database,
                new RunWorker(database, VAULT, RENDERER, CLOCK),
                new Corrector(database, VAULT, RENDERER, CLOCK),
                () -> {
                    throw new IllegalStateException("No month starts by itself here");
                },
                HEARTBEAT);
    }

    @Test
    void nodes_that_are_killed_again_and_again_lose_nothing_and_double_nothing() throws Exception {
        var database = TestDatabase.fresh();
        fill(database);
        var runs = new ArrayList<UUID>();
        var random = new Random(20261105);
        var nodes = new ArrayList<Process>();
        try {
            nodes.add(node(database));
            nodes.add(node(database));
            for (var kill = 0; kill < KILLS; kill++) {
                until("a node has work in hand", () -> {
                    planWhereAllHaveEnded(database, runs);
                    return nodes.stream().anyMatch(node -> isAtWork(database, node));
                });
                aWhile(random.nextInt(1_500));
                var one = nodes.stream()
                        .filter(node -> isAtWork(database, node))
                        .findFirst()
                        .orElse(nodes.get(0));
                one.destroyForcibly().onExit().join();
                nodes.set(nodes.indexOf(one), node(database));
            }
            until("every run ends", () -> runs.stream().allMatch(run -> isFinished(database, run)));
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
        assertEverythingIsThereOnce(database, runs);
    }

    @Test
    void a_database_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing() throws Exception {
        try (var server = new MortalServer()) {
            var database = server.database();
            fill(database);
            var runs = new ArrayList<UUID>();
            var random = new Random(20261106);
            var node = work(database);
            try {
                for (var kill = 0; kill < KILLS_OF_THE_DATABASE; kill++) {
                    until("the node has work in hand", () -> {
                        planWhereAllHaveEnded(database, runs);
                        return count(database, "scheduled_tasks where task_name = 'run-commission' and picked") > 0;
                    });
                    aWhile(random.nextInt(1_500));
                    server.killAndRestart();
                }
                until("every run ends", () -> runs.stream().allMatch(run -> isFinished(database, run)));
            } finally {
                node.stop();
            }
            assertEverythingIsThereOnce(database, runs);
        }
    }

    @Test
    void a_database_that_hangs_again_and_again_loses_nothing_and_doubles_nothing() throws Exception {
        var database = TestDatabase.fresh();
        fill(database);
        var run = plan(database, Node.OCTOBER);
        var first = work(database);
        var second = work(database);
        var hangs = 0;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            while (!isFinished(database, run) && hangs < HANGS) {
                // Longer than a node may be silent: its work is given to another, which finds it in hand when all go
                // on.
                statement.execute("lock tables report write, scheduled_tasks write");
                aWhile(2_000);
                statement.execute("unlock tables");
                hangs++;
                aWhile(300);
            }
            until("the run ends", () -> isFinished(database, run));
        } finally {
            first.stop();
            second.stop();
        }
        assertThat(hangs).isGreaterThan(1);
        assertEverythingIsThereOnce(database, List.of(run));
    }

    @Test
    void a_full_disk_loses_nothing_and_doubles_nothing_once_there_is_room() throws Exception {
        try (var server = new MortalServer(ALL_IN_ONE_FILE, SMALL)) {
            var database = server.database();
            fill(database);
            var run = plan(database, Node.OCTOBER);
            var node = work(database);
            try {
                until(
                        "the disk is full",
                        () -> count(
                                        database,
                                        "scheduled_tasks where task_name = 'run-commission' and consecutive_failures > 0")
                                > 0);
                assertThat(view(database, run)).returns(RunView.State.RUNNING, RunView::state);
                server.restart(ALL_IN_ONE_FILE, LARGE);
                until("the run ends", () -> isFinished(database, run));
            } finally {
                node.stop();
            }
            assertEverythingIsThereOnce(database, List.of(run));
        }
    }

    private static void fill(DataSource database) throws SQLException {
        var tenants = new TwoTenants(database);
        for (var tenant : new TenantId[] {A, B}) {
            tenants.join(tenant, 4, PEOPLE, "2025-01-06");
            for (var month = 1; month < MONTHS; month++) {
                tenants.tell(
                        tenant,
                        "insert into concept_preview (tenant_id, id, trajectory_id, period, shown_at, changed_by,"
                                + " change_reason) select tenant_id, uuid(), trajectory_id, ?, shown_at, changed_by,"
                                + " change_reason from concept_preview where tenant_id = :tenant and period = ?",
                        Node.OCTOBER.minusMonths(month).toString(),
                        Node.OCTOBER.toString());
            }
        }
    }

    /** So that there is work at each kill: the month before the last. */
    private static void planWhereAllHaveEnded(DataSource database, List<UUID> runs) {
        if (runs.stream().allMatch(run -> isFinished(database, run))) {
            runs.add(plan(database, Node.OCTOBER.minusMonths(runs.size())));
        }
    }

    private static UUID plan(DataSource database, YearMonth period) {
        return new Runs(database, scheduler(database), CLOCK).start(period, "test");
    }

    private static boolean isAtWork(DataSource database, Process node) {
        return count(
                        database,
                        "scheduled_tasks where task_name = 'run-commission' and picked_by like '" + node.pid() + "@%'")
                > 0;
    }

    private static boolean isFinished(DataSource database, UUID run) {
        return view(database, run).state() == RunView.State.FINISHED;
    }

    private static RunView view(DataSource database, UUID run) {
        return new Runs(database, scheduler(database), CLOCK).get(run);
    }

    private static void assertEverythingIsThereOnce(DataSource database, List<UUID> runs) {
        var planned = 0L;
        for (var run : runs) {
            var view = view(database, run);
            assertThat(view).returns(view.planned(), RunView::issued).returns(view.planned(), RunView::newlyIssued);
            assertThat(view.planned()).isGreaterThan(2L * (PEOPLE - 4));
            planned += view.planned();
        }
        assertThat(count(database, "report")).isEqualTo(planned);
        assertThat(count(database, "report_content")).isEqualTo(planned);
        assertThat(count(database, "(select 1 from report group by tenant_id, subject_id, kind, period) once"))
                .isEqualTo(planned);
        assertThat(count(database, "disclosure where event = 'ISSUED'")).isEqualTo(planned);
        assertThat(count(
                        database,
                        "run_part p join report r on r.tenant_id = p.tenant_id and r.id = p.report_id"
                                + " and r.subject_id = p.subject_id and r.kind = p.kind"
                                + " join disclosure d on d.tenant_id = r.tenant_id and d.report_id = r.id"
                                + " and d.event = 'ISSUED'"))
                .as("a part, its report and its entry")
                .isEqualTo(planned);
        assertThat(count(database, "scheduled_tasks where task_name = 'run-commission'"))
                .isZero();
    }

    private static Process node(DataSource database) throws IOException {
        return OtherJvm.of(KilledRunTest.class, database, "-XX:TieredStopAtLevel=1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-run.out").toFile()))
                .start();
    }

    private static long count(DataSource database, String from) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection)
                    .query("select count(*) n from " + from, row -> row.count("n"))
                    .get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) {
        var limit = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(limit);
            aWhile(20);
        }
    }

    private static void aWhile(int milliseconds) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS)
                .join();
    }
}
