package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Two tenants whose commissions, clients and trajectories have the same ids, numbers and names, and whose values
 * differ: what leaks shows as the other's value.
 */
final class TwoTenants {

    static final TenantId A = TenantId.ofCode("AAA");
    static final TenantId B = TenantId.ofCode("BBB");
    static final UUID COMMISSION = UUID.nameUUIDFromBytes(new byte[] {1});

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneOffset.UTC);
    static final Vault VAULT = new Vault(new byte[32], CLOCK);

    private static final String ALL = "IDENT,EMPLOY,EDU,EXP,PREF,PLAN,GOAL,ACT,ATTEND,PROGRESS,STRENGTH,RESULT,HOURS";

    private final DataSource database;

    TwoTenants(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection()) {
            var coach = UUID.randomUUID();
            Sql.ofPlatform(connection)
                    .update(
                            "insert into coach (id, code, name, email) values (?, 'c1', 'Coach', 'c1@werkvlak.example')",
                            coach);
            for (var tenant : new TenantId[] {A, B}) {
                tenant(connection, tenant, coach);
            }
        }
    }

    /** The word that is in the texts of one tenant and of no other. */
    static String word(TenantId tenant) {
        return tenant.equals(A) ? "Appelboom" : "Berkenlaan";
    }

    static UUID trajectory(int number) {
        return id(2, number);
    }

    static UUID client(int number) {
        return id(3, number);
    }

    private static UUID id(int kind, int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) kind, (byte) (number >> 8), (byte) number});
    }

    private static void tenant(Connection connection, TenantId tenant, UUID coach) throws SQLException {
        var code = tenant.equals(A) ? "AAA" : "BBB";
        Sql.ofPlatform(connection)
                .update(
                        "insert into tenant (id, code, name, kind, brand_colour) values (?, ?, 'Zelfde Naam B.V.',"
                                + " 'EMPLOYER', '#0b6b50')",
                        tenant,
                        code);
        var sql = Sql.ofTenant(connection, tenant);
        sql.update(
                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, data_scope,"
                        + " sickness_related, secrecy_signed_on, hours_budget, hourly_rate)"
                        + " values (:tenant, ?, 'C-1', 'E2', 'SPOOR_2', '2025-01-01', ?, true, '2024-12-15', 100, 90)",
                COMMISSION,
                ALL);
        sql.update(
                "insert into legal_basis (tenant_id, id, number, commission_id, letter, purposes, categories,"
                        + " first_day, evidence, balancing_outcome, balanced_on, changed_by, change_reason)"
                        + " values (:tenant, uuid(), 'B-1', ?, 'd', 'P7', ?, '2025-01-01', 'x', 'FAVOUR', '2024-12-20',"
                        + " 'test', 'a test')",
                COMMISSION,
                ALL);
        for (var number = 1; number <= 3; number++) {
            VAULT.keysFor(connection, tenant, Set.of(client(number)));
            trajectory(sql, number, coach, word(tenant), "2026-01-05");
        }
    }

    /** More people of the commission, with numbers from one up to another, who start on this day. */
    void join(TenantId tenant, int first, int last, String startedOn) throws SQLException {
        try (var connection = database.getConnection()) {
            var coach = Sql.ofPlatform(connection)
                    .query("select id from coach", row -> row.uuid("id"))
                    .get(0);
            for (var number = first; number <= last; number++) {
                VAULT.keysFor(connection, tenant, Set.of(client(number)));
                trajectory(Sql.ofTenant(connection, tenant), number, coach, word(tenant), startedOn);
            }
        }
    }

    private static void trajectory(Sql sql, int number, UUID coach, String word, String startedOn) throws SQLException {
        sql.update(
                "insert into client (tenant_id, id, number, last_name, first_name, birth_date)"
                        + " values (:tenant, ?, ?, 'Jansen', 'Jo', '1980-01-01')",
                client(number),
                "K" + number);
        sql.update(
                "insert into trajectory (tenant_id, id, number, commission_id, client_id, coach_id, product,"
                        + " started_on, planned_end, main_goal, education, imported_through)"
                        + " values (:tenant, ?, ?, ?, ?, ?, 'SPOOR_2', ?, '2026-12-31', ?, ?, '2026-10-31')",
                trajectory(number),
                "T" + number,
                COMMISSION,
                client(number),
                coach,
                startedOn,
                "Hoofddoel " + word,
                "Opleiding " + word);
        sql.update(
                "insert into concept_preview (tenant_id, id, trajectory_id, period, shown_at, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, '2026-10', '2026-10-31 12:00:00', 'test', 'a test')",
                trajectory(number));
    }

    /** Of all that is known of this client, since yesterday. */
    void restrict(TenantId tenant, int client) {
        try {
            tell(
                    tenant,
                    "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, '2026-11-04 10:00:00', 'ONRECHTMATIG', 'test', 'a test')",
                    client(client));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void tell(TenantId tenant, String statement, @Nullable Object... arguments) throws SQLException {
        try (var connection = database.getConnection()) {
            Sql.ofTenant(connection, tenant).update(statement, arguments);
        }
    }

    /** Of what belongs to no tenant, or to both. */
    void tellPlatform(String statement) {
        Transactions.in(database, connection -> Sql.ofPlatform(connection).update(statement));
    }

    /** What a question over all tenants answers, in a column of the name {@code t}. */
    List<String> texts(String question) {
        return Transactions.in(
                database, connection -> Sql.ofPlatform(connection).query(question, row -> row.text("t")));
    }
}
