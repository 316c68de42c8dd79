package nl.werkvlak.platform.security;

import java.time.Duration;
import java.util.Optional;

/** What the doorkeeper answers to whoever knocks; it never tells which of name and secret was wrong. */
public sealed interface Admission {

    /** Come in. */
    record Admitted(Caller who) implements Admission {
        @Override
        public Optional<Caller> caller() {
            return Optional.of(who);
        }
    }

    /** Unknown, a wrong secret, disabled, or a coach without a signed secrecy agreement: it looks the same. */
    record Refused() implements Admission {}

    /** Too many failures, or too busy: not before {@code pause} has passed, whatever the secret. */
    record Later(Duration pause) implements Admission {
        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(pause);
        }
    }

    default Optional<Caller> caller() {
        return Optional.empty();
    }

    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
