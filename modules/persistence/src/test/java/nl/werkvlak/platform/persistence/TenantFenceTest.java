package nl.werkvlak.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.Report;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.TenantOwned;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tenants with a report of the same id: whatever is asked, only the own one is there. */
@NullUnmarked
class TenantFenceTest {

    private static final TenantId A = TenantId.ofCode("AAA");
    private static final TenantId B = TenantId.ofCode("BBB");
    private static final UUID REPORT = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID ONLY_OF_B = UUID.nameUUIDFromBytes(new byte[] {2});

    private static DataSource database;
    private static EntityManagerFactory unit;

    @BeforeAll
    static void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        try (var connection = database.getConnection()) {
            // What is tried here is whose rows the provider reaches; that nobody changes a report is guarded beside it.
            Sql.ofPlatform(connection).update("drop trigger report_stays");
            Sql.ofPlatform(connection).update("drop trigger report_never_goes");
            var run = UUID.randomUUID();
            Sql.ofPlatform(connection)
                    .update(
                            "insert into reporting_run (id, period, state, started_by, decided_at)"
                                    + " values (?, '2026-10', 'RUNNING', 'test', now())",
                            run);
            for (var tenant : List.of(A, B)) {
                var code = tenant.equals(A) ? "AAA" : "BBB";
                Sql.ofPlatform(connection)
                        .update(
                                "insert into tenant (id, code, name, kind) values (?, ?, 'Zelfde naam', 'UWV')",
                                tenant,
                                code);
                var commission = UUID.nameUUIDFromBytes(new byte[] {3});
                Sql.ofTenant(connection, tenant)
                        .update(
                                "insert into commission (tenant_id, id, number, recipient_kind, product, first_day,"
                                        + " data_scope, sickness_related) values (:tenant, ?, 'C', 'U', 'WERKFIT',"
                                        + " '2026-01-01', 'IDENT', true)",
                                commission);
                report(connection, tenant, run, commission, REPORT, code + "-1", "2026-10");
                if (tenant.equals(B)) {
                    report(connection, tenant, run, commission, ONLY_OF_B, code + "-2", "2026-09");
                }
            }
        }
        unit = Persistence.createEntityManagerFactory(
                "werkvlak",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        database));
    }

    private static void report(
            java.sql.Connection connection,
            TenantId tenant,
            UUID run,
            UUID commission,
            UUID id,
            String number,
            String period)
            throws SQLException {
        Sql.ofTenant(connection, tenant)
                .update(
                        "insert into report (tenant_id, id, kind, number, subject_id, commission_id, period, version,"
                                + " run_id, decided_at, issued_at, trace_code, matrix_version, register_version,"
                                + " regulation_version, template_version, decisions, sha256, size) values (:tenant, ?,"
                                + " 'ACCOUNTABILITY', ?, ?, ?, ?, 1, ?, now(), now(), 'x', '1', '1', '1', '1', '{}',"
                                + " unhex(sha2('', 256)), 1)",
                        id,
                        number,
                        commission,
                        commission,
                        period,
                        run);
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    private static <T> T as(TenantId tenant, Function<EntityManager, T> work) throws Exception {
        return CurrentTenant.with(tenant, () -> {
            var entities = unit.createEntityManager();
            try {
                entities.getTransaction().begin();
                var answer = work.apply(entities);
                entities.getTransaction().commit();
                return answer;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
                entities.close();
            }
        });
    }

    private static Report byId(EntityManager entities, UUID id) {
        return entities.createQuery("select r from Report r where r.id = :id", Report.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static long rowsOf(EntityManager entities) {
        return entities.createQuery("select count(r) from Report r", Long.class).getSingleResult();
    }

    @Nested
    class A_tenant {

        @Test
        void sees_its_own_row_of_an_id_that_another_tenant_has_too() throws Exception {
            for (var tenant : List.of(A, B, A)) {
                String number = as(tenant, entities -> byId(entities, REPORT).number());
                assertThat(number).isEqualTo(tenant.equals(A) ? "AAA-1" : "BBB-1");
            }
        }

        @Test
        void does_not_see_a_row_that_only_another_tenant_has() throws Exception {
            Report theirs = as(B, entities -> byId(entities, ONLY_OF_B));
            assertThat(theirs.number()).isEqualTo("BBB-2");
            Report mine = as(A, entities -> byId(entities, ONLY_OF_B));
            assertThat(mine).isNull();
        }

        @Test
        void finds_by_key_its_own_row_only() throws Exception {
            Report mine = as(A, entities -> entities.find(Report.class, REPORT));
            assertThat(mine.number()).isEqualTo("AAA-1");
            Report theirs = as(A, entities -> entities.find(Report.class, ONLY_OF_B));
            assertThat(theirs).isNull();
        }

        @Test
        void counts_its_own_rows_only() throws Exception {
            long ofA = as(A, TenantFenceTest::rowsOf);
            long ofB = as(B, TenantFenceTest::rowsOf);
            assertThat(ofA).isEqualTo(1);
            assertThat(ofB).isEqualTo(2);
        }

        @Test
        void changes_nothing_of_another_tenant_in_bulk() throws Exception {
            var changed = as(
                    A,
                    entities -> entities.createQuery("update Report r set r.size = 2 where r.id = :id")
                            .setParameter("id", ONLY_OF_B)
                            .executeUpdate());
            assertThat(changed).isZero();
            Report theirs = as(B, entities -> byId(entities, ONLY_OF_B));
            assertThat(theirs.size()).isEqualTo(1);
        }

        @Test
        void deletes_only_its_own_row_of_a_shared_id() throws Exception {
            assertThatThrownBy(() -> as(A, entities -> {
                        entities.remove(byId(entities, REPORT));
                        entities.flush();
                        assertThat(rowsOf(entities)).isZero();
                        throw new IllegalStateException("take it back");
                    }))
                    .hasMessageContaining("take it back");
            Report theirs = as(B, entities -> byId(entities, REPORT));
            assertThat(theirs.number()).isEqualTo("BBB-1");
        }

        @Test
        void locks_its_own_row_only() throws Exception {
            String locked = as(
                    A,
                    entities -> entities.createQuery("select r from Report r where r.id = :id", Report.class)
                            .setParameter("id", REPORT)
                            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                            .getSingleResult()
                            .number());
            assertThat(locked).isEqualTo("AAA-1");
        }

        @Test
        void is_refused_a_native_query() {
            assertThatThrownBy(() -> as(
                            A,
                            entities -> entities.createNativeQuery("select number from report")
                                    .getResultList()))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Nested
    class Without_a_tenant {

        @Test
        void nothing_is_read_and_it_is_loud() {
            var entities = unit.createEntityManager();
            try {
                assertThatThrownBy(() -> byId(entities, REPORT)).isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> entities.createQuery("update Report r set r.size = 3")
                                .executeUpdate())
                        .isInstanceOf(RuntimeException.class);
            } finally {
                entities.close();
            }
        }

        @Test
        void a_thread_that_worked_for_a_tenant_has_forgotten_it() throws Exception {
            as(A, entities -> byId(entities, REPORT).number());
            assertThat(CurrentTenant.optional()).isEmpty();
        }
    }

    @Nested
    class Every_entity {

        @Test
        void belongs_to_a_tenant_or_is_on_the_list_of_the_platform() {
            assertThat(unit.getMetamodel().getEntities())
                    .isNotEmpty()
                    .allMatch(entity -> TenantOwned.class.isAssignableFrom(entity.getJavaType()));
        }
    }
}
