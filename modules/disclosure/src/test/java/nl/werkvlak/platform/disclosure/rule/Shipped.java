package nl.werkvlak.platform.disclosure.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.processingregister.RegisterEntry;

/** The matrix and the processing register as the platform is delivered with them, straight from their files. */
public final class Shipped {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 9, 3);

    public static final Rule RULE = new Rule(matrix(Map.of(FIRST_DAY, cells())), register());

    private Shipped() {}

    /** Per {@code category,recipient,report}: the decision and its codes, as they stand in the file. */
    static Map<String, String> cells() {
        return lines("db/disclosure/matrix-2026-1.csv").stream()
                .collect(Collectors.toMap(
                        part -> part.get(1) + "," + part.get(2) + "," + part.get(3),
                        part -> part.get(4) + "," + part.get(5)));
    }

    /** A matrix of versions, each by its first day, of cells as in the file. */
    static Matrix matrix(Map<LocalDate, Map<String, String>> versions) {
        return new Matrix(versions.entrySet().stream()
                .map(version -> new Matrix.Version(
                        version.getKey().equals(FIRST_DAY) ? "2026-1" : "from " + version.getKey(),
                        Period.startOf(version.getKey()),
                        version.getValue().entrySet().stream()
                                .collect(
                                        Collectors.toMap(cell -> place(cell.getKey()), cell -> cell(cell.getValue())))))
                .toList());
    }

    private static Matrix.Place place(String names) {
        var name = names.split(",", -1);
        return new Matrix.Place(
                DataCategory.valueOf(name[0]), RecipientKind.valueOf(name[1]), ReportKind.valueOf(name[2]));
    }

    private static Cell cell(String text) {
        var parts = text.split(",", -1);
        return Cell.of(Cell.Verdict.valueOf(parts[0]), parts[1]);
    }

    private static ProcessingRegister register() {
        var entries = lines("db/processing-register/register-2026-1.csv").stream()
                .map(part -> new RegisterEntry(
                        part.get(0),
                        part.get(1),
                        set(part.get(3), Purpose.class),
                        set(part.get(4), DataCategory.class),
                        set(part.get(5), RecipientKind.class),
                        Period.ofDays(LocalDate.parse(part.get(6)), null)))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        var months = new EnumMap<DataCategory, NavigableMap<Instant, Integer>>(DataCategory.class);
        lines("db/processing-register/retention-2026-1.csv")
                .forEach(part -> months.put(
                        DataCategory.valueOf(part.get(0)),
                        new TreeMap<>(Map.of(Period.startOf(FIRST_DAY), Integer.valueOf(part.get(1))))));
        return new ProcessingRegister(entries, months);
    }

    private static <E extends Enum<E>> Set<E> set(String names, Class<E> kind) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> Enum.valueOf(kind, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(kind)));
    }

    private static List<List<String>> lines(String file) {
        var field = Pattern.compile("(?<=^|,)(?:\"([^\"]*)\"|([^\",]*))(?=,|$)");
        try (var content = Objects.requireNonNull(Shipped.class.getClassLoader().getResourceAsStream(file), file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> field.matcher(line)
                            .results()
                            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
