package nl.werkvlak.platform.disclosure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Objects;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Matrix;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;

/** Where the disclosure matrix lives. */
final class MatrixStore {

    private MatrixStore() {}

    /** Reads all versions in one statement. */
    static Matrix load(Sql sql) throws SQLException {
        var versions = new HashMap<String, Matrix.Version>();
        sql.stream(
                "select v.version, v.first_day, c.category, c.recipient_kind, c.report_kind, c.decision, c.codes"
                        + " from matrix_version v join matrix_cell c on c.version = v.version",
                row -> {
                    var from = Period.startOf(row.day("first_day"));
                    var version = versions.computeIfAbsent(
                            row.text("version"), name -> new Matrix.Version(name, from, new HashMap<>()));
                    var place = new Matrix.Place(
                            DataCategory.valueOf(row.text("category")),
                            RecipientKind.valueOf(row.text("recipient_kind")),
                            ReportKind.valueOf(row.text("report_kind")));
                    var codes = Objects.requireNonNullElse(row.textOrNull("codes"), "");
                    version.cells().put(place, Cell.of(Cell.Verdict.valueOf(row.text("decision")), codes));
                });
        return new Matrix(new ArrayList<>(versions.values()));
    }
}
