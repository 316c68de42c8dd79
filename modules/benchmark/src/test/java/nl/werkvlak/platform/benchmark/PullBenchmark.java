package nl.werkvlak.platform.benchmark;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.Corrector;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.reporting.ReportShelf;
import nl.werkvlak.platform.reporting.Reports;
import nl.werkvlak.platform.reporting.RunScheduler;
import nl.werkvlak.platform.reporting.RunWorker;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;

/** What a pull takes when no fact was changed, beside one for which the whole rule is asked; of reports that a run made. */
final class PullBenchmark {

    private static final int PULLS = 200;
    private static final int PULLS_OVER_MANY = 20;
    private static final double MILLI = 1e6;

    private final BusyOffice office;
    private final Renderer renderer;
    private final Table table;

    PullBenchmark(BusyOffice office, Renderer renderer, Table table) {
        this.office = office;
        this.renderer = renderer;
        this.table = table;
    }

    /** One of either kind in turn, so that a machine that slows down slows both. */
    void measure() throws SQLException {
        var unit = Persistence.createEntityManagerFactory(
                "werkvlak", Map.of("jakarta.persistence.nonJtaDataSource", office.database()));
        var reports = reports(unit);
        measure("", reports, issued("PROGRESS", PULLS), PULLS);
        // The rule is asked about each who is counted, who may be tens of thousands.
        measure(" of the report over many", reports, issued("ACCOUNTABILITY", 1), PULLS_OVER_MANY);
        unit.close();
    }

    private void measure(String which, Reports reports, List<UUID> ids, int pulls) throws SQLException {
        var plain = new long[pulls];
        var judged = new long[pulls];
        for (var at = 0; at < pulls; at++) {
            var id = ids.get(at % ids.size());
            pull(reports, id);
            plain[at] = pull(reports, id);
            touch(id);
            judged[at] = pull(reports, id);
        }
        row("pull" + which + ", no fact changed", median(plain) / MILLI, "ms", "");
        row("  the rule asked again / no fact changed", (double) median(judged) / median(plain), "", "above 1");
    }

    private void row(String what, double value, String unit, String aim) {
        table.add(what, office.size(), value, unit, aim);
    }

    private Reports reports(EntityManagerFactory unit) {
        var corrector = new Corrector(office.database(), office.vault(), renderer, office.clock());
        var worker = new RunWorker(office.database(), office.vault(), renderer, office.clock());
        var scheduler = new RunScheduler(office.database(), worker, corrector, () -> {
            throw new IllegalStateException("No month starts by itself here");
        });
        var shelf = new ReportShelf() {
            @Override
            protected EntityManager entities() {
                return unit.createEntityManager();
            }
        };
        return new Reports(office.database(), shelf, office.vault(), renderer, corrector, scheduler, office.clock());
    }

    private List<UUID> issued(String kind, int most) throws SQLException {
        try (var connection = office.database().getConnection()) {
            return Sql.ofTenant(connection, office.tenant())
                    .query(
                            "select id from report where tenant_id = :tenant and kind = ? order by id limit ?",
                            row -> row.uuid("id"),
                            kind,
                            most);
        }
    }

    /** A fact about somebody in the report is changed, and the answer stays yes. */
    private void touch(UUID report) throws SQLException {
        try (var connection = office.database().getConnection()) {
            Sql.ofTenant(connection, office.tenant())
                    .update(
                            "update fact_version set version = version + 1 where tenant_id = :tenant and id ="
                                    + " (select min(client_id) from report_person where tenant_id = :tenant"
                                    + " and report_id = ?)",
                            report);
        }
    }

    private long pull(Reports reports, UUID id) {
        var began = System.nanoTime();
        try {
            CurrentTenant.with(office.tenant(), () -> reports.pull(id, Form.PDF, "benchmark"));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - began;
    }

    private static long median(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
