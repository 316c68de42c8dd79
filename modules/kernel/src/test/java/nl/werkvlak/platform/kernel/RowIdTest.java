package nl.werkvlak.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowIdTest {

    private static final Instant NOW = Instant.parse("2026-11-05T09:00:00Z");
    private static final int MANY = 100_000;

    private static Stream<UUID> ids() {
        return Stream.generate(() -> RowId.next(NOW)).limit(MANY);
    }

    @Test
    void nobody_gets_the_same_one() {
        assertThat(ids().parallel().distinct()).hasSize(MANY);
    }

    @Test
    void says_of_itself_that_it_begins_with_the_moment() {
        assertThat(ids().limit(5_000))
                .allSatisfy(id -> assertThat(id).returns(7, UUID::version).returns(2, UUID::variant));
    }

    @Test
    void comes_after_those_before_it_though_the_clock_stands_still_or_goes_back() {
        assertThat(ids().map(UUID::toString)).isSorted();

        var before = RowId.next(NOW).toString();
        assertThat(RowId.next(NOW.minusSeconds(60)).toString()).isGreaterThan(before);
    }

    @Test
    void begins_with_its_moment() {
        var later = NOW.plusSeconds(365L * 24 * 60 * 60);

        assertThat(RowId.next(later).getMostSignificantBits() >>> 16).isEqualTo(later.toEpochMilli());
    }
}
