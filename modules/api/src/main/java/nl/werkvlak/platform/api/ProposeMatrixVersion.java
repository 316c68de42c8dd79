package nl.werkvlak.platform.api;

import java.time.LocalDate;
import java.util.List;
import nl.werkvlak.platform.disclosure.MatrixProposal;
import org.jspecify.annotations.Nullable;

/** A version of the disclosure matrix to propose: cells changed from a version, or a whole matrix as CSV. */
public record ProposeMatrixVersion(
        String version,
        LocalDate firstDay,
        String reason,
        @Nullable String basedOn,
        @Nullable List<MatrixCell> cells,
        @Nullable String csv) {

    MatrixProposal toProposal() {
        return new MatrixProposal(
                version,
                firstDay,
                basedOn,
                cells == null ? null : cells.stream().map(MatrixCell::toWords).toList(),
                csv);
    }
}
