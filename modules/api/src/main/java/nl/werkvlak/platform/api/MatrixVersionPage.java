package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of versions of the disclosure matrix, whatever became of them, the latest first day first.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record MatrixVersionPage(
        List<MatrixVersionView> versions, @Nullable String next) {}
