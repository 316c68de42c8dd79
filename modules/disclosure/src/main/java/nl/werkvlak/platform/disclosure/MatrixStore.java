package nl.werkvlak.platform.disclosure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Matrix;
import nl.werkvlak.platform.disclosure.rule.Matrix.Place;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where the disclosure matrix lives. */
final class MatrixStore {

    private MatrixStore() {}

    /** Reads all approved versions in one statement: one that is not approved decides nothing. */
    static Matrix load(Sql sql) throws SQLException {
        var versions = new HashMap<String, Matrix.Version>();
        sql.stream(
                "select v.version, v.first_day, c.category, c.recipient_kind, c.report_kind, c.decision, c.codes"
                        + " from matrix_version v join matrix_cell c on c.version = v.version"
                        + " where v.state = 'APPROVED'",
                row -> {
                    var from = Period.startOf(row.day("first_day"));
                    var version = versions.computeIfAbsent(
                            row.text("version"), name -> new Matrix.Version(name, from, new HashMap<>()));
                    version.cells().put(place(row), cell(row));
                });
        return new Matrix(new ArrayList<>(versions.values()));
    }

    /** All versions, whatever became of them, the latest first day first; locked until the transaction ends. */
    static List<MatrixVersion> lock(Sql sql) throws SQLException {
        return versions(sql, " for update");
    }

    static List<MatrixVersion> versions(Sql sql) throws SQLException {
        return versions(sql, "");
    }

    private static List<MatrixVersion> versions(Sql sql, String lock) throws SQLException {
        var versions = sql.query(
                "select version, first_day, state, based_on, proposed_by, proposed_at, proposal_reason, decided_by,"
                        + " decided_at, decision_reason from matrix_version order by version" + lock,
                row -> new MatrixVersion(
                        row.text("version"),
                        row.day("first_day"),
                        MatrixVersion.State.valueOf(row.text("state")),
                        null,
                        row.textOrNull("based_on"),
                        row.text("proposed_by"),
                        row.instantOrNull("proposed_at"),
                        row.text("proposal_reason"),
                        row.textOrNull("decided_by"),
                        row.instantOrNull("decided_at"),
                        row.textOrNull("decision_reason")));
        return versions.stream()
                .map(version -> version.replacing(inForceBefore(version, versions)))
                .sorted(Comparator.comparing(MatrixVersion::firstDay)
                        .thenComparing(MatrixVersion::name)
                        .reversed())
                .toList();
    }

    private static @Nullable String inForceBefore(MatrixVersion version, List<MatrixVersion> all) {
        return all.stream()
                .filter(other -> other.state() == MatrixVersion.State.APPROVED)
                .filter(other -> other.firstDay().isBefore(version.firstDay()))
                .max(Comparator.comparing(MatrixVersion::firstDay))
                .map(MatrixVersion::name)
                .orElse(null);
    }

    static Map<Place, Cell> cells(Sql sql, String version) throws SQLException {
        var cells = new HashMap<Place, Cell>();
        sql.stream(
                "select category, recipient_kind, report_kind, decision, codes from matrix_cell where version = ?",
                row -> cells.put(place(row), cell(row)),
                version);
        return cells;
    }

    static void propose(Sql sql, MatrixProposal proposal, Map<Place, Cell> cells, Change change) throws SQLException {
        sql.update(
                "insert into matrix_version (version, first_day, based_on, proposed_by, proposed_at, proposal_reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                proposal.name(),
                proposal.firstDay(),
                proposal.basedOn(),
                change.by(),
                change.at(),
                change.reason());
        sql.batch(
                "insert into matrix_cell (version, category, recipient_kind, report_kind, decision, codes)"
                        + " values (?, ?, ?, ?, ?, ?)",
                cells.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {
                            proposal.name(),
                            entry.getKey().category(),
                            entry.getKey().recipient(),
                            entry.getKey().report(),
                            entry.getValue().verdict(),
                            entry.getValue().codes()
                        })
                        .toList());
    }

    static void decide(Sql sql, String version, MatrixVersion.State state, Change change) throws SQLException {
        sql.update(
                "update matrix_version set state = ?, decided_by = ?, decided_at = ?, decision_reason = ?"
                        + " where version = ?",
                state,
                change.by(),
                change.at(),
                change.reason(),
                version);
    }

    private static Place place(Sql.Row row) throws SQLException {
        return new Place(
                DataCategory.valueOf(row.text("category")),
                RecipientKind.valueOf(row.text("recipient_kind")),
                ReportKind.valueOf(row.text("report_kind")));
    }

    private static Cell cell(Sql.Row row) throws SQLException {
        var codes = Objects.requireNonNullElse(row.textOrNull("codes"), "");
        return Cell.of(Cell.Verdict.valueOf(row.text("decision")), codes);
    }
}
