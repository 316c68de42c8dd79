package nl.werkvlak.platform.reporting;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** That a withdrawn report is to be replaced: what the scheduler keeps about it. */
record Correction(TenantId tenant, UUID report) {

    static final String TASK = "correct-report";

    static Correction of(String text) {
        var parts = text.split(" ", 2);
        return new Correction(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }

    private String text() {
        return tenant + " " + report;
    }

    /**
     * Hands out the work, in the transaction that withdraws: a node that dies in between leaves nothing undone. Once per
     * report; who comes second adds nothing.
     */
    static void plan(Connection connection, TenantId tenant, Collection<UUID> reports, Instant at) throws SQLException {
        Sql.ofPlatform(connection)
                .batch(
                        "insert ignore into scheduled_tasks (task_name, task_instance, task_data, execution_time,"
                                + " picked, version, priority) values (?, ?, ?, ?, false, 1, 0)",
                        reports.stream()
                                .map(report -> row(new Correction(tenant, report), at))
                                .toList());
    }

    private static @Nullable Object[] row(Correction correction, Instant at) {
        var data = correction.text().getBytes(StandardCharsets.UTF_8);
        return new @Nullable Object[] {TASK, UUID.nameUUIDFromBytes(data).toString(), data, at};
    }
}
