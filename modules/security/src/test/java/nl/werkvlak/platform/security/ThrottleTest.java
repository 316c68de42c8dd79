package nl.werkvlak.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:30:00Z");

    private final Throttle throttle = new Throttle();

    @Test
    void five_failures_are_free_and_then_the_wait_doubles_up_to_a_minute() {
        fail(4);
        assertThat(throttle.waitOf("portal", NOW)).isZero();
        fail(1);
        assertThat(throttle.waitOf("portal", NOW)).isEqualTo(Duration.ofSeconds(1));
        fail(3);
        assertThat(throttle.waitOf("portal", NOW)).isEqualTo(Duration.ofSeconds(8));
        fail(100);
        assertThat(throttle.waitOf("portal", NOW)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void the_wait_passes() {
        fail(8);
        assertThat(throttle.waitOf("portal", NOW.plusSeconds(8))).isZero();
    }

    @Test
    void a_success_forgives_and_another_name_never_waits() {
        fail(8);
        assertThat(throttle.waitOf("other", NOW)).isZero();
        throttle.succeeded("portal");
        assertThat(throttle.waitOf("portal", NOW)).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("portal", NOW);
        }
    }
}
