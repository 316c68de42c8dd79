package nl.werkvlak.platform.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Rule;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;

/** How fast the rule decides, in memory and from the database. */
final class GateBenchmark {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private static final ThreadMXBean CORE = ManagementFactory.getThreadMXBean();
    private static final long WARM_UP = 3_000_000_000L;
    private static final long MEASURED = 5_000_000_000L;
    private static final double SECOND = 1e9;

    private final BusyOffice office;
    private final Table table;

    GateBenchmark(BusyOffice office, Table table) {
        this.office = office;
        this.table = table;
    }

    void measure() throws SQLException {
        try (var connection = office.database().getConnection()) {
            connection.setAutoCommit(false);
            inMemory(connection);
            wholeTenant(connection);
            connection.rollback();
        }
    }

    private void inMemory(Connection connection) throws SQLException {
        var gate = Gate.open(connection);
        var commission = office.commissions().get(0);
        var facts = List.copyOf(
                gate.facts(connection, office.tenant(), commission, trajectories(connection, commission), OCTOBER)
                        .values());
        decide(gate.rule(), facts, WARM_UP);
        table.add(
                "decisions in memory, with validThrough",
                facts.size(),
                decide(gate.rule(), facts, MEASURED),
                "per second",
                "at least 1,000,000 per core");
    }

    /** Every category of every trajectory, again and again, on one core; what they share is worked out anew each time. */
    private static double decide(Rule rule, List<Facts> facts, long nanos) {
        // The time that the core spent on it: other work on the machine does not count.
        var began = CORE.getCurrentThreadCpuTime();
        var decided = 0L;
        var permitted = 0L;
        while (CORE.getCurrentThreadCpuTime() - began < nanos) {
            for (var each : facts) {
                var answers = rule.about(each);
                for (var category : DataCategory.values()) {
                    permitted +=
                            answers.decide(category, ReportKind.PROGRESS, NOON).isPermitted() ? 1 : 0;
                    decided++;
                }
            }
        }
        if (permitted == 0) {
            throw new IllegalStateException("Nothing was permitted, so nothing was measured");
        }
        return decided * SECOND / (CORE.getCurrentThreadCpuTime() - began);
    }

    private void wholeTenant(Connection connection) throws SQLException {
        var before = statements(connection);
        var began = System.nanoTime();
        var decided = 0;
        var gate = Gate.open(connection);
        for (var commission : office.commissions()) {
            decided += gate.release(
                                    connection,
                                    office.tenant(),
                                    commission,
                                    trajectories(connection, commission),
                                    OCTOBER,
                                    ReportKind.PROGRESS,
                                    NOON)
                            .size()
                    * DataCategory.values().length;
        }
        var seconds = (System.nanoTime() - began) / SECOND;
        var made = statements(connection) - before - 1;
        table.add("whole tenant from the database", office.size(), seconds, "s", "");
        table.add("  decisions", office.size(), decided / seconds, "per second", "");
        table.add(
                "  statements per commission",
                office.size(),
                made / (double) office.commissions().size(),
                "statements",
                "the same for every size");
    }

    private List<UUID> trajectories(Connection connection, UUID commission) throws SQLException {
        return new ArrayList<>(Sql.ofTenant(connection, office.tenant())
                .query(
                        "select id from trajectory where tenant_id = :tenant and commission_id = ?",
                        row -> row.uuid("id"),
                        commission));
    }

    private static long statements(Connection connection) throws SQLException {
        return Sql.ofPlatform(connection)
                .query("show session status like 'Questions'", row -> row.count("Value"))
                .get(0);
    }
}
