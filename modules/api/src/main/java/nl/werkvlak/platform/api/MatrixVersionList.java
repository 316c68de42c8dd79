package nl.werkvlak.platform.api;

import java.util.List;

/** All versions of the disclosure matrix, whatever became of them, the latest first day first. */
public record MatrixVersionList(List<MatrixVersionView> versions) {}
