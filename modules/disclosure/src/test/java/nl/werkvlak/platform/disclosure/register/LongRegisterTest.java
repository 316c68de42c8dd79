package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A register of years: 100,000 entries under 200 seals. */
class LongRegisterTest {

    private static final Logger LOG = LoggerFactory.getLogger(LongRegisterTest.class);
    private static final int ENTRIES = 100_000;
    private static final int TOGETHER = 500;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void is_verified_in_as_much_memory_as_a_short_one() throws SQLException {
        var database = TestDatabase.fresh();
        var anchor = new Weighed(new FileAnchor(folder));
        var witness = new Witness(database, anchor, Book.CLOCK);
        var book = new Book(database);
        // The same five hundred clients over and over, each with a key of their own.
        for (var written = 0; written < ENTRIES; written += TOGETHER) {
            book.issue(1, TOGETHER, TOGETHER);
            witness.look();
        }

        var begin = System.nanoTime();
        var verification = book.verify(anchor);
        var lasted = Duration.ofNanos(System.nanoTime() - begin);

        LOG.info(
                "{} entries under {} seals verified in {} ms; live memory along the way: {}",
                verification.entries(),
                verification.seals(),
                lasted.toMillis(),
                anchor.weights);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.entries()).isEqualTo(ENTRIES);
        assertThat(verification.seals()).isEqualTo(ENTRIES / TOGETHER);
        assertThat(anchor.weights).hasSizeGreaterThan(5);
        assertThat(anchor.weights.get(anchor.weights.size() - 1) - anchor.weights.get(1))
                .as("growth of live memory from the beginning to the end")
                .isLessThan(8 * MEGABYTE);
        assertThat(lasted).isLessThan(Duration.ofMinutes(1));
    }

    /** The anchor of files, that weighs what is alive each time that ten more of its points were read. */
    private static final class Weighed implements Anchor {

        private final FileAnchor files;
        private final List<Long> weights = new ArrayList<>();
        private int read;

        Weighed(FileAnchor files) {
            this.files = files;
        }

        @Override
        public Optional<Point> last(TenantId tenant) {
            return files.last(tenant);
        }

        @Override
        public void add(TenantId tenant, Point point) {
            files.add(tenant, point);
        }

        @Override
        public Stream<Point> points(TenantId tenant) {
            return files.points(tenant).peek(point -> {
                if (read++ % 10 == 0) {
                    System.gc();
                    weights.add(ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed());
                }
            });
        }
    }
}
