package nl.werkvlak.platform.api;

import java.util.List;

/** Every cell of a version of the disclosure matrix; the same goes as CSV. */
public record MatrixCells(String version, List<MatrixCell> cells) {}
