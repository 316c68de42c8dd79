package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;

/** The disclosure matrix with all its versions, the earliest first; a cell that it does not have denies. */
public record Matrix(List<Version> versions) {

    public Matrix {
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
    }

    /** Names one cell. */
    public record Place(DataCategory category, RecipientKind recipient, ReportKind report) {}

    /** One version, in force from an instant until the next version is. */
    public record Version(String name, Instant from, Map<Place, Cell> cells) {}

    /** The cell that answers for this kind of report at this instant. */
    public Optional<Cell> cell(DataCategory category, RecipientKind recipient, ReportKind report, Instant at) {
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
