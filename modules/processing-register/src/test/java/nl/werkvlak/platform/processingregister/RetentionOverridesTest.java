package nl.werkvlak.platform.processingregister;

import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tenants, whose commissions bear the same id and number. */
class RetentionOverridesTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());
    private final UUID commission = UUID.randomUUID();
    private final RetentionOverrides overrides = new RetentionOverrides(DATABASE, CLOCK);

    @BeforeEach
    void open() throws SQLException {
        for (var tenant : new TenantId[] {one, other}) {
            try (var connection = DATABASE.getConnection()) {
                var sql = Sql.ofTenant(connection, tenant);
                sql.update(
                        "insert into tenant (id, code, name, kind) values (:tenant, ?, 'T', 'EMPLOYER')",
                        tenant.toString().substring(0, 18));
                sql.update(
                        "insert into commission (tenant_id, id, number, recipient_kind, product, first_day,"
                                + " data_scope, sickness_related)"
                                + " values (:tenant, ?, 'O-1', 'E2', 'SPOOR_2', '2026-01-01', 'EDU', true)",
                        commission);
            }
        }
    }

    @Test
    void is_that_of_its_tenant_only() throws SQLException {
        var recorded = overrides.record(one, commission, GOAL, 6, null, "anna", "the contract says so");

        assertThat(overrides.of(one, commission)).containsExactly(recorded);
        assertThat(overrides.of(other, commission)).isEmpty();
        assertThat(recorded.override().inForceFrom()).isEqualTo(NOW);
        try (var connection = DATABASE.getConnection()) {
            assertThat(RetentionOverride.of(Sql.ofTenant(connection, one), commission))
                    .containsExactly(recorded.override());
            assertThat(RetentionOverride.of(Sql.ofTenant(connection, other), commission))
                    .isEmpty();
        }
    }

    @Test
    void stays_in_the_history_when_another_follows() {
        overrides.record(one, commission, GOAL, 6, null, "anna", "the contract says so");
        overrides.record(one, commission, GOAL, 3, NOW.plusSeconds(60), "bas", "and now less");

        assertThat(overrides.of(one, commission))
                .extracting(recorded -> recorded.override().months())
                .containsExactly(3, 6);
    }

    @Test
    void begins_now_or_later_and_after_those_that_are_known_of_its_category() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> overrides.record(one, commission, GOAL, -1, NOW.minusSeconds(1), "anna", "why"))
                .returns(Map.of("months", "not-a-retention", "inForceFrom", "in-the-past"), Refusal::fields);
        overrides.record(one, commission, GOAL, 6, NOW.plusSeconds(60), "anna", "later");
        assertRefused(
                "later-retention-exists", () -> overrides.record(one, commission, GOAL, 3, null, "bas", "in between"));
        overrides.record(one, commission, EDU, 3, null, "bas", "of another category");
        overrides.record(other, commission, GOAL, 3, null, "bas", "of another tenant");
    }

    @Test
    void of_a_commission_that_is_not_there_is_unknown() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> overrides.record(one, UUID.randomUUID(), GOAL, 6, null, "anna", "why"))
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> overrides.of(new TenantId(UUID.randomUUID()), commission))
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(code, Refusal::code);
    }
}
