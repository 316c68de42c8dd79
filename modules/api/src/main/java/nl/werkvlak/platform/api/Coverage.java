package nl.werkvlak.platform.api;

import java.util.List;

/** The coverage report as JSON: which data would leave, on which ground, and what is missing. */
public record Coverage(List<CoverageLine> lines) {}
