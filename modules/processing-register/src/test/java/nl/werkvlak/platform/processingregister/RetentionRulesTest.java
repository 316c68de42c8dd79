package nl.werkvlak.platform.processingregister;

import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 26);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final RetentionRules rules = new RetentionRules(DATABASE, CLOCK);

    @Test
    void counts_from_the_midnight_of_its_first_day_and_the_one_before_it_until_then() throws SQLException {
        rules.record(EDU, TOMORROW, 12, "a new policy", "anna", "shorter is enough");

        try (var connection = DATABASE.getConnection()) {
            var register = ProcessingRegister.load(Sql.ofPlatform(connection));
            assertThat(register.retentionOf(EDU, Period.startOf(TOMORROW))).isEqualTo(12);
            assertThat(register.retentionOf(EDU, Period.startOf(TOMORROW).minusNanos(1)))
                    .isEqualTo(24);
        }
        assertThat(rules.all().stream().filter(rule -> rule.category() == EDU))
                .extracting(RetentionRule::months, RetentionRule::recordedBy, RetentionRule::reason)
                .containsExactly(
                        tuple(12, "anna", "shorter is enough"), tuple(24, "Werkvlak", "Eerste bewaartermijnen"));
    }

    @Test
    void is_one_per_category_and_day() {
        rules.record(PLAN, TOMORROW, 12, "a new policy", "anna", "shorter");
        assertRefused("retention-exists", () -> rules.record(PLAN, TOMORROW, 6, "another", "bas", "still shorter"));
    }

    @Test
    void names_every_field_that_is_wrong() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rules.record(EDU, TOMORROW.minusDays(1), 0, " ", "anna", "why"))
                .returns(
                        Map.of("firstDay", "not-in-the-future", "months", "not-a-retention", "source", "missing"),
                        Refusal::fields);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(code, Refusal::code);
    }
}
