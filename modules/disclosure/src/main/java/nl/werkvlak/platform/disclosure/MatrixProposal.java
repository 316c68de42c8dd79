package nl.werkvlak.platform.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the matrix that somebody would like: cells changed from another version, or a whole matrix as CSV in the
 * form of the delivered one. Exactly one of the two.
 *
 * @param name such as {@code 2027-1}
 * @param basedOn the approved version whose other cells stay as they are; exactly with {@code cells}
 */
public record MatrixProposal(
        String name,
        LocalDate firstDay,
        @Nullable String basedOn,
        @Nullable List<CellWords> cells,
        @Nullable String csv) {}
