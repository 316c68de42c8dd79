package nl.werkvlak.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What an import holds in memory does not grow with what it reads. */
class LargeFileTest {

    private static final int ROWS_PER_BLOCK = 500;
    private static final int BLOCKS = 1_050;

    /** A file of 2 GB that never stands anywhere: a header, and one block of rows again and again. */
    private static final class TwoGigabytes extends InputStream {

        private final byte[] block = ("T1;29-07-2026 17:00;c1;\"" + "Een lange notitie over werk; ".repeat(140)
                        + "\"\r\n")
                .repeat(ROWS_PER_BLOCK)
                .getBytes(StandardCharsets.UTF_8);
        private InputStream now =
                new ByteArrayInputStream("trajectnr;moment;coach;tekst\r\n".getBytes(StandardCharsets.UTF_8));
        private int blocks;
        private long size;

        @Override
        public int read() {
            throw new UnsupportedOperationException("One byte at a time takes too long");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var count = now.read(into, offset, length);
            if (count < 0 && blocks < BLOCKS) {
                blocks++;
                now = new ByteArrayInputStream(block);
                count = now.read(into, offset, length);
            }
            size += Math.max(0, count);
            return count;
        }
    }

    private static long usedMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @Test
    void a_file_of_two_gigabytes_is_read_in_bounded_memory() throws Exception {
        var before = usedMegabytes();
        var most = new long[1];
        var count = new long[1];
        var portion = new Portion(rows -> {
            count[0] += rows.size();
            if (count[0] % 100_000 < rows.size()) {
                most[0] = Math.max(most[0], usedMegabytes());
            }
        });
        var file = new TwoGigabytes();
        RowReader.read(ExportFile.NOTES, file, new RowReader.Visitor() {
            @Override
            public void row(Row row) throws IOException, SQLException {
                assertThat(row.findings()).isEmpty();
                portion.add(row);
            }

            @Override
            public void note(Finding finding, boolean ignored) {
                throw new AssertionError(finding);
            }
        });
        portion.flush();
        assertThat(count[0]).isEqualTo((long) ROWS_PER_BLOCK * BLOCKS);
        assertThat(file.size).isGreaterThan(2_000_000_000L);
        assertThat(most[0]).isBetween(1L, before + 64);
    }
}
