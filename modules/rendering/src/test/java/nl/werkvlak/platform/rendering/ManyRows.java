package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;

/** A process of its own, with a heap as small as it is told: an accountability report of very many rows as a spreadsheet. */
final class ManyRows {

    private ManyRows() {}

    /**
     * Writes them.
     *
     * @param arguments how many rows
     */
    public static void main(String[] arguments) throws IOException {
        var points = IntStream.range(0, Integer.parseInt(arguments[0]))
                .mapToObj(row -> new AccountabilityDocument.TrendPoint(
                        YearMonth.of(2026, 1).plusMonths(row % 12), Figure.of(row), Figure.of(1), Figure.fewerThan(5)))
                .toList();
        var report = Emptied.with(Samples.accountability(), "trend", points);
        var size = new long[1];
        long start = System.nanoTime();
        new Renderer().write(report, Locale.forLanguageTag("nl-NL"), DataFormat.XLSX, new OutputStream() {
            @Override
            public void write(int letter) {
                size[0]++;
            }

            @Override
            public void write(byte[] letters, int from, int length) {
                size[0] += length;
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%d rows, %d bytes, %d ms, %d MiB of heap at most%n",
                points.size(),
                size[0],
                (System.nanoTime() - start) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
