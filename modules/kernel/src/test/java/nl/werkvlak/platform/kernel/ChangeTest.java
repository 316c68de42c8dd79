package nl.werkvlak.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t"})
    void is_refused_without_a_reason(String nothing) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Change("somebody", NOW, nothing))
                .returns(Map.of("reason", "missing"), Refusal::fields)
                .returns(Refusal.Kind.RULE, Refusal::kind);
    }

    @Test
    void is_about_what_has_happened() {
        var change = new Change("somebody", NOW, "a letter");
        change.demandPast("receivedAt", NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> change.demandPast("receivedAt", NOW.plusNanos(1)))
                .returns("in-future", Refusal::code)
                .returns(Map.of("receivedAt", "in-future"), Refusal::fields);
    }

    @Test
    void has_a_reason_of_at_most_500_characters() {
        assertThat(new Change("somebody", NOW, " " + "x".repeat(500)).reason()).hasSize(500);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Change("somebody", NOW, "x".repeat(501)))
                .returns(Map.of("reason", "too-long"), Refusal::fields);
    }
}
