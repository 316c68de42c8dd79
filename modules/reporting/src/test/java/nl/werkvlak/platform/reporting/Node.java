package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;

/** One server of the platform: the desks of this room as they stand in it, and the work that it does. */
@NullUnmarked
final class Node implements AutoCloseable {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Renderer RENDERER = new Renderer();

    private final DataSource database;
    private final Clock clock;
    final RunWorker worker;
    private final RunScheduler scheduler;
    private final EntityManagerFactory unit;
    final Corrector corrector;
    final Reports reports;
    final Runs runs;

    Node(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        worker = new RunWorker(database, TwoTenants.VAULT, RENDERER, clock);
        corrector = new Corrector(database, TwoTenants.VAULT, RENDERER, clock);
        scheduler = new RunScheduler(database, worker, corrector, null);
        runs = new Runs(database, scheduler, clock);
        unit = Persistence.createEntityManagerFactory(
                "werkvlak", Map.of("jakarta.persistence.nonJtaDataSource", database));
        reports = new Reports(database, new Shelf(), TwoTenants.VAULT, RENDERER, corrector, scheduler, clock);
    }

    /** The shelf as the server would hand it out: with a persistence context of its own for each look. */
    private final class Shelf extends ReportShelf {

        @Override
        protected EntityManager entities() {
            return unit.createEntityManager();
        }
    }

    /** Makes the reports of October, all of them. */
    RunView run() {
        var run = runs.start(OCTOBER, "test");
        work(run).forEach(this::makeAll);
        return view(run);
    }

    private void makeAll(CommissionWork work) {
        var isGoingOn = true;
        while (isGoingOn) {
            isGoingOn = worker.make(work);
        }
    }

    /** Does the work that is handed out, as a server does, for as long as something else takes. */
    void work(Runnable meanwhile) {
        scheduler.start(Executors.defaultThreadFactory(), new MailSender(database, clock));
        try {
            meanwhile.run();
        } finally {
            scheduler.stop();
        }
    }

    UUID plan() {
        return plan(OCTOBER);
    }

    private UUID plan(YearMonth month) {
        return runs.start(month, "test");
    }

    /** A run of which only the reports over many are to be made. */
    UUID planAccountability(YearMonth month) {
        var run = plan(month);
        Transactions.in(
                database,
                connection -> Sql.ofPlatform(connection)
                        .update(
                                "update run_part set state = 'WITHHELD', reason = 'NOTHING_MAY_LEAVE' where run_id = ? and trajectory_id is not null",
                                run));
        return run;
    }

    void make(UUID run) {
        work(run).forEach(this::makeAll);
    }

    void make(UUID run, TenantId tenant) {
        work(run).stream().filter(work -> work.tenant().equals(tenant)).forEach(this::makeAll);
    }

    void giveUp(UUID run, TenantId tenant) {
        work(run).stream()
                .filter(work -> work.tenant().equals(tenant))
                .forEach(work -> worker.giveUp(work, RunPart.Reason.DATABASE));
    }

    RunView view(UUID run) {
        return runs.get(run);
    }

    List<CommissionWork> work(UUID run) {
        return Transactions.in(database, connection -> new RunStore(connection).work(run));
    }

    List<Report> list(TenantId tenant) {
        return list(tenant, OCTOBER);
    }

    List<Report> list(TenantId tenant, YearMonth month) {
        return as(
                tenant,
                () -> reports.lookOn(new Reports.Query(month, null, null, null, 50))
                        .reports());
    }

    List<Report> list(TenantId tenant, ReportKind kind) {
        return list(tenant).stream().filter(report -> report.kind() == kind).toList();
    }

    Report reportOf(TenantId tenant, UUID subject) {
        return list(tenant).stream()
                .filter(report -> report.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    Report get(TenantId tenant, UUID report) {
        return as(tenant, () -> reports.get(report, "portal"));
    }

    /** The PDF that a portal gets. */
    byte[] bytes(TenantId tenant, UUID report) {
        return pull(tenant, report, Form.PDF);
    }

    /** What a portal gets. */
    byte[] pull(TenantId tenant, UUID report, Form form) {
        return as(tenant, () -> reports.pull(report, form, "portal").content());
    }

    /** The text of the PDF that a portal gets. */
    String pull(TenantId tenant, UUID report) {
        var pdf = pull(tenant, report, Form.PDF);
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked for in each way, the answer is that to an id that never was. */
    void assertUnknown(TenantId tenant, UUID report) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> pull(tenant, report))
                .returns("report", Refusal::code)
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind)
                .withMessage("There is no such report.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> get(tenant, report))
                .withMessage("There is no such report.");
        assertThat(list(tenant)).extracting(Report::id).doesNotContain(report);
    }

    /** Does the corrections that are planned, as the scheduler would. */
    int correct() {
        var planned = Transactions.in(database, Node::corrections);
        planned.forEach(corrector::correct);
        return planned.size();
    }

    private static List<Correction> corrections(Connection connection) throws SQLException {
        return Sql.ofPlatform(connection)
                .query(
                        "select task_data from scheduled_tasks where task_name = 'correct-report'",
                        row -> Correction.of(new String(row.bytes("task_data"), StandardCharsets.UTF_8)));
    }

    private static <T> T as(TenantId tenant, Callable<T> work) {
        try {
            return CurrentTenant.with(tenant, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        unit.close();
    }
}
