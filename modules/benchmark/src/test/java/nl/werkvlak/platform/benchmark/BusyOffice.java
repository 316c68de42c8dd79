package nl.werkvlak.platform.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.RowId;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * One tenant with a year of work, made up: as many trajectories as are asked for, in four commissions, each with
 * goals, contacts, progress, hours, statements of a doctor, and a sprinkling of objections, restrictions and consents.
 */
record BusyOffice(DataSource database, Vault vault, Clock clock, TenantId tenant, int size, List<UUID> commissions)
        implements AutoCloseable {

    private static final int COMMISSIONS = 4;
    private static final int AT_ONCE = 500;
    private static final String ALL =
            "IDENT,EMPLOY,EDU,EXP,PREF,PLAN,GOAL,ACT,ATTEND,PROGRESS,STRENGTH,CAPACITY,RESULT,HOURS";
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 11, 1);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneOffset.UTC);

    /** The same in each process. */
    static final Vault VAULT = new Vault(new byte[32], CLOCK);

    static BusyOffice of(int size) throws SQLException {
        return of(size, 1).get(0);
    }

    /** So many of one size, alike, in one database. */
    static List<BusyOffice> of(int size, int many) throws SQLException {
        var database = TestDatabase.fresh();
        var offices = Stream.generate(() ->
                        new BusyOffice(database, VAULT, CLOCK, new TenantId(UUID.randomUUID()), size, ids(COMMISSIONS)))
                .limit(many)
                .toList();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var office : offices) {
                office.fill(connection, "B" + offices.indexOf(office));
                // A year of work is no news: what came of it was followed long ago.
                Sql.ofTenant(connection, office.tenant())
                        .update("update fact_version set seen = version where tenant_id = :tenant");
                connection.commit();
            }
        }
        return offices;
    }

    /** What it holds in memory are its connections. */
    @Override
    public void close() {
        if (database instanceof MariaDbPoolDataSource pool) {
            pool.close();
        }
    }

    private static List<UUID> ids(int many) {
        return Stream.generate(() -> RowId.next(CLOCK.instant())).limit(many).toList();
    }

    private void fill(Connection connection, String code) throws SQLException {
        var coach = UUID.randomUUID();
        var platform = Sql.ofPlatform(connection);
        platform.update(
                "insert into tenant (id, code, name, kind) values (?, ?, 'Drukke opdrachtgever B.V.', 'EMPLOYER')",
                tenant,
                code);
        platform.update(
                "insert into coach (id, code, name, email) values (?, ?, 'Coach', ?)",
                coach,
                code,
                code + "@w.example");
        var sql = Sql.ofTenant(connection, tenant);
        for (var commission : commissions) {
            sql.update(
                    "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                            + " sickness_related, special_ground, secrecy_signed_on, hours_budget, hourly_rate)"
                            + " values (:tenant, ?, ?, 'E2', 'SPOOR_2', ?, ?, true, 'H1', '2025-10-15', 100000, 90)",
                    commission,
                    "C-" + commissions.indexOf(commission),
                    FIRST_DAY,
                    ALL);
            sql.update(
                    "insert into legal_basis (tenant_id, id, number, commission_id, letter, purposes, categories,"
                            + " first_day, evidence, balancing_outcome, balanced_on, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, ?, 'd', 'P7', ?, ?, 'x', 'FAVOUR', '2025-10-20', 'b', 'b')",
                    "B-" + commissions.indexOf(commission),
                    commission,
                    ALL,
                    FIRST_DAY);
        }
        for (var from = 0; from < size; from += AT_ONCE) {
            fill(connection, sql, coach, from, Math.min(size, from + AT_ONCE));
            connection.commit();
        }
    }

    private void fill(Connection connection, Sql sql, UUID coach, int from, int until) throws SQLException {
        // In the order in which they come, as an import has them.
        var clients = ids(until - from);
        var rows = new Rows(coach, clients, ids(until - from), vault.keysFor(connection, tenant, clients), from);
        sql.batch(
                "insert into client (tenant_id, id, number, last_name, first_name, birth_date)"
                        + " values (:tenant, ?, ?, ?, 'Jo', '1980-01-01')",
                rows.each(at -> rows.row(rows.client(at), "K" + at, "Jansen-" + at)));
        sql.batch(
                "insert into trajectory (tenant_id, id, number, commission_id, client_id, coach_id, product, started_on,"
                        + " planned_end, job_title, contract_hours, main_goal, education, experience, preference,"
                        + " imported_through) values (:tenant, ?, ?, ?, ?, ?, 'SPOOR_2', '2025-11-03', '2027-03-31',"
                        + " 'Planner', 32, 'Werk dat past', 'MBO 4 logistiek', 'Tien jaar planning', 'Logistiek',"
                        + " '2026-12-31')",
                rows.each(at -> rows.row(
                        rows.trajectory(at),
                        "T" + at,
                        commissions.get(at % commissions.size()),
                        rows.client(at),
                        coach)));
        sql.batch(
                "insert into concept_preview (tenant_id, id, trajectory_id, period, shown_at, reaction, changed_by,"
                        + " change_reason) values (:tenant, uuid(), ?, '2026-10', '2026-10-28 09:00:00', 'Akkoord',"
                        + " 'benchmark', 'a benchmark')",
                rows.each(at -> at % 10 == 0 ? null : rows.row(rows.trajectory(at))));
        for (var goal = 1; goal <= 4; goal++) {
            var position = goal;
            sql.batch(
                    "insert into goal (tenant_id, id, trajectory_id, position, description, due, status)"
                            + " values (:tenant, uuid(), ?, ?, 'Twee gesprekken voeren bij een bedrijf in de buurt',"
                            + " '2026-12-01', 'OPEN')",
                    rows.each(at -> rows.row(rows.trajectory(at), position)));
        }
        for (var month = 1; month <= 12; month++) {
            var day = FIRST_DAY.plusMonths(month - 1L).plusDays(13);
            sql.batch(
                    "insert into progress (tenant_id, id, trajectory_id, measured_on, status, ladder, score, explanation,"
                            + " prognosis) values (:tenant, uuid(), ?, ?, 'OP_SCHEMA', 4, 7,"
                            + " 'De afspraken zijn nagekomen en het zoekprofiel is aangescherpt.', 'Op tijd klaar.')",
                    rows.each(at -> rows.row(rows.trajectory(at), day)));
            sql.batch(
                    "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                            + " values (:tenant, uuid(), ?, ?, 1.5, 'BEGELEIDING')",
                    rows.each(at -> rows.row(rows.trajectory(at), day)));
        }
        for (var contact = 1; contact <= 4; contact++) {
            var moment = "2026-10-%02d 09:00:00".formatted(contact * 6);
            sql.batch(
                    "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance)"
                            + " values (:tenant, uuid(), ?, ?, 'GESPREK', 45, 'AANWEZIG')",
                    rows.each(at -> rows.row(rows.trajectory(at), moment)));
        }
        sql.batch(
                "insert into capacity_statement (tenant_id, id, trajectory_id, rubric, limitation, source_role,"
                        + " source_date, source_document) values (:tenant, uuid(), ?, ?, ?, 'BEDRIJFSARTS',"
                        + " '2026-09-01', ?)",
                rows.each(at -> rows.row(
                        rows.trajectory(at),
                        rows.sealed(at, "Werktijden", "capacity_statement.rubric"),
                        rows.sealed(at, "Maximaal vier uur per dag", "capacity_statement.limitation"),
                        rows.sealed(at, "FML", "capacity_statement.source_document"))));
        sql.batch(
                "insert into objection (tenant_id, id, client_id, purposes, received_at, decided_at, outcome,"
                        + " changed_by, change_reason) values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00',"
                        + " '2026-10-25 10:00:00', 'OVERRIDDEN', 'b', 'b')",
                rows.each(at -> at % 50 == 0 ? rows.row(rows.client(at)) : null));
        sql.batch(
                "insert into restriction (tenant_id, id, client_id, categories, imposed_at, ground, changed_by,"
                        + " change_reason) values (:tenant, uuid(), ?, 'EDU', '2026-10-20 10:00:00', 'BEZWAAR', 'b', 'b')",
                rows.each(at -> at % 70 == 0 ? rows.row(rows.client(at)) : null));
    }

    /** The rows of some trajectories; ids follow from where they stand. */
    private record Rows(UUID coach, List<UUID> clients, List<UUID> trajectories, Map<UUID, DataKey> keys, int from) {

        interface Maker {
            @Nullable
            Object @Nullable [] row(int at);
        }

        UUID client(int at) {
            return clients.get(at - from);
        }

        UUID trajectory(int at) {
            return trajectories.get(at - from);
        }

        byte[] sealed(int at, String text, String place) {
            return Objects.requireNonNull(keys.get(client(at)), "key")
                    .seal(text.getBytes(StandardCharsets.UTF_8), place);
        }

        @Nullable
        Object[] row(@Nullable Object... values) {
            return values;
        }

        List<@Nullable Object[]> each(Maker maker) {
            var rows = new ArrayList<@Nullable Object[]>();
            for (var at = from; at < from + clients.size(); at++) {
                var row = maker.row(at);
                if (row != null) {
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
