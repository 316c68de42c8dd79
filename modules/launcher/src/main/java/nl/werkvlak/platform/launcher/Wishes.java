package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;

/**
 * What was asked for on the command line.
 *
 * @param prepared the folder that {@link PrepareServer} made
 * @param data where everything is kept that must stay
 * @param port of pages and API, on 127.0.0.1
 * @param export the folder with the export to bring in
 * @param period the month to report on
 */
record Wishes(Path prepared, Path data, int port, Path export, YearMonth period) {

    private static final int HIGHEST_PORT = 65_535;
    private static final long MEBIBYTE = 1024L * 1024;
    private static final long ROOM_WANTED = 1024 * MEBIBYTE;

    /** In the order of the components; each fault is one sentence. */
    static Wishes of(String... arguments) {
        return new Wishes(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                Path.of(arguments[1]).toAbsolutePath().normalize(),
                port(arguments[2]),
                Path.of(arguments[3]).toAbsolutePath().normalize(),
                period(arguments[4]));
    }

    /** Sees to it before anything is started that nothing obvious stands in the way. */
    void check() throws IOException {
        Ports.demandFree(port);
        if (!Files.isRegularFile(export.resolve("opdrachtgevers.csv"))) {
            throw new CannotStart(
                    "There is no export in %s: it has no opdrachtgevers.csv; see -Dimport=DIR.".formatted(export));
        }
        var room = Files.getFileStore(data).getUsableSpace();
        if (room < ROOM_WANTED) {
            throw new CannotStart(
                    "There are only %d MB left on the disk of %s, and a start wants %d: make room or see -Ddata=DIR."
                            .formatted(room / MEBIBYTE, data, ROOM_WANTED / MEBIBYTE));
        }
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number out of range is.
        }
        throw new CannotStart("The port must be a number from 1 to %d: see -Dport=N.".formatted(HIGHEST_PORT));
    }

    private static YearMonth period(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new CannotStart("The period must be a month such as 2026-10: see -Dperiod=YYYY-MM.", e);
        }
    }
}
