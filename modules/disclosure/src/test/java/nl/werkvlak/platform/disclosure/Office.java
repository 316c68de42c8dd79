package nl.werkvlak.platform.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.tenancy.Sql;

/** Rows of one tenant on the real database, in order in every respect; a test adds what matters to it. */
final class Office {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID coach = UUID.randomUUID();
    private final Sql sql;
    private int number;

    private Office(Connection connection) {
        this.sql = Sql.ofTenant(connection, tenant);
    }

    static Office open(Connection connection) throws SQLException {
        var office = new Office(connection);
        var code = office.tenant.toString().substring(0, 18);
        office.sql.update("insert into tenant (id, code, name, kind) values (:tenant, ?, 'T', 'EMPLOYER')", code);
        Sql.ofPlatform(connection)
                .update(
                        "insert into coach (id, code, name, email) values (?, 'C', 'Coach', ?)",
                        office.coach,
                        code + "@coach.example");
        return office;
    }

    TenantId tenant() {
        return tenant;
    }

    Office commission(UUID id, String recipient) throws SQLException {
        sql.update(
                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                        + " sickness_related) values (:tenant, ?, ?, ?, 'SPOOR_2', ?, 'IDENT,EDU,HOURS', true)",
                id,
                "C-" + ++number,
                recipient,
                FIRST_DAY);
        return this;
    }

    /** A client whose trajectory bears the id that the test gives, with the concept of October shown. */
    Office trajectory(UUID id, UUID commission, UUID client) throws SQLException {
        sql.update(
                "insert into data_key (tenant_id, id, wrapped, created_at) values (:tenant, ?, 'x', utc_timestamp())",
                client);
        sql.update(
                "insert into client (tenant_id, id, number, last_name, first_name, birth_date)"
                        + " values (:tenant, ?, ?, 'L', 'F', '1980-05-05')",
                client,
                "K-" + ++number);
        sql.update(
                "insert into trajectory (tenant_id, id, number, commission_id, client_id, coach_id, product, started_on)"
                        + " values (:tenant, ?, ?, ?, ?, ?, 'SPOOR_2', ?)",
                id,
                "T-" + ++number,
                commission,
                client,
                coach,
                FIRST_DAY);
        sql.update(
                "insert into concept_preview (tenant_id, id, trajectory_id, period, shown_at, changed_by, change_reason)"
                        + " values (:tenant, ?, ?, '2026-10', '2026-10-28 09:00:00', 'test', 'a test')",
                UUID.randomUUID(),
                id);
        return this;
    }

    Office basisOfCommission(String name, Ground ground, UUID commission) throws SQLException {
        return basis(name, ground, "commission_id", commission);
    }

    Office basisOfClient(String name, Ground ground, UUID client) throws SQLException {
        return basis(name, ground, "client_id", client);
    }

    private Office basis(String name, Ground ground, String scope, UUID owner) throws SQLException {
        var isBalanced = ground == Ground.LEGITIMATE_INTEREST;
        sql.update(
                "insert into legal_basis (tenant_id, id, number, " + scope
                        + ", letter, purposes, categories, first_day,"
                        + " evidence, balancing_outcome, balanced_on, changed_by, change_reason)"
                        + " values (:tenant, ?, ?, ?, ?, 'P7', 'IDENT,CONTACT,EDU,GOAL,DOC,HOURS', ?, 'a letter', ?, ?, 'test',"
                        + " 'a test')",
                UUID.randomUUID(),
                name,
                owner,
                String.valueOf(ground.letter()),
                FIRST_DAY,
                isBalanced ? "FAVOUR" : null,
                isBalanced ? LocalDate.of(2025, 12, 20) : null);
        return this;
    }

    Office upheldObjection(UUID client, Instant at) throws SQLException {
        sql.update(
                "insert into objection (tenant_id, id, client_id, received_at, decided_at, outcome, changed_by,"
                        + " change_reason) values (:tenant, ?, ?, ?, ?, 'UPHELD', 'test', 'a test')",
                UUID.randomUUID(),
                client,
                at,
                at);
        return this;
    }

    Office restriction(UUID client, Instant at) throws SQLException {
        sql.update(
                "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by, change_reason)"
                        + " values (:tenant, ?, ?, ?, 'BEZWAAR', 'test', 'a test')",
                UUID.randomUUID(),
                client,
                at);
        return this;
    }

    Office capacityStatement(UUID trajectory) throws SQLException {
        sql.update(
                "insert into capacity_statement (tenant_id, id, trajectory_id, rubric, limitation, source_role,"
                        + " source_date, source_document)"
                        + " values (:tenant, ?, ?, 'x', 'x', 'BEDRIJFSARTS', '2026-10-01', 'x')",
                UUID.randomUUID(),
                trajectory);
        return this;
    }

    Office informedPlacement(UUID trajectory) throws SQLException {
        sql.update(
                "insert into placement (tenant_id, id, trajectory_id, started_on, contract, hours_per_week, employer,"
                        + " client_informed) values (:tenant, ?, ?, '2026-10-05', 'BEPAALDE_TIJD', 24, 'E', true)",
                UUID.randomUUID(),
                trajectory);
        return this;
    }

    Office terms(UUID commission, Instant from, String scope) throws SQLException {
        sql.update(
                "insert into commission_terms (tenant_id, id, commission_id, in_force_from, data_scope, sickness_related,"
                        + " special_ground, secrecy_signed_on, recorded_at, recorded_by, reason)"
                        + " values (:tenant, ?, ?, ?, ?, false, 'H2', '2026-10-02', ?, 'an officer', 'a letter')",
                UUID.randomUUID(),
                commission,
                from,
                scope,
                from);
        return this;
    }

    /** The concept of October was not shown, and from this instant it is recorded why. */
    Office conceptExcused(UUID trajectory, Instant at) throws SQLException {
        sql.update(
                "update concept_preview set shown_at = null, not_shown_reason = 'moved away', reason_recorded_at = ?"
                        + " where tenant_id = :tenant and trajectory_id = ?",
                at,
                trajectory);
        return this;
    }

    Office document(UUID trajectory, String type, String outcome, Instant at) throws SQLException {
        sql.update(
                "insert into document (tenant_id, id, trajectory_id, type, released_at, released_by, scanned_at,"
                        + " scan_outcome, changed_by, change_reason)"
                        + " values (:tenant, ?, ?, ?, ?, ?, ?, ?, 'test', 'a test')",
                UUID.randomUUID(),
                trajectory,
                type,
                at,
                coach,
                at,
                outcome);
        return this;
    }

    Office statutoryRequest(UUID client, String categories, Instant at) throws SQLException {
        sql.update(
                "insert into statutory_request (tenant_id, id, client_id, categories, reference, received_at, changed_by,"
                        + " change_reason) values (:tenant, ?, ?, ?, 'UWV 2026-1', ?, 'an officer', 'a letter')",
                UUID.randomUUID(),
                client,
                categories,
                at);
        return this;
    }

    Office retention(UUID commission, String category, int months, Instant from) throws SQLException {
        sql.update(
                "insert into retention_override (tenant_id, id, commission_id, category, in_force_from, months, reason,"
                        + " recorded_at, recorded_by) values (:tenant, ?, ?, ?, ?, ?, 'a contract', ?, 'an officer')",
                UUID.randomUUID(),
                commission,
                category,
                from,
                months,
                from);
        return this;
    }

    Office ended(UUID trajectory, LocalDate day) throws SQLException {
        sql.update(
                "update trajectory set started_on = ?, ended_on = ? where tenant_id = :tenant and id = ?",
                day,
                day,
                trajectory);
        return this;
    }
}
