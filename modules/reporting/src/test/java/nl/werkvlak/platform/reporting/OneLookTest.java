package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pull costs while no fact was changed: one look-up by keys, however many people the report is about. */
@NullUnmarked
class OneLookTest {

    private static final TenantId A = TwoTenants.A;
    private static final int MANY = 3_000;

    private final List<String> statements = new ArrayList<>();
    private DataSource database;
    private TwoTenants tenants;
    private Node node;

    @BeforeEach
    void one_report_over_three_thousand_people_and_three_over_one() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        node = new Node(ListeningDatabase.over(database, statements::add), TwoTenants.CLOCK);
        tenants.tell(
                A,
                "insert into data_key (tenant_id, id, wrapped, created_at)"
                        + " select :tenant, uuid(), concat('M', seq), utc_timestamp() from seq_1_to_" + MANY);
        tenants.tell(
                A,
                "insert into client (tenant_id, id, number, last_name, first_name, birth_date)"
                        + " select tenant_id, id, wrapped, 'Menig', 'Mens', '1980-01-01' from data_key"
                        + " where tenant_id = :tenant and wrapped like 'M%' and length(wrapped) < 6");
        // Their coach has not signed off: they are counted, and have no report of their own.
        tenants.tell(
                A,
                "insert into trajectory (tenant_id, id, number, commission_id, client_id, coach_id, product, started_on)"
                        + " select c.tenant_id, uuid(), c.number, ?, c.id, (select id from coach), 'SPOOR_2', '2026-01-05'"
                        + " from client c where c.tenant_id = :tenant and c.number like 'M%'",
                TwoTenants.COMMISSION);
        node.make(node.plan(), A);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_pull_asks_no_rule_and_takes_as_many_statements_for_thousands_as_for_one() throws SQLException {
        var overMany = node.reportOf(A, TwoTenants.COMMISSION);
        var overOne = node.reportOf(A, TwoTenants.trajectory(1));
        assertThat(tenants.texts("select count(*) t from report_person where report_id = '" + overMany.id() + "'"))
                .containsExactly(Integer.toString(MANY + 3));

        var ofOne = pulled(overOne);
        assertThat(ofOne).noneMatch(statement -> statement.contains("legal_basis"));
        assertThat(looks(ofOne)).hasSize(1);
        assertThat(pulled(overMany)).hasSameSizeAs(ofOne);

        for (var report : List.of(overOne, overMany)) {
            assertThat(explained(looks(ofOne).get(0), report.id()))
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step).containsPattern(" (const|eq_ref|ref) PRIMARY"));
        }
    }

    @Test
    void one_of_thousands_who_may_not_be_counted_any_more_is_in_no_number_of_the_corrected_version()
            throws SQLException {
        var old = node.reportOf(A, TwoTenants.COMMISSION);
        tenants.tell(
                A,
                "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by, change_reason)"
                        + " select tenant_id, uuid(), id, '2026-11-04 10:00:00', 'ONRECHTMATIG', 'test', 'a test'"
                        + " from client where tenant_id = :tenant and number = 'M7'");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> node.pull(A, old.id()));
        node.correct();

        var corrected = node.reportOf(A, TwoTenants.COMMISSION);
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(tenants.texts("select count(*) t from report_person where report_id = '" + corrected.id() + "'"))
                .containsExactly(Integer.toString(MANY + 2));
    }

    private List<String> pulled(Report report) {
        statements.clear();
        node.pull(A, report.id());
        return List.copyOf(statements);
    }

    private static List<String> looks(List<String> made) {
        return made.stream()
                .filter(statement -> statement.contains("fact_version"))
                .toList();
    }

    /** How the database goes about a look: per table the way and the key. */
    private List<String> explained(String look, UUID report) throws SQLException {
        var steps = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("explain " + look)) {
            statement.setObject(1, LocalDateTime.ofInstant(TwoTenants.CLOCK.instant(), ZoneOffset.UTC));
            statement.setString(2, A.toString());
            statement.setString(3, report.toString());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    steps.add("%s %s %s"
                            .formatted(rows.getString("table"), rows.getString("type"), rows.getString("key")));
                }
            }
        }
        return steps;
    }
}
