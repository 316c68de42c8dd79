package nl.werkvlak.platform.disclosure;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The disclosure matrix with all its versions; a cell that it does not have denies. */
public final class Matrix {

    /** Names one cell. */
    record Place(DataCategory category, RecipientKind recipient, ReportKind report) {}

    /** One version, in force from an instant until the next version is. */
    record Version(String name, Instant from, Map<Place, Cell> cells) {}

    private final List<Version> versions;

    Matrix(List<Version> versions) {
        this.versions =
                versions.stream().sorted(Comparator.comparing(Version::from)).toList();
    }

    /** Reads all versions in one statement. */
    public static Matrix load(Sql sql) throws SQLException {
        var versions = new HashMap<String, Version>();
        sql.stream(
                "select v.version, v.first_day, c.category, c.recipient_kind, c.report_kind, c.decision, c.codes"
                        + " from matrix_version v join matrix_cell c on c.version = v.version",
                row -> {
                    var from = Period.startOf(row.day("first_day"));
                    var version = versions.computeIfAbsent(
                            row.text("version"), name -> new Version(name, from, new HashMap<>()));
                    var place = new Place(
                            DataCategory.valueOf(row.text("category")),
                            RecipientKind.valueOf(row.text("recipient_kind")),
                            ReportKind.valueOf(row.text("report_kind")));
                    var codes = Objects.requireNonNullElse(row.textOrNull("codes"), "");
                    version.cells().put(place, Cell.of(Cell.Verdict.valueOf(row.text("decision")), codes));
                });
        return new Matrix(new ArrayList<>(versions.values()));
    }

    Optional<Cell> cell(DataCategory category, RecipientKind recipient, ReportKind report, Instant at) {
        var version = inForce(at);
        return version == null
                ? Optional.empty()
                : Optional.ofNullable(version.cells().get(new Place(category, recipient, report.cells())));
    }

    /** The name of the version in force, for the trace of a report. */
    public String version(Instant at) {
        var version = inForce(at);
        return version == null ? "-" : version.name();
    }

    /** When another version comes into force. */
    List<Instant> changes() {
        return versions.stream().map(Version::from).toList();
    }

    private @Nullable Version inForce(Instant at) {
        Version latest = null;
        for (var version : versions) {
            if (!at.isBefore(version.from())) {
                latest = version;
            }
        }
        return latest;
    }
}
