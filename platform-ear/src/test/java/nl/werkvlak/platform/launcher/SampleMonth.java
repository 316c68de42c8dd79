package nl.werkvlak.platform.launcher;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.werkvlak.platform.scenarios.ServerUnderTest;

/**
 * The sample export brought in, the reports of October 2026 made, and the people and machines of the demonstration: as
 * the launcher does it, once for all scenarios. A scenario uses what is there and leaves it as it was, or makes its own.
 */
public final class SampleMonth {

    /** What was brought in. */
    public static final Path EXPORT = Path.of("src", "sample", "export-2026-10").toAbsolutePath();

    /** The reference data beside it. */
    public static final Path SCHEMA = Path.of("..", "db").toAbsolutePath().normalize();

    private final JsonObject firstImport;
    private final JsonObject run;
    private final Map<String, String> secrets = new HashMap<>();

    private SampleMonth() throws IOException {
        var operator = new PlatformClient(ServerUnderTest.base(), "operator", ServerUnderTest.OPERATOR_SECRET);
        var month = new Month(operator, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        var isNew = month.bringIn(new Export(EXPORT), Files.createTempDirectory(Path.of("target"), "sample-month"));
        firstImport = operator.get("/api/v1/imports").getJsonArray("imports").getJsonObject(0);
        run = month.report(YearMonth.of(2026, 10), isNew);
        // As after a start that broke before it told anybody: the first secrets are lost, the second ones hold.
        new DemoUsers(operator, Set.of()).make(new Export(EXPORT));
        new DemoUsers(operator, Set.of())
                .make(new Export(EXPORT))
                .forEach(made -> secrets.put(made.id(), made.secret()));
        secrets.put("operator", ServerUnderTest.OPERATOR_SECRET);
    }

    private static final class Holder {
        private static final SampleMonth MONTH = make();

        private static SampleMonth make() {
            try {
                return new SampleMonth();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Made at the first question. */
    public static SampleMonth made() {
        return Holder.MONTH;
    }

    public URI address() {
        return ServerUnderTest.base();
    }

    /** The secret or password of {@code beheer}, {@code fg-werkvlak}, {@code coach}, {@code hr-...}, {@code portal-...}. */
    public String secret(String who) {
        return Objects.requireNonNull(secrets.get(who), who);
    }

    /** The run of October 2026, finished, as the API tells it. */
    public JsonObject run() {
        return run;
    }

    /** The import of the sample, as the API tells it. */
    public JsonObject firstImport() {
        return firstImport;
    }
}
